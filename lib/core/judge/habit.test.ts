// Is what is usual known again as it was, by a watch that begins again?
import { describe, expect, test } from "vitest";
import {
	asRest,
	type Habit,
	habitIn,
	learn,
	newHabit,
	patienceMs,
	recall,
	valuesOf,
} from "./habit.ts";

const minuteMs = 60_000;

function learned(minutes: readonly number[]): Habit {
	const habit = newHabit();
	for (const it of minutes) learn(habit, it * minuteMs);
	return habit;
}

const patienceOf = (habit: Habit): number => patienceMs(habit) / minuteMs;
const again = (minutes: readonly number[], since: readonly number[] = []) => {
	const habit = learned(since);
	recall(habit, habitIn(valuesOf(learned(minutes), asRest), asRest));
	return habit;
};

describe("for how long it may wait", () => {
	test.each([
		["never read", []],
		["read once, after forty seconds", [0.67]],
		["read three times", [0.5, 9, 2]],
		["read all the time", Array(50).fill(0.08)],
		[
			"read once a minute, and now and then much later",
			[1, 1, 10, 1, 1, 10, 1],
		],
		["read every hour", Array(9).fill(60)],
		["read at odd hours", [50, 190, 20, 240, 70]],
	])("%s", (_, minutes) => {
		const patience = patienceOf(learned(minutes));
		const told = patienceOf(again(minutes));
		expect(told).toBeGreaterThan(0.95 * patience - 1);
		expect(told).toBeLessThan(1.05 * patience + 2);
	});
});

test("what the last minutes showed often enough is not known better from before, where that is no more patient", () => {
	expect(again(Array(9).fill(0.08), Array(9).fill(0.2)).meanMs).toBe(12_000);
});

test("what the last minutes showed often is given as long as before", () => {
	const often = Array(9).fill(1);
	expect(patienceOf(again([...often, 40, 1, 40, 1], often))).toBeGreaterThan(
		40,
	);
});

test("what was seen three times is known as well when it was seen twice more", () => {
	const habit = again([1, 1, 1]);
	expect(patienceOf(habit)).toBe(15);
	for (const _ of [4, 5]) learn(habit, minuteMs);
	expect(patienceOf(habit)).toBe(5);
});
