// How does one work on Tidemark? As it is started, but screens change while one looks at them, and the collector begins again whenever a file of it was changed.
import { spawn } from "node:child_process";
import path from "node:path";
import type { Configuration } from "#lib/config/configuration.ts";
import { loadHere } from "#lib/config/here.ts";
import { printed } from "#lib/config/mistake.ts";
import { environmentOf } from "./children.ts";
import { entryLink } from "./link.ts";
import { supervise } from "./supervise.ts";

const root = path.dirname(import.meta.dirname);
const argv = process.argv.slice(2);
const complain = (text: string) => void process.stderr.write(`${text}\n`);

/** Node itself knows which files were loaded, and begins again when one of them is another. */
const startCollector = () =>
	spawn(
		process.execPath,
		["--watch", "--watch-preserve-output", "lib/collector/main.ts", ...argv],
		{ cwd: root, stdio: ["ignore", "inherit", "inherit"] },
	);

const startWeb = (configuration: Configuration) =>
	spawn(
		process.execPath,
		["--import", "./bin/follow.mjs", "lib/front/dev.ts"],
		{
			...{ cwd: root, stdio: ["ignore", "inherit", "inherit", "ipc"] },
			env: { ...environmentOf(configuration), NODE_ENV: "development" },
		},
	);

const loaded = loadHere(argv);
if (loaded.mistakes) {
	complain(printed(loaded.mistakes));
	process.exit(2);
}
const { configuration } = loaded;
const collector = supervise({
	name: "collector",
	start: startCollector,
	crashed: complain,
});
const web = supervise({
	name: "web",
	start: () =>
		startWeb(configuration).once("message", async () =>
			complain(await entryLink(configuration)),
		),
	crashed: complain,
});

const end = async () => {
	await Promise.all([collector.stop(), web.stop()]);
	process.exit(0);
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
	process.once(signal, () => void end());
process.once("disconnect", () => void end());
