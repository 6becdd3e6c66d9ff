// Is growth told from noise?
import { expect, test } from "vitest";
import { randomFrom } from "#world/random.ts";
import { leastOf, slopeOf } from "./slope.ts";

const points = (of: (x: number) => number, n = 30) =>
	Array.from({ length: n }, (_, x) => ({ x, y: of(x) }));

test("a straight line has its slope and no error", () => {
	const line = slopeOf(points((x) => 7 + 3 * x));
	expect(line?.slope).toBeCloseTo(3);
	expect(line?.error).toBeCloseTo(0);
});

test("noise around a level is within three errors of no slope, and a leak beneath it is not", () => {
	const random = randomFrom(5);
	const noise = Array.from({ length: 30 }, () => 20 * random());
	const level = slopeOf(points((x) => 300 + (noise[x] ?? 0)));
	expect(Math.abs(level?.slope ?? 9)).toBeLessThan(3 * (level?.error ?? 0));
	const leak = slopeOf(points((x) => 300 + (noise[x] ?? 0) + 3 * x));
	expect(leak?.slope).toBeGreaterThan(3 * (leak?.error ?? 9));
});

test("nothing is said of two points, or of many at one moment", () => {
	expect(slopeOf(points((x) => x, 2))).toBeNull();
	expect(slopeOf([1, 2, 3].map((y) => ({ x: 4, y })))).toBeNull();
});

test("of each stretch the least stays", () => {
	const saw = points((x) => 10 + (x % 10), 20);
	expect(leastOf(saw, 10)).toEqual([
		{ x: 0, y: 10 },
		{ x: 10, y: 10 },
	]);
});
