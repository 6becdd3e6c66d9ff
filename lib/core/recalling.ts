// What does a watch that begins again know? From the last verdict what is usual, what has stood still, and what went wrong.
import { recall } from "./judge/habit.ts";
import { recallMishap } from "./judge/mishaps.ts";
import type { Reason } from "./verdict.ts";
import type { Window } from "./window.ts";

export function recalling(window: Window, reason: Reason): Window {
	const { restsSeconds, awaySeconds } = reason.values;
	recall(window.rest, Number(restsSeconds ?? 0));
	recall(window.absence, Number(awaySeconds ?? 0));
	recallMishap(window.mishaps, reason);
	window.said = reason;
	return window;
}
