// What does an answer about the past say? Times as numbers again, and the highest the lag stood.
import type { AlertMark } from "#components/charts/marks.ts";
import type { HistoryRange } from "#lib/core/history.ts";
import { brief } from "#lib/say/name.ts";
import type { HistoryReply } from "#lib/wire/history.ts";

export function rangeIn(reply: HistoryReply): HistoryRange {
	const { gauges, counters, asked, stepMs } = reply;
	return {
		fromMs: Date.parse(reply.from),
		toMs: Date.parse(reply.to),
		atMs: reply.at.map((iso) => Date.parse(iso)),
		...{ stepMs, asked, gauges, counters },
		verdicts: reply.annotations.flatMap((it) =>
			it.is === "verdict"
				? [
						{
							atMs: Date.parse(it.at),
							...{ verdict: it.verdict, reason: it.reason },
						},
					]
				: [],
		),
	};
}

/** Each with the verdict that stood when it fired. */
export function alertsIn({ alerts, annotations }: HistoryReply): AlertMark[] {
	return alerts.map(({ fired, rule }) => {
		const before = annotations.findLast(({ at }) => at <= fired);
		const verdict = (before ?? annotations[0])?.verdict ?? "unknown";
		return { atMs: Date.parse(fired), verdict, rule: brief(rule, 40) };
	});
}

export type HighWater = { readonly n: number; readonly atMs: number };

/** Null where no lag is known, or none ever was. A point that ends later than the range tells of what came after it. */
export function highWaterIn({
	atMs,
	stepMs,
	toMs,
	gauges,
}: HistoryRange): HighWater | null {
	let highest: HighWater | null = null;
	for (const [i, n] of gauges.lag.peak.entries()) {
		const beginMs = atMs[i] ?? 0;
		if (beginMs + (stepMs ?? 0) > toMs) break;
		if (n !== null && n > (highest?.n ?? 0)) highest = { n, atMs: beginMs };
	}
	return highest;
}

/** As the judgement has it: twice the mean, and at least five minutes. Null where nothing was held, or nobody knows for how long. */
export function usualHeldIn({ gauges }: HistoryRange): number | null {
	const ages = gauges.oldestHeldSeconds.mean.filter((age) => age !== null);
	if (ages.length === 0) return null;
	const mean = ages.reduce((sum, age) => sum + age, 0) / ages.length;
	return Math.max(300, 2 * mean);
}
