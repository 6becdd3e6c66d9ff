// How fast do messages arrive and leave? Per second, or null when two readings cannot be compared.
import type { Pace } from "../board.ts";
import { at, type Window } from "../window/window.ts";

const spanMs = 60_000;
const unknown: Pace = { in: null, out: null };

/** Over the last minute, or what there is of it; at least two readings of the same partitions. */
export function paceOf(window: Window): Pace {
	if (window.size < 2) return unknown;
	const newest = at(window, 0);
	const now = window.atMs[newest] ?? Number.NaN;
	let oldest = newest;
	for (let back = 1; back < window.size; back++) {
		const i = at(window, back);
		if (window.counted[i] !== window.counted[newest]) break;
		if ((window.atMs[i] ?? 0) < window.resumedMs) break;
		if (now - (window.atMs[i] ?? 0) > spanMs && oldest !== newest) break;
		oldest = i;
	}
	const seconds = (now - (window.atMs[oldest] ?? 0)) / 1000;
	if (!(seconds > 0)) return unknown;
	return {
		in: perSecond(window.arrived, oldest, newest, seconds),
		out: perSecond(window.departed, oldest, newest, seconds),
	};
}

/** A counter that went back was started again: nothing is known of the time between. */
function perSecond(
	counter: Float64Array,
	from: number,
	to: number,
	seconds: number,
): number | null {
	const change = (counter[to] ?? Number.NaN) - (counter[from] ?? Number.NaN);
	return change >= 0 ? Number((change / seconds).toPrecision(3)) : null;
}
