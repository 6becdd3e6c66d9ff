// Does it keep its word while everything breaks, for as long as somebody likes? `npm run chaos -- --minutes 30 --seed 7`; with `--nodes 3` on three nodes, with `--from <ms>` and `--until <ms>` only a part of it.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import build from "../build.ts";
import { inFolder } from "../faults/scene.ts";
import { numberOf } from "../long/flags.ts";
import { play } from "./run.ts";
import { scheduleOf } from "./schedule.ts";

const seed = numberOf("seed", 7);
const seconds = 60 * numberOf("minutes", 30);
const nodes = ([0, 1, 3] as const).find((it) => it === numberOf("nodes", 1));
const [fromMs, untilMs] = [numberOf("from", 0), numberOf("until", Infinity)];
const report = join(import.meta.dirname, "../../.tidemark/reports/chaos.json");
const say = (line: string) => void process.stdout.write(`${line}\n`);

if (nodes === undefined) {
	process.stderr.write("--nodes wants 0, 1 or 3.\n");
	process.exit(2);
}
build();
const steps = scheduleOf(seed, {
	...{ seconds, calmSeconds: Math.min(60, seconds / 4) },
	hasKafka: nodes > 0,
})
	.filter(({ atMs }) => atMs >= fromMs && atMs <= untilMs)
	.map((step) => ({ ...step, atMs: step.atMs - fromMs }));
say(`seed ${seed}, ${seconds} s, from ${new Date().toISOString()}`);
await inFolder(async (folder) => {
	const told = await play({
		...{ folder, steps, seed, nodes, say },
		...{ crowd: numberOf("people", 2), settleMs: 120_000 },
	});
	await mkdir(join(report, ".."), { recursive: true });
	await writeFile(
		report,
		JSON.stringify({ seed, seconds, ...told }, null, "\t"),
	);
	const { broken, ...figures } = told;
	for (const [name, figure] of Object.entries(figures))
		say(`${name}: ${typeof figure === "number" ? figure : listed(figure)}`);
	for (const line of broken.slice(0, 50)) say(line);
	say(
		broken.length === 0
			? `I1 to I6 held; seed ${seed}`
			: `${broken.length} times a promise was broken; seed ${seed}: npm run chaos -- --seed ${seed} --minutes ${seconds / 60}`,
	);
	process.exitCode = broken.length === 0 ? 0 : 1;
});
process.exit();

function listed(of: object): string {
	return Object.entries(of)
		.map(([name, value]) => `${name} ${JSON.stringify(value)}`)
		.join(", ");
}
