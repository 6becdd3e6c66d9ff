// How did a subscription behave lately? Ten minutes of readings as columns, a day minute by minute, and what is usual for it.
import { type Day, newDay, noteMinute } from "../judge/day.ts";
import { type Habit, newHabit } from "../judge/habit.ts";
import { type Mishaps, newMishaps, noteMishaps } from "../judge/mishaps.ts";
import type { Parts } from "../judge/parts.ts";
import { attend, move } from "../judge/watch.ts";
import type { Reading } from "../reading.ts";
import type { Reason } from "../verdict.ts";
import {
	minutesKept,
	newColumns,
	noteMargin,
	readingsKept,
	type WindowColumns,
} from "./columns.ts";

const minuteMs = 60_000;
const setBackMs = 30_000;
const gapMs = 30_000;

/** `next` is where the newest reading will be written. */
export type Window = WindowColumns & {
	next: number;
	size: number;
	/** The first reading of all, and the first since the last gap. */
	beganMs: number;
	resumedMs: number;
	/** When something was last seen to be read, or the first reading. */
	movedMs: number;
	/** When a rest ended that was much longer than usual. */
	wokeMs: number;
	/** Since when nobody is registered and nothing is read; null while somebody is, or nobody knows. */
	emptySinceMs: number | null;
	/** Since when somebody has been there. */
	presentSinceMs: number;
	timeLagMs: number;
	lowestLag: number;
	/** The minute since the epoch of the newest entry of `minutes`. */
	minute: number;
	/** How long work waits before it is read, how long nobody is there, and somebody is. */
	readonly rest: Habit;
	readonly absence: Habit;
	readonly presence: Habit;
	day: Day;
	readonly mishaps: Mishaps;
	parts: Parts | null;
	/** Of the last reading that was judged; silence in between changes nothing about it. */
	said: Reason | null;
};

/** What of a reading a window remembers. */
export type Told = Pick<
	Reading,
	"atMs" | "lag" | "arrived" | "departed" | "counted" | "members" | "anew"
> &
	Partial<
		Pick<
			Reading,
			| "marginMs"
			| "timeLagMs"
			| "columns"
			| "lost"
			| "deliveriesMax"
			| "holding"
		>
	>;

export function newWindow(): Window {
	return {
		...newColumns(),
		...{ next: 0, size: 0, beganMs: 0, resumedMs: 0, movedMs: 0 },
		...{ wokeMs: Number.NEGATIVE_INFINITY, emptySinceMs: null },
		presentSinceMs: 0,
		...{ timeLagMs: Number.NaN, lowestLag: Number.POSITIVE_INFINITY },
		minute: 0,
		...{ rest: newHabit(), absence: newHabit(), presence: newHabit() },
		...{ day: newDay(), mishaps: newMishaps(), parts: null },
		said: null,
	};
}

/** Entry `back` readings before the newest one, as an index into the columns. */
export function at(window: Window, back: number): number {
	return (window.next - 1 - back + 2 * readingsKept) % readingsKept;
}

/**
 * A reading that is a little older than the last one was overtaken, and is ignored. Much older means that the clock
 * was set back: what was seen by the other clock cannot be compared any more.
 */
export function add(window: Window, reading: Told): void {
	const { atMs } = reading;
	const lastMs = window.atMs[at(window, 0)] ?? Number.NaN;
	if (reading.anew !== null) beginAnew(window);
	else if (lastMs - atMs >= setBackMs) clockSetBack(window);
	else if (lastMs - atMs >= 0) return;
	if (window.size === 0) {
		window.beganMs = atMs;
		window.presentSinceMs = atMs;
	}
	const intervalMs = lastMs - (window.atMs[at(window, 1)] ?? Number.NaN);
	const isGap = atMs - lastMs > Math.max(gapMs, 3 * (intervalMs || 0));
	if (window.size === 0 || isGap) window.resumedMs = atMs;
	const last = at(window, 0);
	const back = move(window, reading, last);
	attend(window, reading, last);
	const lost = reading.anew === null ? (reading.lost ?? null) : null;
	noteMishaps(window.mishaps, { ...nothingOdd, ...reading, lost }, back);
	const i = window.next;
	window.atMs[i] = atMs;
	window.lag[i] = reading.lag?.n ?? Number.NaN;
	window.arrived[i] = reading.arrived ?? Number.NaN;
	window.departed[i] = reading.departed ?? Number.NaN;
	noteMargin(window, i, reading.marginMs?.n ?? Number.NaN);
	window.counted[i] = reading.counted;
	window.next = (i + 1) % readingsKept;
	window.size = Math.min(window.size + 1, readingsKept);
	window.timeLagMs = reading.timeLagMs?.n ?? Number.NaN;
	const lag = reading.lag?.n ?? Number.NaN;
	if (lag < window.lowestLag) window.lowestLag = lag;
	remember(window, atMs, lag);
	const arrived = reading.arrived ?? Number.NaN;
	noteMinute(window.day, Math.floor(atMs / minuteMs), lag, arrived);
}

const nothingOdd = { lost: null, deliveriesMax: null, holding: null };

/** What is usual, what went wrong and what the last hour looked like stay; nothing else is reckoned from. */
function beginAnew(window: Window): void {
	const { minute, rest, absence, presence, mishaps } = window;
	Object.assign(window, begun(window), {
		...{ minute, rest, absence, presence, mishaps },
	});
}

/** A window that has seen nothing but the last hour of this one. */
function begun({ minutes }: Window): Window {
	const window = newWindow();
	window.minutes.set(minutes);
	return window;
}

/** The minutes go on as if it had not been: they tell of an order, and that has not changed. */
function clockSetBack(window: Window): void {
	const { minute, rest, absence, presence, day } = window;
	Object.assign(window, begun(window), {
		...{ minute, rest, absence, presence, day },
	});
}

function remember(window: Window, atMs: number, lag: number): void {
	const minute = Math.floor(atMs / minuteMs);
	passMinutes(window, minute);
	const highest = window.minutes[minutesKept - 1] ?? Number.NaN;
	if (!(highest >= lag)) window.minutes[minutesKept - 1] = lag;
}

function passMinutes(window: Window, minute: number): void {
	const passed = Math.min(minute - window.minute, minutesKept);
	window.minute = minute;
	if (passed <= 0) return;
	window.minutes.copyWithin(0, passed);
	window.minutes.fill(Number.NaN, minutesKept - passed);
}
