// What does a watch that begins again know? From the last verdict what is usual, what has stood still, and what went wrong.
import {
	asAbsence,
	asPresence,
	asRest,
	habitIn,
	recall,
} from "./judge/habit.ts";
import { recallMishap } from "./judge/mishaps.ts";
import type { Reason } from "./verdict.ts";
import { at, type Window } from "./window/window.ts";

export function recalling(window: Window, reason: Reason): Window {
	const { values } = reason;
	recall(window.rest, habitIn(values, asRest));
	recall(window.absence, habitIn(values, asAbsence));
	recall(window.presence, habitIn(values, asPresence));
	recallMishap(window.mishaps, reason);
	recallAbsence(window, reason);
	window.said = reason;
	return window;
}

/** Whoever was missed is not known to have come, as after any gap, also where nothing counts what is read. */
function recallAbsence(window: Window, { code, values }: Reason): void {
	if (code !== "no members" || window.size === 0) return;
	const lastMs = window.atMs[at(window, 0)] ?? 0;
	window.emptySinceMs ??= lastMs - Number(values.forSeconds ?? 0) * 1000;
}
