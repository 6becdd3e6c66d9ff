// What must a store promise of history? That peaks outlive what they stood beside, and that a gap stays one.
import type {
	Gauge,
	HistoryRange,
	Keep,
	Past,
	Remembered,
} from "#lib/core/history.ts";
import type { Scope } from "#lib/core/people/scope.ts";

export type RangeAsked = {
	readonly fromMs: number;
	readonly toMs: number;
	readonly points: number;
	/** Left out for everything; else other gauges and all counters stay empty, which takes less time. */
	readonly only?: readonly Gauge[];
	/** What is not in it is not remembered; left out for everything. */
	readonly scope?: Scope;
};

/** So many readings, and peaks of so many minutes. */
export type RebuildAsked = {
	readonly nowMs: number;
	readonly readings: number;
	readonly minutes: number;
};

export type PastBeats = {
	readonly atMs: Float64Array;
	/** 1 or 0. */
	readonly heard: Float64Array;
};

export type HistoryStore = {
	/** Null when nothing is remembered of it. At most about `points` points, with the peaks of all readings in them. */
	range(
		id: string,
		asked: RangeAsked,
	): Promise<{
		readonly subscription: Remembered;
		readonly range: HistoryRange;
	} | null>;
	/** The highest lag of the seven days before then; null where less than a day of them is remembered, or nothing ever waited. */
	highWater(id: string, beforeMs: number): Promise<number | null>;
	/** By a part of the names of channel and group; those on the board first, then the latest gone. */
	find(
		name: string,
		limit: number,
		scope?: Scope,
	): Promise<readonly Remembered[]>;
	/** Those that went since then, the latest first. */
	goneSince(
		sinceMs: number,
		limit: number,
		scope?: Scope,
	): Promise<readonly Remembered[]>;
	/** When a broker was asked and whether it answered, as far as single ticks are remembered. */
	beats(broker: string, fromMs: number, toMs: number): Promise<PastBeats>;
	/** The last so many readings and the peaks of so many minutes, of every subscription of a broker that is not gone. */
	rebuild(broker: string, asked: RebuildAsked): AsyncIterable<Past>;
	/** One short step of making history coarser with age, whole or not at all; false when nothing is left for now. */
	thin(nowMs: number, keep: Keep): Promise<boolean>;
	/** What has been let go within the store, and is filled again before the disk is. */
	spareBytes(): Promise<number>;
};
