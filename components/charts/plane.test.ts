// Do moments and pixels lead to one another, and is the nearest point the nearest?
import { expect, test } from "vitest";
import { left, msAt, nearest, xOf } from "./plane.ts";

const plane = { width: 852, fromMs: 1_000, endMs: 9_000 };

test("a moment is found again at its pixel, and outside there is none", () => {
	expect(msAt(plane, xOf(plane, 4_000))).toBeCloseTo(4_000);
	expect(xOf(plane, 1_000)).toBe(left);
	expect(xOf(plane, 9_000)).toBe(852);
	expect(msAt(plane, -50)).toBe(1_000);
	expect(msAt(plane, 5_000)).toBe(9_000);
});

test("the nearest point is told, before the first and after the last as well", () => {
	const points = [{ atMs: 10 }, { atMs: 20 }, { atMs: 40 }];
	const places = [0, 14, 16, 31, 99].map((ms) => nearest(points, ms));
	expect(places).toEqual([0, 0, 1, 2, 2]);
	expect(nearest([], 5)).toBe(-1);
});
