// Is it foretold when a stream that is cut to a length removes what was not read, and only where there is evidence?
import { expect, test } from "vitest";
import { type Course, marginOf, wentOn } from "./margin.ts";

/** Seen every five seconds. */
const course = (...counts: readonly number[]): Course =>
	counts.map((n, i) => ({ atMs: i * 5000, n }));

const cut = course(0, 100, 200, 300, 400, 500, 600);
const asFast = course(0, 100, 200, 300, 400, 500, 600);
const halfAsFast = course(0, 50, 100, 150, 200, 250, 300);
const still = course(0, 0, 0, 0, 0, 0, 0);

test.each([
	[
		"cut twice as fast as read: half of the pace is what comes nearer",
		1000,
		cut,
		halfAsFast,
		100_000,
	],
	["nobody reads: it comes nearer at the whole pace", 1000, cut, still, 50_000],
	["at the very edge nothing is left", 0, cut, still, 0],
	["read as fast as it is cut: never", 1000, cut, asFast, null],
	["read faster than it is cut: never", 1000, halfAsFast, asFast, null],
	["nothing is cut: never", 1000, still, still, null],
	[
		"cut once by hand: that is no pace",
		1000,
		course(0, 0, 600, 600, 600, 600, 600),
		still,
		null,
	],
	[
		"cut twice: it may have been by hand",
		1000,
		course(0, 0, 300, 300, 600, 600, 600),
		still,
		null,
	],
	[
		"seen for a short time: not yet",
		1000,
		course(0, 100, 200, 300),
		still,
		null,
	],
	[
		"what was read is not known for long: not yet",
		1000,
		cut,
		course(0, 0),
		null,
	],
	["nothing was seen", 1000, [], [], null],
] as const)("%s", (_, kept, removed, departed, ms) => {
	expect(marginOf(kept, removed, departed)).toEqual(
		ms === null ? null : { n: ms, bound: "about" },
	);
});

test("a course is as long as five minutes, a step each five seconds, and never goes back", () => {
	let seen: Course = [];
	for (let ms = 0; ms <= 3_600_000; ms += 1000)
		seen = wentOn(seen, ms, ms % 7000 === 0 ? ms - 3 : ms);
	expect(seen.length).toBeLessThanOrEqual(62);
	expect(3_600_000 - (seen[0]?.atMs ?? 0)).toBeLessThanOrEqual(310_000);
	for (const [i, { n, atMs }] of seen.entries()) {
		const before = seen[i - 1];
		if (!before) continue;
		expect(n).toBeGreaterThanOrEqual(before.n);
		expect(atMs - before.atMs).toBeGreaterThanOrEqual(5000);
	}
});

test("a clock that was set back begins a course again", () => {
	expect(wentOn(cut, 1000, 700)).toEqual([{ atMs: 1000, n: 700 }]);
});
