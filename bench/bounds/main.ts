// Is there an end to what it takes? `npm run bounds`: too much of everything, one after the other, at the product as it is started; `--percent 10` for a tenth, `--only 2` for one of them.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { startRedis } from "#world/redis.ts";
import build from "../../e2e/build.ts";
import { isAsked, numberOf } from "../../e2e/long/flags.ts";
import { table } from "../table.ts";
import { cases } from "./cases.ts";
import { deafMaxMs, type Measured, measured, memoryMb } from "./measured.ts";

const share = numberOf("percent", 100) / 100;
const only = isAsked("only") ? numberOf("only", 1) : null;
const report = join(import.meta.dirname, "../../.tidemark/reports/bounds.json");

build();
const lines: string[][] = [];
const told: (Measured & { readonly called: string })[] = [];
for (const [n, it] of cases.entries()) {
	if (only !== null && only !== n + 1) continue;
	const folder = await mkdtemp(join(tmpdir(), "tidemark-bounds-"));
	const redis = await startRedis({
		folder: join(folder, "redis"),
		settings: ["--appendonly", "no"],
	});
	const client = new Redis(redis.address);
	client.on("error", () => {});
	try {
		await it.fill(client, share);
		const { called } = it;
		const was = await measured(folder, { jobs: redis.address }, (place) =>
			it.find(place, share),
		);
		told.push({ called, ...was });
		lines.push([
			...[called, was.collectorMb.toFixed(0), was.webMb.toFixed(0)],
			...[(was.deafMs / 1000).toFixed(1), String(was.ticks), was.said],
			brokenIn(was).join("; ") || "kept",
		]);
		process.stdout.write(`${lines.at(-1)?.join(" | ")}\n`);
	} finally {
		client.disconnect();
		await redis.stop();
		await rm(folder, { recursive: true, force: true });
	}
}
table(
	["too much", "collector MB", "web MB", "deaf s", "ticks", "seen", ""],
	lines,
);
await mkdir(join(report, ".."), { recursive: true });
await writeFile(
	report,
	JSON.stringify({ share, processors: cpus().length, told }, null, "\t"),
);
process.exit(told.every((was) => brokenIn(was).length === 0) ? 0 : 1);

function brokenIn(was: Measured): readonly string[] {
	return [
		...was.wrong,
		...(was.collectorMb < memoryMb ? [] : [`collector over ${memoryMb} MB`]),
		...(was.webMb < memoryMb ? [] : [`web over ${memoryMb} MB`]),
		...(was.deafMs < deafMaxMs ? [] : ["the tick stops"]),
	];
}
