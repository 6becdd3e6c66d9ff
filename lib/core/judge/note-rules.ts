// What do notes of a reading say that its numbers do not? Rules of the judgement, in their order there.
import type { Note, NoteCode } from "../note.ts";
import type { Reading } from "../reading.ts";
import { type Case, type Judged, say, seconds } from "./case.ts";
import { patienceMs } from "./habit.ts";

const abandonedMs = 2 * 24 * 3_600_000;
const forgottenWithinMs = 24 * 3_600_000;

export const noted = (
	reading: Reading,
	code: NoteCode,
): Note["values"] | null =>
	reading.notes.find((note) => note.code === code)?.values ?? null;

/** Nobody has been there for days, and nobody is likely to come before the broker forgets where they were. */
export function forgottenSoon({ window, reading, nowMs }: Case): Judged | null {
	const note = noted(reading, "forgotten soon");
	const left = Number(note?.seconds ?? Number.POSITIVE_INFINITY);
	const emptyForMs = nowMs - (window.emptySinceMs ?? nowMs);
	if (left * 1000 > forgottenWithinMs || emptyForMs < abandonedMs) return null;
	if (reading.lag?.n === 0) return null;
	const forSeconds = seconds(emptyForMs);
	return say("abandoned", "forgotten soon", { forSeconds, seconds: left });
}

const leftForMs = 60_000;

/** The group goes on elsewhere: what waits here waits for nobody. */
export function notSubscribed({
	window,
	reading,
	nowMs,
	before,
}: Case): Judged | null {
	const note = noted(reading, "not subscribed");
	if (!note || !reading.lag?.n || nowMs - window.movedMs < leftForMs)
		return null;
	// Who was gone before a gap, and has read nothing in it, is gone after it.
	const isSeen = nowMs - window.resumedMs >= leftForMs;
	if (!isSeen && before !== "not subscribed") return null;
	return say("abandoned", "not subscribed", { ...note, lag: reading.lag.n });
}

/** So little rests there that it may be nothing at all; somebody who may look would know. */
export function mayBeCaughtUp({ reading }: Case): Judged | null {
	const note = noted(reading, "may be markers");
	return note && say("healthy", "may be only markers", note);
}

/** Readers of what is committed do all they can, and somebody else holds them up. */
export function waitsForTransaction({
	window,
	reading,
	nowMs,
}: Case): Judged | null {
	const note = noted(reading, "open transaction");
	if (!note || nowMs - window.movedMs < patienceMs(window.rest)) return null;
	const behind = Number(note.messages ?? 0);
	const isMost = 2 * behind >= (reading.lag?.n ?? 0);
	return isMost ? say("stalled", "open transaction", note) : null;
}

/** Somebody took these messages and was not seen since: nobody else is given them. */
export function heldByAbsent({ reading }: Case): Judged | null {
	const note = noted(reading, "held by absent");
	return note && say("stalled", "held by absent", note);
}

/** Whoever works on it is dead, or hangs: the oldest in progress stays the same though others may come and go. */
export function heldStill({ reading }: Case): Judged | null {
	const note = noted(reading, "held still");
	return note && say("stalled", "held still", note);
}

/** Where nothing counts what was taken, the oldest that waits shows that nothing is. */
export function waitsStill({ reading }: Case): Judged | null {
	const note = noted(reading, "waits still");
	return note && say("stalled", "waits still", note);
}
