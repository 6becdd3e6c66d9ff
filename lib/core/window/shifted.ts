// What becomes of what was seen when the clock is set? All of it is dated by the new one, so that how long ago it was stays the same.
import { at, type Window } from "./window.ts";

const minuteMs = 60_000;
const minuteOf = (ms: number) => Math.floor(ms / minuteMs);

export function shift(window: Window, byMs: number): void {
	const lastMs = window.atMs[at(window, 0)] ?? Number.NaN;
	for (let i = 0; i < window.atMs.length; i++)
		window.atMs[i] = (window.atMs[i] ?? Number.NaN) + byMs;
	window.beganMs += byMs;
	window.resumedMs += byMs;
	window.movedMs += byMs;
	window.wokeMs += byMs;
	window.presentSinceMs += byMs;
	if (window.emptySinceMs !== null) window.emptySinceMs += byMs;
	// In whole minutes: the last one goes on in the minute of the new clock.
	const minutes = minuteOf(lastMs + byMs) - minuteOf(lastMs) || 0;
	window.minute += minutes;
	window.day.minute += minutes;
	window.day.emptySince += minutes;
	const { mishaps, parts } = window;
	mishaps.lostMs += byMs;
	mishaps.backMs += byMs;
	mishaps.backBeforeMs += byMs;
	mishaps.deliveredMs += byMs;
	if (parts === null) return;
	parts.beganMs += byMs;
	parts.resumedMs += byMs;
	parts.leastUntilMs += byMs;
	for (let i = 0; i < parts.restsSinceMs.length; i++)
		parts.restsSinceMs[i] = (parts.restsSinceMs[i] ?? Number.NaN) + byMs;
}
