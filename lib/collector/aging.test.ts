// Is anything let go because somebody set the clock?
import { expect, test } from "vitest";
import { agingClock } from "./aging.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const yearMs = 365 * 24 * hourMs;
const startMs = Date.UTC(2026, 0, 1);

function begun(lastMs: number | null) {
	let steadyMs = 1_000;
	let setMs = startMs;
	const clock = { wallMs: () => setMs + steadyMs, steadyMs: () => steadyMs };
	const aging = agingClock(clock, lastMs);
	return {
		/** How far what is believed is behind the time of day, after so long. */
		behindMs(forMs: number) {
			for (let at = 0; at < forMs; at += minuteMs) {
				aging();
				steadyMs += minuteMs;
			}
			return clock.wallMs() - aging();
		},
		set(byMs: number) {
			setMs += byMs;
		},
	};
}

test("a clock that nobody sets is believed", () => {
	expect(begun(null).behindMs(3 * hourMs)).toBe(0);
	expect(begun(startMs).behindMs(3 * hourMs)).toBe(0);
});

test("one that leaps a year ahead and is put right is never believed", () => {
	const it = begun(null);
	it.behindMs(hourMs);
	it.set(yearMs);
	expect(it.behindMs(50 * minuteMs)).toBe(yearMs);
	it.set(-yearMs);
	expect(it.behindMs(2 * hourMs)).toBe(0);
});

test("one that stays where it leapt to is believed after an hour, and one that leaps on only after another", () => {
	const it = begun(null);
	it.set(2 * hourMs);
	expect(it.behindMs(50 * minuteMs)).toBe(2 * hourMs);
	it.set(yearMs);
	expect(it.behindMs(50 * minuteMs)).toBe(yearMs + 2 * hourMs);
	expect(it.behindMs(20 * minuteMs)).toBe(0);
});

test("one that is set back is believed at once: nothing is let go for it", () => {
	const it = begun(null);
	it.set(-hourMs);
	expect(it.behindMs(0)).toBe(0);
});

test("after a long pause it has to stay as well: a machine may begin with a wrong clock", () => {
	const it = begun(startMs - yearMs);
	expect(it.behindMs(50 * minuteMs)).toBeGreaterThan(yearMs - hourMs);
	expect(it.behindMs(20 * minuteMs)).toBe(0);
});
