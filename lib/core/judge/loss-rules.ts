// Was something removed before it was read, or will it be?

import { readingsKept } from "../window/columns.ts";
import { at, type Window } from "../window/window.ts";
import { type Case, type Judged, say, seconds } from "./case.ts";

const losesWithinMs = 6 * 3_600_000;
/** A reader moves on from a loss within seconds, and whoever has to know of it looks later. */
const lossToldMs = 15 * 60_000;
/** So close that there is no time to see how it goes; nor is there after a gap, where it was close before. */
const pressingMs = 2 * 60_000;
const shrinksForMs = 60_000;
const restsForMs = 30_000;
/** Between two times that it is read a margin shrinks all the time, so it takes several of those to know, while there is time. */
const timesRead = 4;
const timesReadMostMs = 10 * 60_000;
const shareOfMargin = 1 / 6;
const shrinksLeast = 0.02;

export function removedUnread({ window, nowMs }: Case): Judged | null {
	const { lost, lostMs } = window.mishaps;
	if (lost === 0 || nowMs - lostMs > lossToldMs) return null;
	return say("losing", "removed unread", { count: lost, atMs: lostMs });
}

/**
 * More than half of its time must be gone: where nothing is kept for longer than an hour, an hour is not short. And
 * the margin must shrink: a reader that is always as late as now loses nothing.
 */
export function losesSoon(it: Case): Judged | null {
	const { marginMs, timeLagMs } = it.reading;
	const { drained } = it;
	if (marginMs === null) return null;
	if (timeLagMs !== null && timeLagMs.n < marginMs.n) return null;
	// In time only if the slow end of the forecast is.
	if (drained && drained.highSeconds * 1000 <= marginMs.n) return null;
	const isPressing = marginMs.n < pressingMs || it.before === "loses soon";
	const share = shrinking(it.window, marginMs.n) ?? (isPressing ? 1 : null);
	if (share === null || share < shrinksLeast) return null;
	const leftMs = marginMs.n / share;
	if (leftMs > losesWithinMs) return null;
	return say("losing", "loses soon", { seconds: seconds(leftMs) });
}

/** How much of each second the margin loses: all of it while nothing is read. Null while that cannot be told. */
function shrinking(window: Window, marginMs: number): number | null {
	const newest = at(window, 0);
	const nowMs = window.atMs[newest] ?? 0;
	let [forMs, back] = [0, 1];
	let shrank = Number.NaN;
	for (; back < window.size; back++) {
		const i = at(window, back);
		const atMs = window.atMs[i] ?? 0;
		const change = (window.marginMs[i] ?? 0) - (window.marginMs[newest] ?? 0);
		if (atMs < window.resumedMs || Number.isNaN(change)) break;
		forMs = nowMs - atMs;
		shrank = change;
	}
	const usualMs = timesRead * (window.rest.meanMs || 0);
	const mostMs = Math.min(timesReadMostMs, marginMs * shareOfMargin);
	const leastMs = Math.min(usualMs, mostMs);
	const stillMs = nowMs - window.movedMs;
	if (stillMs >= Math.max(forMs, leastMs, restsForMs)) return 1;
	// More is not remembered where a broker is asked often.
	const isEnough = forMs >= leastMs || back === readingsKept;
	return isEnough && forMs >= shrinksForMs ? shrank / forMs : null;
}
