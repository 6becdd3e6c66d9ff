// Does a backlog grow, not for a moment but steadily? By how much, and for how long.
import { at, type Window } from "./window.ts";

export type Growth = { readonly messages: number; readonly forMs: number };

const usualSpanMs = 3 * 60_000;
/** Two in each third, where a broker is asked so seldom that the usual span would hold fewer. */
const readingsNeeded = 6;

/**
 * The lowest lag of each third of the last minutes must lie above the lowest of the third before: a burst that
 * is being worked off, and the teeth of a saw, touch the ground again. How long it has been so is counted from the
 * lowest point of the whole window.
 */
export function growthOf(window: Window): Growth | null {
	const newest = at(window, 0);
	const nowMs = window.atMs[newest] ?? 0;
	const restMs = nowMs - (window.atMs[at(window, 1)] ?? nowMs);
	const spanMs = Math.max(usualSpanMs, readingsNeeded * restMs);
	const lags: { atMs: number; lag: number }[] = [];
	for (let back = 0; back < window.size; back++) {
		const i = at(window, back);
		const atMs = window.atMs[i] ?? 0;
		if (nowMs - atMs > spanMs) break;
		const lag = window.lag[i] ?? Number.NaN;
		if (Number.isNaN(lag)) return null;
		lags.push({ atMs, lag });
	}
	const forMs = nowMs - (lags.at(-1)?.atMs ?? nowMs);
	if (forMs < (2 / 3) * spanMs) return null;
	const floors = [Infinity, Infinity, Infinity];
	for (const { atMs, lag } of lags) {
		const third = Math.min(
			2,
			Math.floor((3 * (forMs - (nowMs - atMs))) / forMs),
		);
		floors[third] = Math.min(floors[third] ?? Infinity, lag);
	}
	const [first = 0, second = 0, third = 0] = floors;
	if (!(first < second && second < third)) return null;
	return sinceTheLowest(window, nowMs, window.lag[newest] ?? 0);
}

function sinceTheLowest(window: Window, nowMs: number, lag: number): Growth {
	let lowest = lag;
	let fromMs = nowMs;
	for (let back = 0; back < window.size; back++) {
		const i = at(window, back);
		const there = window.lag[i] ?? Number.NaN;
		if (Number.isNaN(there)) break;
		if (there < lowest) {
			lowest = there;
			fromMs = window.atMs[i] ?? fromMs;
		}
	}
	return { messages: lag - lowest, forMs: nowMs - fromMs };
}
