// What of a list of what is in progress lies there still, and since when? All of it where nothing of it moved, else what was seen at its old end before.

import { newStillness, note, type Stillness } from "../../stillness.ts";
import { type End, type Ends, type EndWatch, watchEnds } from "./ends.ts";

/** A list, and which of it nobody has touched. */
export type LeftBehind = {
	readonly list: string;
	/** Who works on it, where its name tells. */
	readonly worker: string | null;
	readonly count: number;
	/** The end at which the oldest lies. */
	readonly old: End;
	/** Since when it was seen to lie there still; null where nothing does. */
	readonly sinceMs: number | null;
	readonly patienceMs: number;
	/** Marks of those that lie there still, the oldest first; null for all of it. */
	readonly marks: readonly string[] | null;
	/** Of both ends, as they were seen last. */
	readonly ends: Ends;
};

/** So many at the old end are told apart where others come and go. */
export const deepMax = 100;

export type HeldList = {
	readonly watch: EndWatch;
	readonly oldest: Readonly<Record<End, Stillness>>;
	ends: Ends;
	/** Since when its length and both ends are what they are. */
	wholeMs: number;
	/** Those at the old end, as they lay there at a moment. */
	deep: {
		readonly atMs: number;
		readonly old: End;
		readonly marks: readonly string[];
	} | null;
};

const nothing: Ends = { count: 0, left: null, right: null };

export const newHeldList = (): HeldList => ({
	...{ oldest: { left: newStillness(), right: newStillness() } },
	...{ watch: watchEnds(), ends: nothing, wholeMs: 0, deep: null },
});

/** The two at each end, the outer one first. */
export type Sample = Readonly<Record<End, readonly (string | null)[]>>;

/** Between two samples only its length is known; null where it was not asked for. */
export function noteHeld(
	held: HeldList,
	count: number,
	sample: Sample | null,
	nowMs: number,
): void {
	const was = held.ends;
	const { left = was.left, right = was.right } =
		count === 0
			? nothing
			: sample === null
				? {}
				: { left: sample.left[0] ?? null, right: sample.right[0] ?? null };
	if (count !== was.count || left !== was.left || right !== was.right)
		held.wholeMs = nowMs;
	held.ends = { count, left, right };
	if (sample !== null || count === 0) held.watch.note(held.ends);
	if (count === 0) held.deep = null;
	for (const end of ["left", "right"] as const)
		if (count === 0) note(held.oldest[end], null, nowMs);
		else if (sample !== null) noteOldest(held.oldest[end], sample[end], nowMs);
}

/** Where the two oldest look the same, one that follows the other would look as if nothing had moved. */
function noteOldest(
	still: Stillness,
	[oldest = null, next = null]: readonly (string | null)[],
	nowMs: number,
): void {
	if (oldest === next && oldest === still.mark) note(still, null, nowMs);
	note(still, oldest, nowMs);
}

/** Others come and go beside what lies still for half as long as is odd: then it is time to know which lie there. */
export function wantsDeep(
	{ oldest, wholeMs, deep, ends }: HeldList,
	old: End,
	patienceMs: number,
	nowMs: number,
): boolean {
	const { sinceMs, mark } = oldest[old];
	const isOdd = mark !== null && nowMs - sinceMs >= patienceMs / 2;
	const isWhole = nowMs - wholeMs >= patienceMs / 2;
	if (!isOdd || isWhole || ends.count < 2) return false;
	return (
		deep === null || deep.old !== old || nowMs - deep.atMs >= 2 * patienceMs
	);
}

export function leftIn(
	{ oldest, ends, wholeMs, deep }: HeldList,
	of: Pick<LeftBehind, "list" | "worker" | "old" | "patienceMs">,
	nowMs: number,
): LeftBehind {
	const { mark, sinceMs } = oldest[of.old];
	const all = { ...of, ends, count: ends.count };
	const isLong = (atMs: number) => nowMs - atMs >= of.patienceMs;
	if (ends.count === 0 || mark === null)
		return { ...all, sinceMs: null, marks: [] };
	if (isLong(wholeMs) || !isLong(sinceMs))
		return { ...all, sinceMs: wholeMs, marks: null };
	const isDeep = deep !== null && deep.old === of.old && isLong(deep.atMs);
	// Those that lay there then, as far as the oldest of them is still the same.
	return isDeep && deep.marks[0] === mark
		? { ...all, sinceMs: deep.atMs, marks: deep.marks }
		: { ...all, sinceMs, marks: [mark] };
}
