// How are the two processes started? The web gets no broker's address and nothing of the operator's environment.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Configuration } from "#lib/config/configuration.ts";
import { ending } from "./ending.ts";

const root = path.dirname(import.meta.dirname);
const places = path.join(root, ".tidemark/web");

/** The web that was built last; `current` names its folder. */
function webServer(): string | null {
	const current = path.join(places, "current");
	if (!existsSync(current)) return null;
	const server = path.join(places, readFileSync(current, "utf8"), "server.js");
	return existsSync(server) ? server : null;
}
const front = path.join(root, `lib/front/main${ending}`);
const follow = path.join(import.meta.dirname, "follow.mjs");
/** What is young is collected early, so that less of a tick is kept for longer than it. */
const frugal = [
	"--max-semi-space-size=8",
	...["--import", path.join(import.meta.dirname, "frugal.mjs")],
];
/**
 * Where memory is glibc's: a large piece goes back to the machine when it is let go, and few threads keep stores of their own.
 * Otherwise what a tick took for a moment stays with the process, in holes between what it keeps.
 */
const givingBack = {
	MALLOC_ARENA_MAX: "2",
	MALLOC_MMAP_THRESHOLD_: "131072",
	MALLOC_TRIM_THRESHOLD_: "131072",
};

export const webIsBuilt = (): boolean => webServer() !== null;

export function startCollector(argv: readonly string[]): ChildProcess {
	const main = path.join(root, `lib/collector/main${ending}`);
	return spawn(process.execPath, [...frugal, main, ...argv], {
		stdio: ["ignore", "inherit", "inherit", "ipc"],
		env: { ...givingBack, ...process.env },
	});
}

export function startWeb(configuration: Configuration): ChildProcess {
	const server = webServer() ?? "";
	return spawn(process.execPath, [...frugal, "--import", follow, front], {
		stdio: ["ignore", "ignore", "inherit", "ipc"],
		env: {
			...givingBack,
			...environmentOf(configuration),
			NODE_ENV: "production",
			TIDEMARK_WEB: path.dirname(server),
			TIDEMARK_BUILD: path.basename(path.dirname(server)),
		},
	});
}

/** All that the web is told, and nothing else. */
export function environmentOf({
	folder,
	listen,
	demo,
	scrapeHash,
	...configuration
}: Configuration): Record<string, string> {
	const { PATH = "", TZ, LANG, NODE_EXTRA_CA_CERTS } = process.env;
	return {
		PATH,
		...(TZ && { TZ }),
		...(LANG && { LANG }),
		// Whom a provider's certificate may come from, beside everybody's usual ones.
		...(NODE_EXTRA_CA_CERTS && { NODE_EXTRA_CA_CERTS }),
		TIDEMARK_FOLDER: folder,
		TIDEMARK_LISTEN: `${listen.host}:${listen.port}`,
		TIDEMARK_ACCESS: JSON.stringify(written(configuration.access)),
		...(configuration.tls && {
			TIDEMARK_TLS: JSON.stringify(configuration.tls),
		}),
		...(configuration.address && {
			TIDEMARK_ADDRESS: configuration.address,
		}),
		TIDEMARK_ACTING: JSON.stringify(actingOf(configuration)),
		...(scrapeHash && { TIDEMARK_SCRAPE_HASH: scrapeHash }),
		...(demo && { TIDEMARK_DEMO: "1" }),
	};
}

/** The provider's secret is the web's own: it travels in the environment, which only this user and root can read. */
const written = ({ provider, ...access }: Configuration["access"]) => ({
	...access,
	provider: provider && { ...provider, secret: provider.secret.reveal() },
});

const actingOf = ({
	brokers,
	readOnly,
	reasonRequired,
}: Pick<Configuration, "brokers" | "readOnly" | "reasonRequired">) => ({
	...{ readOnly, reasonRequired },
	readOnlyBrokers: brokers.flatMap(({ name, readOnly }) =>
		readOnly ? [name] : [],
	),
});
