// What is remembered of a subscription? Its numbers at each tick, and what a range of them looks like later.
import type { Subscription } from "./subscription.ts";
import type { ReasonCode, Verdict } from "./verdict.ts";

/** One subscription as it was heard in one tick. */
export type Sample = Omit<Subscription, "broker"> & {
	readonly id: string;
	readonly verdict: Verdict;
	readonly reason: ReasonCode;
	readonly lag: number | null;
	readonly arrived: number | null;
	readonly departed: number | null;
	readonly counted: number;
	readonly holding: number | null;
	readonly oldestHeldMs: number | null;
	readonly deliveriesMax: number | null;
	readonly registered: number | null;
	readonly live: number | null;
	readonly timeLagMs: number | null;
	readonly marginMs: number | null;
	readonly movedMs: number;
	readonly emptySinceMs: number | null;
};

/** The verdict of a subscription that was not heard, where that changed. */
export type Silence = {
	readonly id: string;
	readonly verdict: Verdict;
	readonly reason: ReasonCode;
};

/** What one tick of a broker adds: a sample of everything that was heard. What has none was not heard. */
export type HistoryTick = {
	readonly broker: string;
	readonly atMs: number;
	readonly everyMs: number;
	/** False when the broker did not answer. */
	readonly heard: boolean;
	readonly samples: readonly Sample[];
	readonly silent: readonly Silence[];
};

/** Gauges have a peak, a mean and a last value in each point; counters only grow, so the last one says all. */
export const gauges = [
	"lag",
	"holding",
	"oldestHeldSeconds",
	"deliveriesMax",
	"membersRegistered",
	"membersLive",
	"timeLagSeconds",
	"marginSeconds",
] as const;
export type Gauge = (typeof gauges)[number];
export const counters = ["arrived", "departed", "counted"] as const;
export type Counter = (typeof counters)[number];

type Values = readonly (number | null)[];
/** `peak` is the worst of a point: the highest, of a margin the lowest. */
export type GaugeLine = {
	readonly peak: Values;
	readonly mean: Values;
	readonly last: Values;
};

export type VerdictChange = {
	readonly atMs: number;
	readonly verdict: Verdict;
	readonly reason: ReasonCode;
};

/** Points in the order of time. Where `asked` is false nobody was asked or answered: a gap, not a null that was told. */
export type HistoryRange = {
	readonly fromMs: number;
	readonly toMs: number;
	/** How much time one point covers; null where points are single readings, or a few of them together. */
	readonly stepMs: number | null;
	readonly atMs: readonly number[];
	readonly asked: readonly boolean[];
	readonly gauges: Readonly<Record<Gauge, GaugeLine>>;
	readonly counters: Readonly<Record<Counter, Values>>;
	/** The verdict at the beginning of the range, then each change. */
	readonly verdicts: readonly VerdictChange[];
};

/** A subscription that has a history, whether it still is on the board or not. */
export type Remembered = Subscription & {
	readonly id: string;
	readonly firstMs: number;
	readonly goneMs: number | null;
};

/** How long each resolution is kept. */
export type Keep = {
	readonly ticksMs: number;
	readonly minutesMs: number;
	readonly tenMinutesMs: number;
	readonly hoursMs: number;
};

/** The readings of the last minutes and the peaks of the minutes before, for a judgement that begins again. */
export type Past = {
	readonly id: string;
	/** Columns, oldest first; NaN is what was not known. */
	readonly atMs: Float64Array;
	readonly lag: Float64Array;
	readonly arrived: Float64Array;
	readonly departed: Float64Array;
	readonly counted: Float64Array;
	/** The highest lag of each minute up to `minute`, the newest last; NaN is a gap. */
	readonly minutes: Float64Array;
	/** The lowest of the same minutes; of those that are thinned, the last one told. */
	readonly floors: Float64Array;
	readonly minute: number;
	/** Since when nothing moved, where that was longer than a minute ago. */
	readonly stillSinceMs: number | null;
	readonly emptySinceMs: number | null;
};

/** Whether ticks are remembered, or there is no room for them on the disk, or the store's file is damaged. */
export const historyFacts = ["kept", "no room", "damaged"] as const;
export type HistoryFact = (typeof historyFacts)[number];
