// Does a window keep what happened, and nothing that did not?
import { describe, expect, test } from "vitest";
import { exactly } from "../amount.ts";
import { reading, startMs } from "../for-tests.ts";
import { sparkOf } from "../spark.ts";
import { add, newWindow } from "./window.ts";

describe("the window", () => {
	test("an answer that was overtaken adds nothing", () => {
		const window = newWindow();
		add(window, reading(startMs));
		add(window, reading(startMs - 1_000));
		expect(window.size).toBe(1);
		expect(window.atMs[0]).toBe(startMs);
	});

	test("a clock that was set back begins a new window, so that the judgement goes on", () => {
		const window = newWindow();
		for (let tick = 0; tick < 5; tick++)
			add(window, reading(startMs + tick * 5_000));
		const setBackMs = startMs - 3_600_000;
		for (let tick = 0; tick < 3; tick++)
			add(window, reading(setBackMs + tick * 5_000, { lag: exactly(9) }));
		expect(window.size).toBe(3);
		expect(window.movedMs).toBe(setBackMs);
		expect(sparkOf(window).at(-1)).toBe(9);
	});

	test("a reading that begins anew leaves nothing to reckon with but the last hour", () => {
		const window = newWindow();
		for (let tick = 0; tick < 5; tick++)
			add(window, reading(startMs + tick * 5_000, { lag: exactly(80) }));
		const anew = { anew: "made again", lag: exactly(3) } as const;
		add(window, reading(startMs + 25_000, anew));
		expect(window.size).toBe(1);
		expect(sparkOf(window).at(-1)).toBe(80);
	});

	test("the last hour keeps the peak of each minute, and a gap stays a gap", () => {
		const window = newWindow();
		for (const [second, lag] of [
			[0, 5],
			[5, 80],
			[10, 7],
			[185, 3],
		] as const) {
			add(window, reading(startMs + second * 1000, { lag: exactly(lag) }));
		}
		expect(sparkOf(window).slice(-5)).toEqual([null, 80, null, null, 3]);
	});

	test("an hour that did not change is the one before, and another is new", () => {
		const window = newWindow();
		add(window, reading(startMs, { lag: exactly(5) }));
		const before = sparkOf(window);
		add(window, reading(startMs + 5_000, { lag: exactly(4) }));
		expect(sparkOf(window, before)).toBe(before);
		add(window, reading(startMs + 10_000, { lag: exactly(6) }));
		expect(sparkOf(window, before)).not.toBe(before);
		expect(sparkOf(window, before).at(-1)).toBe(6);
		expect(sparkOf(window, before.slice(1))).toHaveLength(60);
	});

	test("a minute nobody could know is a gap, not zero", () => {
		const window = newWindow();
		add(window, reading(startMs, { lag: null }));
		expect(sparkOf(window).at(-1)).toBeNull();
	});
});
