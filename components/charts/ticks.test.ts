// Are the lines of a grid round, few, and above the highest?
import { expect, test } from "vitest";
import { countTicks, durationTicks, paceTicks, timeTicks } from "./ticks.ts";

test.each([
	["of nothing at all", 0, [0, 1]],
	["of a few whole things there is no half", 3, [0, 1, 2, 3, 4]],
	["of thousands", 3_418, [0, 1_000, 2_000, 3_000, 4_000]],
	["of ten thousands", 61_204, [0, 20_000, 40_000, 60_000, 80_000]],
	["of millions", 4_812_066, [0, 2e6, 4e6, 6e6]],
] as const)("%s", (_title, highest, lines) => {
	expect(countTicks(highest).lines).toEqual(lines);
	expect(countTicks(highest).top).toBeGreaterThan(highest);
});

test.each([
	["seconds", 7, [0, 2, 4, 6, 8]],
	["minutes", 372, [0, 120, 240, 360, 480]],
	["hours", 7_260, [0, 1_800, 3_600, 5_400, 7_200, 9_000]],
	["days", 400_000, [0, 172_800, 345_600, 518_400]],
] as const)("an age is counted in %s", (_title, highest, lines) => {
	expect(durationTicks(highest).lines).toEqual(lines);
});

test("a pace below one has lines, too", () => {
	expect(paceTicks(0.6).lines).toEqual([0, 0.5, 1]);
	expect(paceTicks(0).lines[0]).toBe(0);
	expect(paceTicks(118).lines).toEqual([0, 100, 200]);
});

const at = Date.parse("2026-11-21T14:32:08.000Z");
const hourMs = 3_600_000;
const clocks = (ms: readonly number[], zoneMs = 0) =>
	ms.map((it) => new Date(it + zoneMs).toISOString().slice(11, 16));

test("an hour has its quarters, six hours their hours", () => {
	expect(clocks(timeTicks(at - hourMs, at, 8, 0).atMs)).toEqual([
		...["13:40", "13:50", "14:00", "14:10", "14:20", "14:30"],
	]);
	expect(clocks(timeTicks(at - 6 * hourMs, at, 8, 0).atMs)).toEqual([
		...["09:00", "10:00", "11:00", "12:00", "13:00", "14:00"],
	]);
});

test("days begin at midnight in the reader's own zone", () => {
	const seoul = 9 * hourMs;
	const { atMs, stepMs } = timeTicks(at - 7 * 24 * hourMs, at, 8, seoul);
	expect(stepMs).toBe(24 * hourMs);
	expect(new Set(clocks(atMs, seoul))).toEqual(new Set(["00:00"]));
});

test("a stretch of seconds and one of years have lines, too", () => {
	expect(timeTicks(at, at + 12_000, 8, 0).atMs).toHaveLength(7);
	const years = timeTicks(at - 900 * 24 * hourMs, at, 8, 0);
	expect(years.atMs.length).toBeLessThanOrEqual(8);
});
