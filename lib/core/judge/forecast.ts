// When will the backlog be gone? About then, between two moments, or it cannot be said.
import { at, type Window } from "../window/window.ts";
import type { Case } from "./case.ts";

/** `seconds` lies between the other two; `overSeconds` is how much of the past it was reckoned from. */
export type Forecast = {
	readonly seconds: number;
	readonly lowSeconds: number;
	readonly highSeconds: number;
	readonly overSeconds: number;
};

const pointsMost = 12;
const pointsNeeded = 3;
/** Steps that lie close together tell more of their own unrest than of a direction. */
const apart = 1 / 3;
const left = 0.1;
/** One step down is a burst of reading, and no pace. */
const burst = 0.7;
/** Where the slow end is so much later than the quick one, nothing is said by naming both. */
const widest = 8;
/** A gain below a twentieth of what arrives is noise, not a direction. */
const noise = 1 / 20;

/** The middle of all slopes between two moments: single moments that stray do not move it (Theil and Sen). */
export function drainedIn({
	window,
	reading,
	pace,
}: Pick<Case, "window" | "reading" | "pace">): Forecast | null {
	if (!reading.lag || reading.lag.n === 0) return null;
	const { atMs, lags } = pointsOf(window);
	if (lags.length < pointsNeeded || isOneBurst(lags)) return null;
	const slopes: number[] = [];
	const least = Math.max(1, Math.floor(lags.length * apart));
	for (let i = 0; i < lags.length; i++)
		for (let j = i + least; j < lags.length; j++) {
			const seconds = ((atMs[j] ?? 0) - (atMs[i] ?? 0)) / 1000;
			slopes.push(((lags[i] ?? 0) - (lags[j] ?? 0)) / seconds);
		}
	slopes.sort((a, b) => a - b);
	const ranked = (share: number) =>
		slopes[Math.round(share * (slopes.length - 1))] ?? 0;
	const [slow, usual, quick] = [ranked(left), ranked(0.5), ranked(1 - left)];
	if (slow <= 0 || usual < noise * (pace.in ?? 0)) return null;
	if (quick > widest * slow) return null;
	const inSeconds = (slope: number) =>
		Math.round((reading.lag?.n ?? 0) / slope);
	const overMs = (atMs.at(-1) ?? 0) - (atMs[0] ?? 0);
	return {
		seconds: inSeconds(usual),
		lowSeconds: inSeconds(quick),
		highSeconds: inSeconds(slow),
		overSeconds: Math.round(overMs / 1000),
	};
}

/** Evenly over the readings since the backlog was at its highest, or since the last gap; the oldest first. */
function pointsOf(window: Window) {
	const newest = at(window, 0);
	let size = 0;
	let highest = 0;
	for (let back = 0; back < window.size; back++) {
		const i = at(window, back);
		if ((window.atMs[i] ?? 0) < window.resumedMs) break;
		if (window.counted[i] !== window.counted[newest]) break;
		const lag = window.lag[i] ?? Number.NaN;
		if (Number.isNaN(lag)) break;
		if (lag < highest) continue;
		highest = lag;
		size = back + 1;
	}
	const count = Math.min(pointsMost, size);
	const atMs: number[] = [];
	const lags: number[] = [];
	for (let k = 0; k < count; k++) {
		const back = Math.round(
			((count - 1 - k) * (size - 1)) / Math.max(1, count - 1),
		);
		const i = at(window, back);
		atMs.push(window.atMs[i] ?? 0);
		lags.push(window.lag[i] ?? 0);
	}
	return { atMs, lags };
}

/** What dips for a moment and comes back did not fall. */
function isOneBurst(lags: readonly number[]): boolean {
	let ahead = lags.at(-1) ?? 0;
	const all = (lags[0] ?? 0) - ahead;
	let most = 0;
	for (const lag of lags.toReversed()) {
		most = Math.max(most, lag - ahead);
		ahead = Math.max(ahead, lag);
	}
	return lags.length > pointsNeeded && most > burst * all;
}
