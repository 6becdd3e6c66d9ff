// Is heat told in steps of the largest, and do many partitions fit into two rows?
import { expect, test } from "vitest";
import { cellsOf, heatOf, numberedEvery } from "./heat.ts";

test.each([
	["not known", null, null],
	["nothing waiting", 0, 0],
	["one among a thousand", 1, 1],
	["a fifth", 200, 2],
	["more than half", 501, 3],
	["the largest", 1_000, 3],
] as const)("%s", (_title, lag, heat) => {
	expect(heatOf(lag, 1_000)).toBe(heat);
});

test("sixty-one stand in two rows of cells of eight pixels", () => {
	const { cells, height } = cellsOf(61, 1_000);
	expect(new Set(cells.map(({ y }) => y)).size).toBe(2);
	expect(height).toBe(18);
	expect(cells.at(-1)).toEqual({ x: 290, y: 10 });
});

test("where the place is narrow there are more rows, and nothing lies outside", () => {
	const { cells, height } = cellsOf(500, 320);
	expect(Math.max(...cells.map(({ x }) => x)) + 8).toBeLessThanOrEqual(320);
	expect(height).toBeGreaterThan(18);
});

test("each bar has its number where there is room, else every second, fifth or tenth", () => {
	expect(numberedEvery(12, 560)).toBe(1);
	expect(numberedEvery(30, 560)).toBe(2);
	expect(numberedEvery(59, 560)).toBe(5);
	expect(numberedEvery(59, 240)).toBe(10);
});
