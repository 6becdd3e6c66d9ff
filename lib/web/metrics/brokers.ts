// What is said of each broker, and of Tidemark itself? The age of the last answer, so that an alert can hear silence.
import type { BrokerFact } from "#lib/core/board.ts";
import { freshnessOf } from "#lib/core/freshness.ts";
import { type Verdict, verdicts } from "#lib/core/verdict.ts";
import type { Pulse } from "#lib/store/store.ts";
import { labelsOf, type Metric, type Sample } from "./exposition.ts";

const own = (
	name: string,
	help: string,
	...labels: readonly string[]
): Metric => ({ name: `tidemark_${name}`, help, labels });

const collectorAge = own(
	"collector_age_seconds",
	"Since the collector last wrote that it lives",
);
const historyKept = own(
	"history_kept",
	"1 while history is written, 0 while the disk has no room for it",
);
const fresh = own(
	"broker_fresh",
	"1 where it answered within two intervals, else 0: what is said of its groups is then unknown",
	...["broker", "system"],
);
const age = own(
	"broker_reading_age_seconds",
	"Since it last answered; left out where it never did",
	"broker",
);
const interval = own(
	"broker_interval_seconds",
	"How often it is asked",
	"broker",
);
const troubles = own(
	"broker_troubles",
	"Why it, or parts of it, could not be read: how many there are",
	"broker",
);
const subscriptions = own(
	"subscriptions",
	"Subscriptions by verdict",
	...["broker", "verdict"],
);
const series = own("series", "Series of this scrape, without these two");
const leftOut = own(
	"series_left_out",
	"Series that are not written, because there are more than a scrape may have",
);

export const aroundMetrics: readonly Metric[] = [
	...[collectorAge, historyKept, fresh, age, interval, troubles],
	...[subscriptions, series, leftOut],
];

/** A clock that was set back makes nothing younger than now. */
const secondsSince = (ms: number | null, nowMs: number): number | null =>
	ms === null ? null : Math.max(0, nowMs - ms) / 1_000;

export const samplesOfCollector = (
	pulse: Pulse | null,
	nowMs: number,
): readonly Sample[] => [
	one(collectorAge, secondsSince(pulse?.atMs ?? null, nowMs)),
	one(historyKept, pulse === null ? null : pulse.history === "kept" ? 1 : 0),
];

export type Counts = Readonly<Record<Verdict, number>>;

export function samplesOfBroker(
	fact: BrokerFact,
	counts: Counts,
	nowMs: number,
): readonly Sample[] {
	const { name: broker, system, heardMs, everyMs, trouble, parts } = fact;
	const its = labelsOf({ broker });
	return [
		one(
			fresh,
			freshnessOf(heardMs, everyMs, nowMs) === "fresh" ? 1 : 0,
			labelsOf({ broker, system }),
		),
		one(age, secondsSince(heardMs, nowMs), its),
		one(interval, everyMs / 1_000, its),
		one(troubles, parts.length + (trouble === null ? 0 : 1), its),
		...verdicts.map((verdict) =>
			one(subscriptions, counts[verdict], labelsOf({ broker, verdict })),
		),
	];
}

export const samplesOfSeries = (
	written: number,
	leftOutCount: number,
): readonly Sample[] => [one(series, written), one(leftOut, leftOutCount)];

function one(metric: Metric, value: number | null, labels = ""): Sample {
	return { metric, labels, value };
}
