// How did a subscription behave lately? Ten minutes of readings as columns, and the last hour minute by minute.
import type { Reading } from "./reading.ts";

export const readingsKept = 120;
export const minutesKept = 60;
const minuteMs = 60_000;
const setBackMs = 30_000;

/** Rings: `next` is where the newest reading will be written. NaN stands for what was not known. */
export type Window = {
	readonly atMs: Float64Array;
	readonly lag: Float64Array;
	readonly arrived: Float64Array;
	readonly departed: Float64Array;
	/** How many partitions the sums cover: only readings of the same cover are compared. */
	readonly counted: Float64Array;
	next: number;
	size: number;
	/** When something was last seen to be read, or the first reading. */
	movedMs: number;
	/** Since when nobody is registered and nothing is read; null while somebody is, or nobody knows. */
	emptySinceMs: number | null;
	readonly minutes: Float64Array;
	/** The minute since the epoch of the newest entry of `minutes`. */
	minute: number;
};

/** What of a reading a window remembers. */
export type Told = Pick<
	Reading,
	"atMs" | "lag" | "arrived" | "departed" | "counted" | "members" | "anew"
>;

const blank = (length: number) => new Float64Array(length).fill(Number.NaN);

export function newWindow(): Window {
	return {
		atMs: blank(readingsKept),
		lag: blank(readingsKept),
		arrived: blank(readingsKept),
		departed: blank(readingsKept),
		counted: blank(readingsKept),
		next: 0,
		size: 0,
		movedMs: 0,
		emptySinceMs: null,
		minutes: blank(minutesKept),
		minute: 0,
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
	if (reading.anew !== null) beginAnew(window);
	else if (window.size > 0) {
		const aheadMs = (window.atMs[at(window, 0)] ?? 0) - reading.atMs;
		if (aheadMs >= setBackMs) Object.assign(window, newWindow());
		else if (aheadMs >= 0) return;
	}
	const last = at(window, 0);
	const departed = reading.departed ?? Number.NaN;
	const sameCover = window.counted[last] === reading.counted;
	const moved = !sameCover || !Object.is(departed, window.departed[last]);
	if (window.size === 0 || moved || reading.lag?.n === 0)
		window.movedMs = reading.atMs;
	const isRead = sameCover && departed > (window.departed[last] ?? departed);
	if (reading.members?.registered !== 0) window.emptySinceMs = null;
	else if (isRead) window.emptySinceMs = reading.atMs;
	else window.emptySinceMs ??= reading.atMs;
	const i = window.next;
	window.atMs[i] = reading.atMs;
	window.lag[i] = reading.lag?.n ?? Number.NaN;
	window.arrived[i] = reading.arrived ?? Number.NaN;
	window.departed[i] = departed;
	window.counted[i] = reading.counted;
	window.next = (i + 1) % readingsKept;
	window.size = Math.min(window.size + 1, readingsKept);
	remember(window, reading.atMs, reading.lag?.n ?? Number.NaN);
}

/** What the last hour looked like stays; nothing is reckoned from it. */
function beginAnew(window: Window): void {
	const { minutes, minute } = window;
	Object.assign(window, { ...newWindow(), minutes, minute });
}

function remember(window: Window, atMs: number, lag: number): void {
	const minute = Math.floor(atMs / minuteMs);
	passMinutes(window, minute);
	const highest = window.minutes[minutesKept - 1] ?? Number.NaN;
	if (!(highest >= lag)) window.minutes[minutesKept - 1] = lag;
}

function passMinutes(window: Window, minute: number): void {
	const passed = Math.min(minute - window.minute, minutesKept);
	if (passed <= 0) return;
	window.minutes.copyWithin(0, passed);
	window.minutes.fill(Number.NaN, minutesKept - passed);
	window.minute = minute;
}

/** The highest lag of each of the last 60 minutes, oldest first; null where there was no reading. */
export function sparkOf(window: Window): (number | null)[] {
	return Array.from(window.minutes, (lag) => (Number.isNaN(lag) ? null : lag));
}
