// Does the picture of a back-test show what history knows, and nothing over what it does not know?
import { describe, expect, test } from "vitest";
import { linePaths, marksIn } from "./back-test-plane.ts";
import { alertOf, at, noon } from "./for-tests.ts";

const xOf = (ms: number) => (ms - (noon - 100 * 60_000)) / 60_000;
const { target } = alertOf();

test("where nothing is known the line has a gap, and never a slope", () => {
	const drawn = linePaths(
		{ atMs: [0, 10, 20, 30], values: [1, 2, null, 4] },
		{ xOf: (ms) => ms, yOf: (n) => 100 - n, foot: 100 },
	);
	expect(drawn.line).toBe("M0 99L10 98M30 96");
	expect(drawn.area).toBe("M0 99L10 98V100H0zM30 96V100H30z");
});

describe("firings", () => {
	const firing = (fired: number, resolved: number | null) => ({
		...{ target, fired: at(fired), worst: null },
		resolved: resolved === null ? null : at(resolved),
	});
	const marks = (...firings: Parameters<typeof marksIn>[0]) =>
		marksIn(firings, target, firings.length, { xOf, toMs: noon });

	test("each lies from when it would have fired to when it would be over, numbered as they came", () => {
		expect(marks(firing(30, null), firing(80, 60))).toMatchObject([
			{ x: 70, wide: 30, label: 2 },
			{ x: 20, wide: 20, label: 1 },
		]);
	});

	test("short ones can still be seen, and numbers do not cover each other", () => {
		expect(marks(firing(30, 30), firing(40, 39))).toMatchObject([
			{ x: 70, wide: 4, label: 2 },
			{ x: 60, wide: 4, label: null },
		]);
	});

	test("those of something else are not marked on this line", () => {
		const other = { is: "broker", broker: "eu", system: "log" } as const;
		expect(marks({ ...firing(30, 20), target: other })).toEqual([]);
	});
});
