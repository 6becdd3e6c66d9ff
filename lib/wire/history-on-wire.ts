// How does history look on the wire? Times become ISO text, and what happened becomes annotations beside the numbers.
import type { Alert } from "#lib/core/alert/alert.ts";
import {
	counters,
	gauges,
	type HistoryRange,
	type Remembered,
} from "#lib/core/history.ts";
import { alertMarkOnWire } from "./alerts-on-wire.ts";
import type { HistoryReply, RememberedReply } from "./history.ts";
import { isoOf } from "./on-wire.ts";

export function rememberedOnWire(
	it: Remembered,
): RememberedReply["subscriptions"][number] {
	const { firstMs, goneMs, ...rest } = it;
	const gone = goneMs === null ? null : isoOf(goneMs);
	return { ...rest, first: isoOf(firstMs), gone };
}

export function historyOnWire(
	subscription: Remembered,
	range: HistoryRange,
	alerts: readonly Alert[],
): HistoryReply {
	const lines = gauges.map((name) => {
		const { peak, mean, last } = range.gauges[name];
		return [name, { peak: [...peak], mean: [...mean], last: [...last] }];
	});
	const counts = counters.map((name) => [name, [...range.counters[name]]]);
	return {
		subscription: rememberedOnWire(subscription),
		from: isoOf(range.fromMs),
		to: isoOf(range.toMs),
		stepMs: range.stepMs,
		at: range.atMs.map(isoOf),
		asked: [...range.asked],
		// The casts: each name stands once in the lists above.
		gauges: Object.fromEntries(lines) as HistoryReply["gauges"],
		counters: Object.fromEntries(counts) as HistoryReply["counters"],
		annotations: range.verdicts.map(({ atMs, verdict, reason }) => ({
			...{ is: "verdict" as const, at: isoOf(atMs) },
			...{ verdict, reason },
		})),
		alerts: alerts.flatMap(alertMarkOnWire),
	};
}
