// Is the last hour told minute by minute, and kept once for all who had the same?
import { expect, test } from "vitest";
import { sparkOf } from "./spark.ts";
import { newWindow, type Window } from "./window/window.ts";

/** The newest minutes of an hour of which nothing else is known. */
function hour(...newest: readonly number[]): Window {
	const window = newWindow();
	window.minutes.set(newest, window.minutes.length - newest.length);
	return window;
}

test("what nobody knew is no number", () => {
	const spark = sparkOf(hour(7, 0, 3_000_000_000));
	expect(spark.slice(-4)).toEqual([null, 7, 0, 3_000_000_000]);
	expect(spark).toHaveLength(60);
});

test("two that had the same hour share it, and another is another", () => {
	const spark = sparkOf(hour(0, 0, 1));
	expect(sparkOf(hour(0, 0, 1))).toBe(spark);
	expect(sparkOf(hour(0, 0, 2))).not.toEqual(spark);
	expect(sparkOf(hour(0, 0, 1), spark)).toBe(spark);
});

test("of more hours than are remembered each is still told as it was", () => {
	for (let n = 0; n < 2_500; n++) expect(sparkOf(hour(n, 1)).at(-2)).toBe(n);
	expect(sparkOf(hour(5, 1)).slice(-2)).toEqual([5, 1]);
});
