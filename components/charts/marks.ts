// Which changes of the verdict are marked above the plot, and which of them have room for their word?
import type { VerdictChange } from "#lib/core/history.ts";
import { gravityOf, type Verdict } from "#lib/core/verdict.ts";

export type Mark = {
	readonly atMs: number;
	readonly verdict: Verdict;
	readonly before: Verdict;
};

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

export type Placed = Mark & {
	readonly x: number;
	/** On which side of its ring the word stands; null where there is no room for one. */
	readonly word: "after" | "before" | null;
};

const ringPx = 8;
const letterPx = 6.5;

/** The gravest have the first choice, then the latest; no word covers another. */
export function placed(
	marks: readonly Mark[],
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
	const words = new Map<Mark, "after" | "before">();
	const choosing = [...marks.entries()].toSorted(
		([, a], [, b]) =>
			gravityOf(b.verdict) - gravityOf(a.verdict) || b.atMs - a.atMs,
	);
	for (const [i, mark] of choosing) {
		const x = xOf(mark.atMs);
		const wide = wordOf(mark.verdict).length * letterPx + 2 * ringPx;
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
