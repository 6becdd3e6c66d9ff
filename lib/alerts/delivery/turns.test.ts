// When is an outlet spoken to again, also when somebody sets the clock?
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Answer, OwedNotice } from "#lib/core/alert/notice.ts";
import { againAfterMs, turnsOf } from "./turns.ts";

const hour = 3_600_000;
const answered = (change: Partial<Answer>): Answer => ({
	...{ isTaken: false, again: true, afterMs: null, code: "busy", values: {} },
	...change,
});

function clocks() {
	const now = { wall: 1_000 * hour, steady: 5_000 };
	const turns = turnsOf({
		...{ wallMs: () => now.wall, steadyMs: () => now.steady },
	});
	const passes = (ms: number) => {
		now.wall += ms;
		now.steady += ms;
	};
	return { now, turns, passes };
}

function owed(atMs: number, tries: number): OwedNotice {
	const course = { nextMs: 0, answer: null, answeredMs: null };
	const names = { id: randomUUID(), outlet: "one" };
	return { ...names, atMs, state: "owed", tries, ...course };
}

test("each try waits twice as long as the one before, up to five minutes, and no two alike", () => {
	const waits = Array.from({ length: 9 }, (_, n) =>
		againAfterMs(n + 1, null, () => 1),
	);
	expect(waits).toEqual([
		...[5_000, 10_000, 20_000, 40_000, 80_000, 160_000],
		...[300_000, 300_000, 300_000],
	]);
	expect(againAfterMs(1, null, () => 0)).toBe(3_750);
});

test("whoever wants a longer pause gets it, up to a quarter of an hour", () => {
	expect(againAfterMs(1, 60_000)).toBe(60_000);
	expect(againAfterMs(1, 24 * hour)).toBe(15 * 60_000);
	expect(againAfterMs(1, 0)).toBeGreaterThan(3_000);
});

test("an outlet that takes nothing rests longer each time, until it answers", () => {
	const { turns, passes } = clocks();
	expect(turns.rests("one")).toBe(false);
	turns.answered("one", answered({}));
	turns.answered("one", answered({}));
	passes(5_100);
	expect([turns.rests("one"), turns.rests("other")]).toEqual([true, false]);
	passes(5_000);
	expect([turns.rests("one"), turns.isFailing("one")]).toEqual([false, true]);
	turns.answered("one", answered({ again: false, code: "turned down" }));
	expect(turns.isFailing("one")).toBe(false);
});

test("a clock that is set changes nothing of who rests and how old anything is", () => {
	const { now, turns, passes } = clocks();
	turns.answered("one", answered({}));
	const one = owed(now.wall, 1);
	expect(turns.ageMs(one)).toBe(0);
	now.wall += 3 * hour;
	expect([turns.rests("one"), turns.ageMs(one)]).toEqual([true, 0]);
	now.wall -= 6 * hour;
	passes(60_000);
	expect([turns.rests("one"), turns.ageMs(one)]).toEqual([false, 60_000]);
});

test("what is due stays due when the clock goes back, and what is new is due at once when it goes on", () => {
	const { now, turns } = clocks();
	const before = turns.nowMs();
	now.wall -= hour;
	expect(turns.nowMs()).toBe(before);
	now.wall += 3 * hour;
	expect(turns.nowMs()).toBe(before + 2 * hour);
});

test("what was tried before the start is as old as it says, and what was not is new, however long nobody was there", () => {
	const { now, turns } = clocks();
	expect(turns.ageMs(owed(now.wall - 3 * hour, 4))).toBe(3 * hour);
	expect(turns.ageMs(owed(now.wall - 3 * hour, 0))).toBe(0);
	expect(turns.ageMs(owed(now.wall + 3 * hour, 4))).toBe(0);
});
