// Where do the points of a range begin? At even steps, or at the readings themselves where these are few enough.
import type { Beats } from "./cells.ts";

export function pointStarts(
	fromMs: number,
	toMs: number,
	stepMs: number,
): Float64Array {
	const first = Math.floor(fromMs / stepMs) * stepMs;
	const length = Math.max(0, Math.ceil((toMs - first) / stepMs));
	return new Float64Array(length).map((_, i) => first + i * stepMs);
}

/** Nobody was asked for longer than this many intervals: the pause is a point of its own, without a reading. */
const pauseAfter = 2.5;

/** Each reading, or as many together as it takes to keep to the points asked; never across a pause. */
export function readingStarts(
	all: readonly Beats[],
	fromMs: number,
	toMs: number,
	points: number,
): Float64Array {
	let inside = 0;
	for (const { atMs } of all)
		for (const ms of atMs) if (ms >= fromMs && ms < toMs) inside++;
	const together = Math.max(1, Math.ceil(inside / points));
	const starts: number[] = [];
	let lastMs: number | null = null;
	let count = 0;
	for (const { atMs, everyMs } of all) {
		for (const ms of atMs) {
			if (ms < fromMs || ms >= toMs) continue;
			const isPause = lastMs !== null && ms - lastMs > pauseAfter * everyMs;
			if (lastMs !== null && isPause) starts.push(lastMs + everyMs);
			if (isPause || count % together === 0) {
				starts.push(ms);
				count = 0;
			}
			count++;
			lastMs = ms;
		}
	}
	return Float64Array.from(starts);
}
