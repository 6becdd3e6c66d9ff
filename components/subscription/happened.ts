// What happened to a subscription on a stretch of time, and how long did it last? The latest first.
import {
	type AlertMark,
	type DeedMark,
	marksOf,
} from "#components/charts/marks.ts";
import type { VerdictChange } from "#lib/core/history.ts";
import type { Verdict } from "#lib/core/verdict.ts";

export type Happening = {
	readonly atMs: number;
	readonly verdict: Verdict;
	/** Null while it stands. */
	readonly lastedMs: number | null;
};

/** With what somebody did among it, each where it belongs. */
export const withDone = (
	happened: readonly Happening[],
	done: readonly (DeedMark | AlertMark)[],
): readonly (Happening | DeedMark | AlertMark)[] =>
	[...happened, ...done].toSorted((a, b) => b.atMs - a.atMs);

type Standing = {
	readonly atMs: number;
	readonly verdict: Verdict;
	readonly reason: string;
};

/** Where nothing changed, what stands is told with when it began, if the stretch reaches until now. */
export function happenedIn(
	verdicts: readonly VerdictChange[],
	standing: Standing | null,
): readonly Happening[] {
	const marks = marksOf(verdicts);
	if (marks.length === 0 && standing && standing.reason !== "too few readings")
		return [{ atMs: standing.atMs, verdict: standing.verdict, lastedMs: null }];
	const told = marks.map(({ atMs, verdict }, i): Happening => {
		const next = marks[i + 1];
		return { atMs, verdict, lastedMs: next ? next.atMs - atMs : null };
	});
	return told.toReversed();
}
