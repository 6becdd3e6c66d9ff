// How are the judges shown beside each other? One line a kind of day, then all of them.
import { percentile } from "../table.ts";
import {
	addTo,
	f1Of,
	type Judged,
	newScore,
	precisionOf,
	recallOf,
	type Score,
} from "./score.ts";

/** Of those that find as much, the one with the fewest false alarms; where none does, the one that is right most often. */
function bestAt(recall: number, scores: readonly Score[]): Score {
	const equal = scores.filter((score) => recallOf(score) >= recall);
	const [first, ...others] = equal.length > 0 ? equal : scores;
	return others.reduce<Score>(
		(best, score) =>
			equal.length > 0
				? score.wrong < best.wrong
					? score
					: best
				: f1Of(score) > f1Of(best)
					? score
					: best,
		first ?? newScore(),
	);
}

const minutesOf = (delaysMs: readonly number[], share: number) =>
	delaysMs.length === 0
		? "–"
		: (percentile(delaysMs, share) / 60_000).toFixed(1);

const cells = (score: Score): string[] => [
	`${score.found}/${score.found + score.missed}`,
	String(score.wrong),
	minutesOf(score.delaysMs, 0.5),
];

const sumOf = (scores: readonly Score[]): Score => {
	const sum = newScore();
	for (const score of scores) addTo(sum, score);
	return sum;
};

const thresholdOf = ({ own, byThreshold }: Judged) =>
	bestAt(recallOf(own), byThreshold);
const publishedOf = ({ own, byKeeping }: Judged) =>
	bestAt(recallOf(own), byKeeping);

export const lines = {
	head: [
		"kind of day",
		...["found", "false", "after min", "p95", "said", "named"],
		...["threshold: found", "false", "after"],
		...["published rules: found", "false", "after"],
	],
	of: (it: Judged): string[] => [
		it.kind,
		...cells(it.own),
		minutesOf(it.own.delaysMs, 0.95),
		it.own.found === 0 ? "–" : (it.own.alarms / it.own.found).toFixed(1),
		it.own.found === 0
			? "–"
			: `${Math.round((100 * it.own.rightlyNamed) / it.own.found)} %`,
		...cells(thresholdOf(it)),
		...cells(publishedOf(it)),
	],
};

export function total(all: readonly Judged[]): string[][] {
	const judges: [string, Score][] = [
		["Tidemark", sumOf(all.map(({ own }) => own))],
		["a threshold, the best for each kind", sumOf(all.map(thresholdOf))],
		[
			"the published rules, the best for each kind",
			sumOf(all.map(publishedOf)),
		],
		...one("one threshold for all", all, ({ byThreshold }) => byThreshold),
		...one(
			"the published rules, one setting",
			all,
			({ byKeeping }) => byKeeping,
		),
	];
	return judges.map(([name, score]) => [
		name,
		...cells(score),
		minutesOf(score.delaysMs, 0.95),
		`P ${precisionOf(score).toFixed(3)}`,
		`R ${recallOf(score).toFixed(3)}`,
		`F1 ${f1Of(score).toFixed(3)}`,
	]);
}

/** For the table of the README: ours, and each of the others at its best for each kind of day. */
export function comparison(all: readonly Judged[]) {
	const [own, threshold, rules] = [
		sumOf(all.map(({ own }) => own)),
		sumOf(all.map(thresholdOf)),
		sumOf(all.map(publishedOf)),
	];
	const found = (it: Score) => it.found.toLocaleString("en");
	const wrong = (it: Score) => it.wrong.toLocaleString("en");
	return {
		ill: (own.found + own.missed).toLocaleString("en"),
		ours: `${found(own)}, with ${wrong(own)} false alarms`,
		others: `a threshold set best for each kind of day: ${found(threshold)}, with ${wrong(threshold)}; the rules of the best-known lag evaluator, set best: ${found(rules)}, with ${wrong(rules)}`,
		afterMinutes: minutesOf(own.delaysMs, 0.5),
		othersAfterMinutes: `that threshold: ${minutesOf(threshold.delaysMs, 0.5)} min; those rules: ${minutesOf(rules.delaysMs, 0.5)} min`,
	};
}

function one(
	name: string,
	all: readonly Judged[],
	of: (judged: Judged) => readonly Score[],
): [string, Score][] {
	const settings = all[0] ? of(all[0]).map((_, k) => k) : [];
	const sums = settings.map((k) =>
		sumOf(all.map((judged) => of(judged)[k] ?? newScore())),
	);
	return [[name, sums.reduce((a, b) => (f1Of(b) > f1Of(a) ? b : a))]];
}
