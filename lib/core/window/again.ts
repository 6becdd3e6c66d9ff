// How does a judgement go on after a restart? With the window as history remembers it, the time between left out.
import { exactly } from "../amount.ts";
import type { Past } from "../history.ts";
import { type Day, newDay, noteMinute } from "../judge/day.ts";
import { add, newWindow, type Window } from "./window.ts";

const awayMs = 10 * 60_000;

const orNull = (value = Number.NaN): number | null =>
	Number.isNaN(value) ? null : value;

function dayFrom({ floors, minute }: Past): Day {
	const day = newDay();
	for (const [i, lag] of floors.entries())
		noteMinute(day, minute + 1 - floors.length + i, lag, Number.NaN);
	return day;
}

/** Read again one by one, so that a window from history is the window that was. */
export function windowFrom(past: Past, nowMs: number): Window {
	const window = newWindow();
	for (const [i, atMs] of past.atMs.entries()) {
		const lag = orNull(past.lag[i]);
		add(window, {
			atMs,
			lag: lag === null ? null : exactly(lag),
			arrived: orNull(past.arrived[i]),
			departed: orNull(past.departed[i]),
			counted: past.counted[i] ?? 0,
			...{ members: null, anew: null },
		});
	}
	// The peaks reach further back than the readings, and the two since-whens may.
	window.minutes.set(past.minutes.slice(-window.minutes.length));
	window.minute = past.minute;
	window.day = dayFrom(past);
	window.movedMs = past.stillSinceMs ?? window.movedMs;
	// Without a counter nobody knows whether somebody came and read while we were away for long.
	const last = past.departed.at(-1) ?? Number.NaN;
	const isAway = nowMs - (past.atMs.at(-1) ?? 0) > awayMs;
	window.emptySinceMs = isAway && Number.isNaN(last) ? null : past.emptySinceMs;
	return window;
}
