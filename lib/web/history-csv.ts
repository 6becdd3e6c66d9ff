// What does history look like as a table? A line for each point: who, when, the verdict and every number.
import { counters, gauges } from "#lib/core/history.ts";
import { verdicts } from "#lib/core/verdict.ts";
import type { HistoryReply } from "#lib/wire/history.ts";
import { type Cell, csvOf } from "./csv.ts";

const aspects = ["peak", "mean", "last"] as const;

const heads: readonly string[] = [
	...["at", "broker", "channel", "group", "asked"],
	...["verdict", "reason", "worstVerdict"],
	...gauges.flatMap((gauge) => aspects.map((aspect) => `${gauge}.${aspect}`)),
	...counters,
];

export const historyCsv = (history: HistoryReply): string =>
	csvOf(linesOf(history));

function* linesOf(history: HistoryReply): Generator<readonly Cell[]> {
	yield heads;
	const { broker, channel, group } = history.subscription;
	const stood = verdictsIn(history);
	for (const [i, at] of history.at.entries())
		yield [
			...[at, broker, channel, group, history.asked[i] ?? false],
			...(stood[i] ?? [null, null, null]),
			...gauges.flatMap((gauge) =>
				aspects.map((aspect) => history.gauges[gauge][aspect][i] ?? null),
			),
			...counters.map((counter) => history.counters[counter][i] ?? null),
		];
}

/** As it stood at the end of each point, and the gravest within it. */
function verdictsIn({ at, annotations }: HistoryReply): readonly Cell[][] {
	let next = 0;
	let last: (typeof annotations)[number] | null = null;
	return at.map((_, i) => {
		const endAt = at[i + 1];
		const news: number[] = [];
		for (;;) {
			const change = annotations[next];
			if (!change || (endAt !== undefined && change.at >= endAt)) break;
			last = change;
			news.push(verdicts.indexOf(change.verdict));
			next++;
		}
		if (last === null) return [null, null, null];
		const worst = verdicts[Math.max(...news)] ?? last.verdict;
		return [last.verdict, last.reason, worst];
	});
}
