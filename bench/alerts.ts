// What does a review cost? 10,000 subscriptions against 100 rules, beside parsing and matching each filter anew for each row.
import { nobody } from "#lib/alerts/review/for-tests.ts";
import { reviewFrom } from "#lib/alerts/review/review.ts";
import { standingOf } from "#lib/core/alert/life/condition.ts";
import {
	type Condition,
	gradedVerdicts,
	type KnownRule,
	ruleBegun,
} from "#lib/core/alert/rule.ts";
import type { Row } from "#lib/core/board.ts";
import { parseFilter } from "#lib/core/filter/filter.ts";
import { matches } from "#lib/core/filter/matches.ts";
import { factOf, rowOf } from "./board-rows.ts";
import { percentile, table } from "./table.ts";

const subscriptions = 10_000;
const rulesThere = 100;
const reviews = 60;
const naiveReviews = 5;
const everyMs = 2_000;

const conditions: readonly Condition[] = [
	...gradedVerdicts.map((atLeast): Condition => ({ is: "verdict", atLeast })),
	{ is: "measure", of: "lag", n: 49_500 },
	{ is: "measure", of: "oldest held", n: 995 },
	{ is: "measure", of: "margin", n: 600 },
];
/** One of four is about everything, the others about some by name, and some of these by number. */
const among = (n: number): string =>
	[
		"",
		`broker:broker-${n % 5}`,
		`channel:orders${n}*`,
		`group-${n % 7} lag:>100`,
	][n % 4] ?? "";

const rules = Array.from(
	{ length: rulesThere },
	(_, n): KnownRule => ({
		...{ ...ruleBegun, name: `rule ${n}`, from: "file", among: among(n) },
		when: conditions[n % conditions.length] ?? ruleBegun.when,
		...{ forMs: 60_000, calmMs: 30_000 },
	}),
);

/** Of a hundred rows one is ill, and each tick another one in a thousand. */
function rowsAt(tick: number): readonly Row[] {
	return Array.from({ length: subscriptions }, (_, n): Row => {
		const isIll = n % 100 === 7 || n % 1_000 === tick % 1_000;
		const verdict = isIll ? "stopped" : "healthy";
		return { ...rowOf(n, tick), verdict, marginSeconds: null };
	});
}

/** As one would write it first. */
function naively(rows: readonly Row[]): number {
	let holding = 0;
	for (const row of rows)
		for (const rule of rules) {
			const parsed = parseFilter(rule.among);
			if ("filter" in parsed && matches(row, parsed.filter))
				if (standingOf(rule.when, row).holds === true) holding++;
		}
	return holding;
}

function timed(work: () => unknown): number {
	const from = performance.now();
	work();
	return performance.now() - from;
}

const review = reviewFrom({
	...{ underWay: nobody, kindOf: () => undefined },
	outlets: [{ name: "chat", quiet: null, keepAliveMs: null }],
});
const tended = { rules, mutes: [], acknowledged: new Map() };
review.tended(tended, 0);
const brokers = Array.from({ length: 5 }, (_, n) => factOf(n, subscriptions));

const fresh: number[] = [];
const same: number[] = [];
const naive: number[] = [];
let [told, firing] = [0, 0];
for (let n = 0; n < reviews; n++) {
	const rows = rowsAt(n);
	const look = (nowMs: number) =>
		review.look({
			...{ nowMs, elapsedMs: everyMs, rows, brokers, outlets: [] },
			...{ hasRoom: true, endedByUs: () => false },
		});
	// A tick brings new rows, and until the next one they are reviewed again.
	fresh.push(
		timed(() => {
			const write = look(n * 2 * everyMs);
			told += write?.notices.length ?? 0;
			firing = Math.max(firing, write?.alerts.length ?? 0);
		}),
	);
	same.push(timed(() => look((n * 2 + 1) * everyMs)));
	if (n < naiveReviews) naive.push(timed(() => naively(rows)));
}
const figures = (of: readonly number[]) =>
	[0.5, 0.95].map((share) => percentile(of, share).toFixed(1));
table(
	["ms a review", "p50", "p95"],
	[
		["all rows are new", ...figures(fresh)],
		["the same rows again", ...figures(same)],
		["each filter parsed and matched for each row", ...figures(naive)],
	],
);
process.stdout.write(
	`${subscriptions} subscriptions, ${rulesThere} rules; ${told} notices, at most ${firing} alerts written at once\n`,
);
process.stdout.write(`figure alerts ${percentile(fresh, 0.5).toFixed(1)}\n`);
