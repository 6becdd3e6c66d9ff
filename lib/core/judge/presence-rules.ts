// Is anybody there?
import type { Reading } from "../reading.ts";
import { at, type Window } from "../window/window.ts";
import { type Case, type Judged, say, seconds } from "./case.ts";
import { beyondHabit, patienceMs } from "./habit.ts";

/** Three readings without anybody; so seldom is too soon where a broker is asked every second. */
const emptyReadings = 3;
const emptyLeastMs = 9_000;

/** A reader that need not register shows itself only by what it reads, and may rest between. */
export function noMembers({
	window,
	reading,
	nowMs,
	before,
}: Case): Judged | null {
	const { emptySinceMs } = window;
	if (emptySinceMs === null || isOnlyHeld(reading)) return null;
	const emptyForMs = nowMs - emptySinceMs;
	const sinceMs = Math.max(emptySinceMs, window.resumedMs);
	const isSeen = (window.atMs[at(window, emptyReadings - 1)] ?? 0) >= sinceMs;
	// Who was missed before a gap, and is not back after it, is missed still.
	const isKnown = isSeen || before === "no members";
	if (!isKnown || emptyForMs < emptyLeastMs) return null;
	const mayBeThere = reading.members?.live?.bound === "at least";
	if (mayBeThere && emptyForMs < patienceMs(window.rest)) return null;
	if (emptyForMs < usualAbsenceMs(window)) return null;
	return say("stopped", "no members", {
		lag: reading.lag?.n ?? 0,
		forSeconds: seconds(emptyForMs),
	});
}

/** Nothing waits for whoever is missing; what was taken and is not done is another matter. */
const isOnlyHeld = ({ lag, holding }: Reading): boolean =>
	lag?.n === 0 && lag.bound === "exact" && (holding ?? 0) > 0;

/** Only where being away is the rule: an outage that has ended makes no habit. */
function usualAbsenceMs({ absence, presence, ...it }: Window): number {
	const lastedMs = (it.emptySinceMs ?? 0) - it.presentSinceMs;
	const isRule = absence.meanMs > presence.meanMs && absence.meanMs > lastedMs;
	return isRule ? beyondHabit(absence.meanMs, absence.strayMs) : 0;
}

/** They are listed, and not one of them is there. */
export function allDead({ reading: { members, lag } }: Case): Judged | null {
	if (members === null || members.registered === 0 || !lag?.n) return null;
	if (members.live?.n !== 0 || members.dead !== members.registered) return null;
	const { registered } = members;
	return say("stopped", "all dead", { registered, lag: lag.n });
}
