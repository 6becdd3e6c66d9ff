// What does a watch that begins again know? From the last verdict what is usual, what has stood still, and what went wrong.
import { habitIn, recall } from "./judge/habit.ts";
import { recallMishap } from "./judge/mishaps.ts";
import type { Reason } from "./verdict.ts";
import type { Window } from "./window.ts";

export function recalling(window: Window, reason: Reason): Window {
	const { values } = reason;
	recall(window.rest, habitIn(values, "rests"));
	recall(window.absence, habitIn(values, "away"));
	recall(window.presence, habitIn(values, "here"));
	recallMishap(window.mishaps, reason);
	window.said = reason;
	return window;
}
