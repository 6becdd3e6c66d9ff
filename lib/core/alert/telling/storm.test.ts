// How many notices is a storm? Few, each of which somebody can read, and nothing left out.
import { expect, test } from "vitest";
import { minute } from "../for-tests.ts";
import { type Move, telling } from "./for-tests.ts";

const tick: Move = {};
const hour: Move = { afterMs: 60 * minute };
const many = (n: number, from = 0) =>
	Array.from({ length: n }, (_, i) => `g${from + i}`);

test("a thousand groups that stop at once are one notice an outlet", () => {
	const outlets = ["chat", "mail"];
	const { notices } = telling({ outlets }, [
		{ fires: many(1_000) },
		tick,
		tick,
	]);
	expect(notices.map(({ outlet, total }) => [outlet, total])).toEqual([
		...outlets.map((outlet) => [outlet, 1_000]),
	]);
});

test("a thousand that stop one after the other for half an hour are a few notices", () => {
	const moves = many(1_000).map(
		(id): Move => ({ fires: [id], afterMs: 2_000 }),
	);
	const { notices } = telling({}, moves);
	expect(notices.length).toBeLessThan(15);
	const told = new Set(
		notices.flatMap(({ alerts }) => alerts.map(({ id }) => id)),
	);
	expect(told.size).toBeGreaterThan(850);
});

test("a notice holds a thousand in full, the worst of those that fire first, and says how many there are", () => {
	const { notices, waves } = telling({}, [{ fires: many(6_000) }, tick]);
	expect(waves.map(({ alerts }) => alerts.length)).toEqual([5_000, 1_000]);
	expect(notices.map(({ total, alerts }) => [total, alerts.length])).toEqual([
		...[
			[5_000, 1_000],
			[1_000, 1_000],
		],
	]);
});

test("a notice says its rule's gravity and text, and has an id of its own", () => {
	const text = "Call the payments team.";
	const rules = [{ text, gravity: "critical" as const }];
	const { notices } = telling({ rules }, [
		{ fires: ["a"] },
		tick,
		hour,
		{ over: ["a"] },
	]);
	expect(new Set(notices.map(({ id }) => id)).size).toBe(3);
	expect(new Set(notices.map(({ wave }) => wave)).size).toBe(1);
	for (const notice of notices)
		expect(notice).toMatchObject({ text, gravity: "critical", broker: "eu" });
});
