// What is marked above the plot, changes of the verdict and what somebody did, and which of it has room for its word?
import type { VerdictChange } from "#lib/core/history.ts";
import { gravityOf, type Verdict } from "#lib/core/verdict.ts";

export type Mark = {
	readonly atMs: number;
	readonly verdict: Verdict;
	readonly before: Verdict;
};

/** What somebody did about it, and what came of it. */
export type DeedMark = {
	readonly atMs: number;
	readonly verdict: null;
	readonly said: string;
	/** Of the errand it is told by. */
	readonly id: string;
};

/** Somebody was to be told of it, by a rule; filled in the colour of the verdict it had then. */
export type AlertMark = {
	readonly atMs: number;
	readonly verdict: Verdict;
	readonly rule: string;
};

export type AnyMark = Mark | DeedMark | AlertMark;

export const isAlert = (mark: object): mark is AlertMark => "rule" in mark;

/** Why nobody can say yet is no news, and neither is another reason for the same verdict. */
export function marksOf(verdicts: readonly VerdictChange[]): readonly Mark[] {
	const marks: Mark[] = [];
	let before: Verdict | null = null;
	for (const { atMs, verdict, reason } of verdicts) {
		if (reason === "too few readings") continue;
		if (before !== null && verdict !== before)
			marks.push({ atMs, verdict, before });
		before = verdict;
	}
	return marks;
}

export type Placed = AnyMark & {
	readonly x: number;
	/** On which side of its ring the word stands; null where there is no room for one. */
	readonly word: "after" | "before" | null;
};

const ringPx = 8;
const letterPx = 6.5;

export const wordFor = (
	mark: AnyMark,
	wordOf: (verdict: Verdict) => string,
): string => {
	if (isAlert(mark)) return mark.rule;
	return mark.verdict === null ? mark.said : wordOf(mark.verdict);
};

/** What somebody did is graver than any verdict, and an alert than the verdict it tells. */
const weightOf = (mark: AnyMark): number =>
	mark.verdict === null
		? Number.POSITIVE_INFINITY
		: gravityOf(mark.verdict) + (isAlert(mark) ? 0.5 : 0);

const heavier = (a: AnyMark, b: AnyMark): number => {
	const [of, than] = [weightOf(a), weightOf(b)];
	return of === than ? b.atMs - a.atMs : than > of ? 1 : -1;
};

/** What was done has the first choice, then the gravest, then the latest; no word covers another. */
export function placed(
	marks: readonly AnyMark[],
	xOf: (ms: number) => number,
	wordOf: (verdict: Verdict) => string,
	from: number,
	to: number,
): readonly Placed[] {
	const taken = marks.map(({ atMs }): readonly [number, number] => [
		xOf(atMs) - ringPx / 2,
		xOf(atMs) + ringPx / 2,
	]);
	const isFree = (low: number, high: number, own: number) =>
		low >= from &&
		high <= to &&
		taken.every(([a, b], i) => i === own || high < a || low > b);
	const words = new Map<AnyMark, "after" | "before">();
	const choosing = [...marks.entries()].toSorted(([, a], [, b]) =>
		heavier(a, b),
	);
	for (const [i, mark] of choosing) {
		const x = xOf(mark.atMs);
		const wide = wordFor(mark, wordOf).length * letterPx + 2 * ringPx;
		const isAfter = isFree(x, x + wide, i);
		if (!isAfter && !isFree(x - wide, x, i)) continue;
		words.set(mark, isAfter ? "after" : "before");
		taken[i] = isAfter ? [x - ringPx, x + wide] : [x - wide, x + ringPx];
	}
	return marks.map((mark) => ({
		...mark,
		x: xOf(mark.atMs),
		word: words.get(mark) ?? null,
	}));
}
