// How long until a stream that is cut to a length removes what a group has not read? From how fast each end of it moved lately.
import { type Amount, about } from "#lib/core/amount.ts";

/** A count that only grows, seen from time to time, the oldest first. */
export type Course = readonly { readonly atMs: number; readonly n: number }[];

const everyMs = 5000;
const keptMs = 5 * 60_000;
const evidenceMs = 20_000;
/** One cut by hand is no pace. */
const stepsNeeded = 3;

export function wentOn(course: Course, atMs: number, n: number): Course {
	const last = course.at(-1);
	if (last === undefined || last.atMs > atMs) return [{ atMs, n }];
	if (atMs - last.atMs < everyMs) return course;
	// Its two halves come in two replies, and what is written between them makes it look a little less.
	const next = { atMs, n: Math.max(last.n, n) };
	return [...course.filter((it) => atMs - it.atMs <= keptMs), next];
}

/** `kept`: entries the group has read that are still there, which go first. */
export function marginOf(
	kept: number,
	removed: Course,
	departed: Course,
): Amount | null {
	if (stepsIn(removed) < stepsNeeded) return null;
	const [cuts, reads] = [paceOf(removed), paceOf(departed)];
	if (cuts === null || reads === null || cuts <= reads) return null;
	return about(Math.round(kept / (cuts - reads)));
}

/** Most streams are not, and of these nobody needs to remember how fast their groups read. */
export const isCut = (removed: Course): boolean => stepsIn(removed) > 0;

const stepsIn = (course: Course): number =>
	course.filter(({ n }, i) => n > (course[i - 1]?.n ?? n)).length;

/** A millisecond's worth. */
function paceOf(course: Course): number | null {
	const [first, last] = [course[0], course.at(-1)];
	if (first === undefined || last === undefined) return null;
	const spanMs = last.atMs - first.atMs;
	return spanMs < evidenceMs ? null : (last.n - first.n) / spanMs;
}
