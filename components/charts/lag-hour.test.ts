// Are the marks of the axis round, and does the highest lag fit under the top?
import { expect, test } from "vitest";
import { marksOf } from "./lag-hour.ts";

const end = Date.parse("2026-11-20T14:32:08.000Z");

test.each([
	[0, [0, 1]],
	[3, [0, 1, 2, 3, 4]],
	[61_204, [0, 20_000, 40_000, 60_000, 80_000]],
	[4_812_066, [0, 2e6, 4e6, 6e6]],
] as const)("up to %d the lines stand at %j", (highest, lines) => {
	const marks = marksOf(highest, end);
	expect(marks.lines).toEqual(lines);
	expect(marks.top).toBeGreaterThan(highest);
});

test("the quarters lie within the hour", () => {
	const { quarters } = marksOf(10, end);
	expect(
		quarters.map((ms) => new Date(ms).toISOString().slice(11, 16)),
	).toEqual(["13:45", "14:00", "14:15", "14:30"]);
});
