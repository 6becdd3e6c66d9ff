// Does a backlog grow, not for a moment but steadily? By how much, and for how long.
import { at, type Window } from "../window/window.ts";
import { blocksOf, type Growth, quickening } from "./day.ts";
import { riseOf, risesAtTheEnd } from "./trend.ts";

const minuteMs = 60_000;
const wakesForMs = 10 * minuteMs;
const usualSpanMs = 8 * minuteMs;
/** Two in each third, where a broker is asked so seldom that the usual span would hold fewer. */
const readingsNeeded = 6;
/** To begin with, chance must hardly explain it; once said, it stands until chance could. */
const begins = 4;
const goesOn = 2;
/** Blocks of minutes, and how many of them: an hour, two, six and a day. */
const spans = [
	[1, 60],
	[5, 24],
	[15, 24],
	[60, 24],
] as const;
const blocksNeeded = 10;
/** The last part of them must rise too, though chance may hide it the more, the shorter it is. */
const recently = [
	[1 / 3, 1],
	[1 / 6, 0.75],
] as const;

export function growthOf(window: Window, isSaid: boolean): Growth | null {
	const nowMs = window.atMs[at(window, 0)] ?? 0;
	// What came while nobody read is no growth any more once somebody does.
	if (!isSaid && nowMs - window.wokeMs < wakesForMs) return null;
	const { day } = window;
	if (day.reckoned !== day.minute) {
		day.reckoned = day.minute;
		day.growth = ofTheDay(window, isSaid);
	}
	return lately(window, isSaid) ?? day.growth;
}

/**
 * The lowest lag of each third of the last minutes must lie above that of the third before, and clearly so: a burst
 * that is being worked off, and the teeth of a saw, touch the ground again.
 */
function lately(window: Window, isSaid: boolean): Growth | null {
	const newest = at(window, 0);
	const nowMs = window.atMs[newest] ?? 0;
	const restMs = nowMs - (window.atMs[at(window, 1)] ?? nowMs);
	const spanMs = Math.max(usualSpanMs, readingsNeeded * restMs);
	const oldest = at(window, window.size - 1);
	// Most have not grown at all: that is seen at a glance.
	if (!isSaid && !((window.lag[newest] ?? 0) > (window.lag[oldest] ?? 0)))
		return null;
	const fromMs = Math.max(nowMs - spanMs, window.resumedMs);
	const lags: number[] = [];
	let longestRestMs = 0;
	let restsToMs = nowMs;
	let first = newest;
	for (let back = 0; back < window.size; back++) {
		const i = at(window, back);
		const atMs = window.atMs[i] ?? 0;
		if (atMs < fromMs) break;
		const lag = window.lag[i] ?? Number.NaN;
		if (Number.isNaN(lag)) return null;
		if (window.departed[i] !== window.departed[first]) restsToMs = atMs;
		longestRestMs = Math.max(longestRestMs, restsToMs - atMs);
		lags.push(lag);
		first = i;
	}
	const forMs = nowMs - (window.atMs[first] ?? nowMs);
	if (forMs < 0.9 * spanMs || longestRestMs > spanMs / 4) return null;
	lags.reverse();
	const third = Math.floor(lags.length / 3);
	const low = lowestOf(lags.slice(0, third));
	const middle = lowestOf(lags.slice(third, 2 * third));
	const high = lowestOf(lags.slice(2 * third));
	const messages = (lags.at(-1) ?? 0) - (lags[0] ?? 0);
	const isSteady =
		low < middle &&
		middle < high &&
		middle - low >= 0.2 * (high - low) &&
		high - low >= 0.3 * messages;
	if (!isSaid && !isSteady) return null;
	if (riseOf(lags) < (isSaid ? goesOn : begins)) return null;
	if (!isSaid && !risesAtTheEnd(lags, 1 / 3)) return null;
	return { messages, forMs };
}

/** On the lowest points of minutes, quarters and hours, so that what rises and falls in between does not count. */
function ofTheDay(window: Window, isSaid: boolean): Growth | null {
	const { day, rest, movedMs } = window;
	const nowMs = window.atMs[at(window, 0)] ?? 0;
	const restsMs = nowMs - movedMs;
	const usualMs = rest.times === 0 ? 0 : rest.meanMs + 2 * rest.strayMs;
	for (const [minutes, count] of spans) {
		// A block in which nothing was read tells only what came.
		if (minutes * minuteMs < Math.max(restsMs, usualMs)) continue;
		const wokeAgo = Math.floor((nowMs - window.wokeMs) / (minutes * minuteMs));
		const blocks = blocksOf(day, minutes, Math.min(count, wokeAgo));
		if (blocks.length < blocksNeeded) return null;
		if (riseOf(blocks) < (isSaid ? goesOn : begins)) continue;
		if (isSaid ? !risesAtTheEnd(blocks, 1 / 2) : !goesOnRising(blocks))
			continue;
		const messages = (blocks.at(-1) ?? 0) - (blocks[0] ?? 0);
		// Whoever is always a minute late has more before him when more comes, and is no later.
		const more = quickening(day, blocks.length * minutes) - 1;
		if (messages < 2 * more * (blocks[0] ?? 0)) continue;
		return { messages, forMs: (blocks.length - 1) * minutes * minuteMs };
	}
	return null;
}

/** What rose until a while ago is a plateau: somebody was away, and reads again. */
const goesOnRising = (blocks: readonly number[]): boolean =>
	stepsUp(blocks.slice(-4)) >= 2 &&
	recently.every(
		([share, least]) =>
			riseOf(blocks.slice(-Math.max(3, Math.ceil(blocks.length * share)))) >=
			least,
	);

const stepsUp = (blocks: readonly number[]): number =>
	blocks.filter((lag, i) => i > 0 && lag > (blocks[i - 1] ?? lag)).length;

const lowestOf = (lags: readonly number[]): number =>
	lags.reduce((lowest, lag) => Math.min(lowest, lag), Number.POSITIVE_INFINITY);
