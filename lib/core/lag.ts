// How far behind is a group? A count, or null when nobody can know.
import { type Amount, bounded } from "./amount.ts";

/** One entry a partition, side by side. NaN stands for "not known" or, among positions, for "none committed". */
export type Columns = {
	readonly partitions: Int32Array;
	readonly positions: Float64Array;
	readonly starts: Float64Array;
	readonly ends: Float64Array;
	/** How many of the positions that are not known are committed all the same. */
	readonly unplaced?: number;
	/** How many of those that are known may lie further on. */
	readonly early?: number;
};

export type Backlog = {
	readonly lag: Amount | null;
	/** Messages removed before the group read them; null when the log's start is not known. */
	readonly lost: number | null;
	/** Sums of ends and of positions over the partitions that could be counted. */
	readonly arrived: number | null;
	readonly departed: number | null;
	readonly counted: number;
	/** Partitions whose position lies beyond the end: the channel was made again, or positions were copied. */
	readonly ahead: number;
};

/** Positions must have been read before ends; a reader that overtook an older end is therefore not negative but caught up. */
export function lagOf(columns: Columns): Backlog {
	let lag = 0;
	let lost = 0;
	let lostKnown = true;
	let arrived = 0;
	let departed = 0;
	let counted = 0;
	let unknown = columns.unplaced ?? 0;
	let ahead = 0;
	for (let i = 0; i < columns.partitions.length; i++) {
		const position = columns.positions[i] ?? Number.NaN;
		if (Number.isNaN(position) || position < 0) continue;
		const end = columns.ends[i] ?? Number.NaN;
		const start = columns.starts[i] ?? Number.NaN;
		if (Number.isNaN(end)) {
			unknown++;
			continue;
		}
		if (position > end) {
			ahead++;
			unknown++;
			continue;
		}
		const from = start > position ? start : position;
		if (Number.isNaN(start)) lostKnown = false;
		else lost += from - position;
		lag += Math.max(0, end - from);
		arrived += end;
		departed += position;
		counted++;
	}
	if (counted === 0)
		return {
			lag: null,
			lost: null,
			arrived: null,
			departed: null,
			counted,
			ahead,
		};
	return {
		lag: bounded(lag, unknown > 0, (columns.early ?? 0) > 0),
		lost: lostKnown ? lost : null,
		arrived,
		departed,
		counted,
		ahead,
	};
}
