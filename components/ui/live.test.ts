// Does a screen that gets no answer ask less often, and never in step with the others?
import { expect, test } from "vitest";
import { waitMs } from "./live.tsx";

test("while all is well it asks at the interval it was given", () => {
	expect(waitMs(2_500, 0, 0.9)).toBe(2_500);
});

test("each failure doubles the wait, up to eight times", () => {
	expect([1, 2, 3, 4, 50].map((n) => waitMs(1_000, n, 0))).toEqual([
		2_000, 4_000, 8_000, 8_000, 8_000,
	]);
});

test("chance spreads the screens by a fifth", () => {
	expect(waitMs(1_000, 1, 1)).toBe(2_400);
});
