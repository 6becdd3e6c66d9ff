// What happened to a subscription on a stretch of time, and how long did it last? The latest first.
import { marksOf } from "#components/charts/marks.ts";
import type { VerdictChange } from "#lib/core/history.ts";
import type { Verdict } from "#lib/core/verdict.ts";

export type Happening = {
	readonly atMs: number;
	readonly verdict: Verdict;
	/** Null while it stands. */
	readonly lastedMs: number | null;
};

export function happenedIn(
	verdicts: readonly VerdictChange[],
): readonly Happening[] {
	const marks = marksOf(verdicts);
	const told = marks.map(({ atMs, verdict }, i): Happening => {
		const next = marks[i + 1];
		return { atMs, verdict, lastedMs: next ? next.atMs - atMs : null };
	});
	return told.toReversed();
}
