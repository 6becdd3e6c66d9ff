// What is known of a stretch of time, reading by reading or already thinned? One shape for both, so that both thin alike.
import { column, columnCount, gaugeColumns, thinnedCount } from "./columns.ts";

/**
 * Columns, a cell each reading or each minute. Ages stand as codes: those of `peak` and `last` are told at `seconds`,
 * those of `mean` at `middles`. A cell without readings tells nothing but its mark.
 */
export type Cells = {
	readonly length: number;
	readonly atMs: Float64Array;
	readonly seconds: Float64Array;
	readonly middles: Float64Array;
	/** How many readings of the broker fall into the cell. */
	readonly readings: Float64Array;
	/** How each column stood at the end of the cell, whoever was asked. */
	readonly last: readonly Float64Array[];
	readonly peak: readonly Float64Array[];
	readonly mean: readonly Float64Array[];
	readonly markPeak: Float64Array;
	/** 1 where the subscription was heard in any of the readings. */
	readonly asked: Float64Array;
};

/** When a broker was asked, and whether it answered. */
export type Beats = {
	readonly atMs: Float64Array;
	/** 1 or 0. */
	readonly heard: Float64Array;
	/** The longest interval among them. */
	readonly everyMs: number;
};

/** Every reading is a cell of its own: peak, mean and last are the same. */
export function cellsOfReadings(
	beats: Beats,
	tracks: readonly Float64Array[],
): Cells {
	const seconds = beats.atMs.map((ms) => Math.round(ms / 1000));
	const track = (at: number) => tracks[at] ?? new Float64Array();
	const own = gaugeColumns.map(track);
	return {
		length: beats.atMs.length,
		atMs: beats.atMs,
		...{ seconds, middles: seconds },
		readings: beats.heard,
		last: tracks.slice(0, thinnedCount),
		...{ peak: own, mean: own },
		markPeak: track(column.mark),
		asked: track(column.asked),
	};
}

/** The columns of readings in which nothing changed. */
export function unchanged(
	state: Float64Array,
	length: number,
): readonly Float64Array[] {
	return Array.from({ length: columnCount }, (_, at) =>
		new Float64Array(length).fill(state[at] ?? Number.NaN),
	);
}

/** How the columns stood at the end; the state before where there is nothing. */
export function endOf(
	tracks: readonly Float64Array[],
	before: Float64Array,
): Float64Array {
	return Float64Array.from(before, (value, at) => tracks[at]?.at(-1) ?? value);
}
