// How is thinned history of one subscription kept? The last values as they go, and peaks and means only where they differ.
import type { Cells } from "./cells.ts";
import { ageSignOf, column, gaugeColumns, thinnedCount } from "./columns.ts";
import { baseOf, slopes, withLagAgain, withoutLag } from "./reading-chunk.ts";
import { decodeTracks, encodeTracks } from "./track-code.ts";
import { everything, type Wanted } from "./wanted.ts";

const trackCount = thinnedCount + 2 * gaugeColumns.length + 2;
/** A mean of two members and three is neither. */
const meanParts = 4;

const partsOf = (at: number): number => (ageSignOf(at) === 0 ? meanParts : 1);

/** What is unknown twice is nothing new; what is known only here is told from zero by one. */
function rest(values: Float64Array, last: Float64Array, parts: number) {
	return values.map((value, i) => {
		const from = last[i] ?? Number.NaN;
		if (Number.isNaN(value)) return 0;
		return Number.isNaN(from)
			? Math.round(value * parts) + 1
			: Math.round((value - from) * parts);
	});
}

function unrest(rests: Float64Array, last: Float64Array, parts: number) {
	return rests.map((value, i) => {
		const from = last[i] ?? Number.NaN;
		if (!Number.isNaN(from)) return from + value / parts;
		return value === 0 ? Number.NaN : (value - 1) / parts;
	});
}

const none = new Float64Array();
const peaks = thinnedCount;
const means = peaks + gaugeColumns.length;
const marks = means + gaugeColumns.length;

function tracksWanted({ columns, gauges }: Wanted) {
	const all = new Set([...columns, marks, marks + 1]);
	for (const g of gauges) all.add(peaks + g).add(means + g);
	return (track: number) => all.has(track);
}

/** Null when nothing changed since `before`. */
export function encodeCells(
	before: Float64Array,
	cells: Cells,
): Uint8Array | null {
	const last = (at: number) => cells.last[at] ?? none;
	const tracks = [
		...withoutLag(cells.last),
		...gaugeColumns.map((at, i) => rest(cells.peak[i] ?? none, last(at), 1)),
		...gaugeColumns.map((at, i) =>
			rest(cells.mean[i] ?? none, last(at), partsOf(at)),
		),
		rest(cells.markPeak, last(column.mark), 1),
		rest(cells.asked, last(column.asked), 1),
	];
	const bases = baseOf(before.slice(0, thinnedCount), -1);
	return encodeTracks({ length: cells.length, bases, tracks }, slopes);
}

export type Thinned = Pick<
	Cells,
	"length" | "last" | "peak" | "mean" | "markPeak" | "asked"
> & { readonly before: Float64Array };

export function decodeCells(code: Uint8Array, wanted = everything): Thinned {
	const isWanted = tracksWanted(wanted);
	const kept = decodeTracks(code, trackCount, thinnedCount, slopes, isWanted);
	const track = (at: number) => kept.tracks[at] ?? none;
	const last = withLagAgain(kept.tracks.slice(0, thinnedCount));
	const lastOf = (at: number) => last[at] ?? none;
	return {
		length: kept.length,
		before: baseOf(kept.bases, 1),
		last,
		peak: gaugeColumns.map((at, i) => unrest(track(peaks + i), lastOf(at), 1)),
		mean: gaugeColumns.map((at, i) =>
			unrest(track(means + i), lastOf(at), partsOf(at)),
		),
		markPeak: unrest(track(marks), lastOf(column.mark), 1),
		asked: unrest(track(marks + 1), lastOf(column.asked), 1),
	};
}

/** Cells in which nothing changed. */
export function thinnedUnchanged(
	state: Float64Array,
	length: number,
	{ columns } = everything,
): Thinned {
	const last = Array.from({ length: thinnedCount }, (_, at) =>
		columns.includes(at)
			? new Float64Array(length).fill(state[at] ?? Number.NaN)
			: none,
	);
	const own = gaugeColumns.map((at) => last[at] ?? none);
	return {
		length,
		before: state,
		...{ last, peak: own, mean: own },
		markPeak: last[column.mark] ?? none,
		asked: last[column.asked] ?? none,
	};
}
