// Which lines are drawn when so much was scrolled? All in sight, a few beside them, and never many.
import { expect, test } from "vitest";
import { rangeAt, topsOf } from "./windowed.ts";

const tops = topsOf(10_000, 28, new Map([[3, 24]]));

test("lines begin where those above them end", () => {
	expect([...tops.slice(0, 6)]).toEqual([0, 28, 56, 84, 108, 136]);
	expect(tops.at(-1)).toBe(10_000 * 28 - 4);
});

test("what is in sight is drawn, with some on both sides", () => {
	expect(rangeAt(tops, 0, 900)).toMatchObject({ first: 0 });
	const { first, last } = rangeAt(tops, 5_000 * 28, 900);
	expect(first).toBeLessThan(5_000);
	expect(last).toBeGreaterThan(5_000 + 900 / 28);
});

test.each([400, 768, 900, 1_080, 1_400])(
	"no more than 56 lines are drawn in a window of %i px",
	(px) => {
		for (let down = -500; down < 10_100 * 28; down += 977) {
			const { first, last } = rangeAt(tops, down, px);
			expect(first).toBeGreaterThanOrEqual(0);
			expect(last).toBeLessThan(10_000);
			expect(last - first + 1).toBeLessThanOrEqual(56);
		}
	},
);

test("a table without lines draws none", () => {
	expect(rangeAt(topsOf(0, 28, new Map()), 0, 900)).toEqual({
		first: 0,
		last: 0,
	});
});
