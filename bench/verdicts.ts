// How right are the verdicts? Thousands of days of which everything is known, judged by three who see only readings.
import { compared } from "./compared.ts";
import { table } from "./table.ts";
import { chanceOf } from "./verdicts/chance.ts";
import { dayOf, type Kind } from "./verdicts/day.ts";
import { ills } from "./verdicts/ills.ts";
import { comparison, lines, total } from "./verdicts/lines.ts";
import { looks } from "./verdicts/looks.ts";
import { mixtures } from "./verdicts/mixtures.ts";
import type { Keeping } from "./verdicts/published.ts";
import { runOf } from "./verdicts/run.ts";
import {
	addTo,
	count,
	episodesOf,
	f1Of,
	isRightlyNamed,
	type Judged,
	newScore,
	type Score,
} from "./verdicts/score.ts";

const seed = Number(process.env.TIDEMARK_SEED ?? 20_260_101);
const kinds = [...looks, ...ills, ...mixtures];
const runs = asked("--runs", 2_100);
const only = word("--only");
/** What its configuration can set, the usual values among them. */
const keepings: readonly Keeping[] = [10, 20, 60].flatMap((commits) =>
	[1_000, 10_000, 60_000].map((apartMs) => ({ commits, apartMs })),
);
const thresholds = Array.from({ length: 29 }, (_, i) =>
	Math.round(10 ** (i / 4)),
);

function judge(kind: Kind, each: number, from: number): Judged {
	const judged = {
		kind: kind.name,
		own: newScore(),
		byThreshold: thresholds.map(newScore),
		byKeeping: keepings.map(newScore),
	};
	for (let i = 0; i < each; i++) {
		const chance = chanceOf(seed + from + i);
		const day = dayOf(kind, chance, i % 2 === 1);
		const run = runOf(day, chance, keepings);
		const first = Math.floor(day.judgedFromMs / day.everyMs);
		const episodes = episodesOf(run.bits, day);
		const score = (into: Score, alarms: Uint8Array) => {
			alarms.fill(0, 0, first);
			return count(into, alarms, episodes, day);
		};
		for (const [episode, at] of score(judged.own, run.own))
			if (
				isRightlyNamed(
					run.verdicts[at] ?? "unknown",
					run.bits,
					episode.from,
					at,
				)
			)
				judged.own.rightlyNamed++;
		thresholds.forEach((most, k) => {
			const alarms = Uint8Array.from(run.lag, (lag) => (lag > most ? 1 : 0));
			score(judged.byThreshold[k] ?? newScore(), alarms);
		});
		run.published.forEach((alarms, k) => {
			score(judged.byKeeping[k] ?? newScore(), alarms);
		});
	}
	return judged;
}

const each = Math.max(2, Math.round(runs / kinds.length));
const startedMs = performance.now();
const all = kinds
	.filter(({ name }) => only === null || name.includes(only))
	.map((kind, i) => judge(kind, each, i * 100_000));
const tookSeconds = Math.round((performance.now() - startedMs) / 1000);
process.stdout.write(
	`${each * all.length} days of ${all.length} kinds, seed ${seed}, ${tookSeconds} s\n`,
);
table(lines.head, [...all.map(lines.of), ...total(all)]);
const { ill, ours, others, ...after } = comparison(all);
compared(`ill days found, of ${ill}`, ours, others);
compared(
	"said after, median",
	`${after.afterMinutes} min`,
	after.othersAfterMinutes,
);
const sum = newScore();
for (const { own } of all) addTo(sum, own);
process.stdout.write(`figure verdicts ${f1Of(sum).toFixed(4)}\n`);

function word(flag: string): string | null {
	const at = process.argv.indexOf(flag);
	return at < 0 ? null : (process.argv[at + 1] ?? null);
}

function asked(flag: string, otherwise: number): number {
	return Number(word(flag) ?? otherwise);
}
