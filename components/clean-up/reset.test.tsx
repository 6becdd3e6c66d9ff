// What does somebody read who lets a group read on from elsewhere: the question, the plan of positions, and why there is none?
import { describe, expect, test } from "vitest";
import { exactly } from "#lib/core/amount.ts";
import { SpokenKo } from "#lib/say/ko/spoken.tsx";
import type { PlanReply } from "#lib/wire/clean-up-plan.ts";
import {
	errandOf,
	outcomeOf,
	planned,
	planOf,
	targetOf,
	undertakingOf,
} from "./for-tests.ts";
import { body } from "./for-tests-drawn.tsx";
import { replayOf } from "./replay.ts";
import type { PlanWish } from "./wish.ts";

const wish: PlanWish = {
	action: "reset",
	partitions: null,
	to: { place: "ago", ms: 3_600_000 },
};
const kept = { first: 100, end: 10_000, isBrought: false };
const moves: PlanReply["moves"] = [
	{ channel: "orders", partition: 1, before: 9_000, after: 600, ...kept },
	{ channel: "orders", partition: 0, before: 600, after: 1_100, ...kept },
	{
		...{ channel: "orders", partition: 2, before: null, after: 100, ...kept },
		isBrought: true,
	},
];
const plan = planOf({
	...{
		cleanUp: wish,
		moves,
		movesLeftOut: 7,
		pace: 14,
		risk: "loses messages",
	},
	effects: [
		{ code: "go back", values: { messages: 8_400, partitions: 1 } },
		{ code: "skip", values: { messages: 500, partitions: 1 } },
		{ code: "begin", values: { partitions: 1 } },
	],
	figures: [{ code: "waiting", before: exactly(1), after: exactly(8_401) }],
	...{ messages: exactly(10), membersRemoved: 0, typed: "shipping" },
	undo: "while empty",
});
const errandWith = (plan: PlanReply) =>
	errandOf({
		cleanUp: wish,
		undertaking: undertakingOf({
			...{ typed: plan.typed, targets: [targetOf({ plan })] },
		}),
	});

describe("a plan of positions", () => {
	const said = body(errandWith(plan));

	test("stands under the question where to read on", () => {
		for (const text of [
			"Where to read on",
			"Some time ago",
			"As another group",
			"15 min 1 h 6 h 1 d",
			"At the first message written then or later.",
		])
			expect(said).toContain(text);
		expect(said.indexOf("Where to read on")).toBeLessThan(
			said.indexOf("What will happen"),
		);
	});

	test("shows each partition before and after, and what that does to messages", () => {
		for (const text of [
			"1 9,000 600 8,400 read again",
			"0 600 1,100 500 never read",
			"first position · brought within",
			"7 more partitions not shown.",
			"Positions 10",
		])
			expect(said).toContain(text);
	});

	test("says how long reading again takes, or that nobody knows", () => {
		expect(said).toContain("takes about 10 min at its last pace of 14/s");
		const unknown = body(errandWith({ ...plan, pace: null }));
		expect(unknown).toContain("How long reading them again takes is not known");
		expect(replayOf({ ...plan, effects: [] })).toBeNull();
	});

	test("tells first what is never read, and wants the name typed", () => {
		expect(
			said.indexOf("500 messages of 1 partition are skipped"),
		).toBeLessThan(said.indexOf("What will happen"));
		expect(said).toContain("Type shipping to confirm");
		expect(said).toContain("Reset 10");
	});

	test("says the same in Korean", () => {
		const korean = body(errandWith(plan), SpokenKo);
		for (const text of [
			"다시 읽을 위치",
			"8,400건 다시 읽음",
			"500건 읽지 않음",
		])
			expect(korean).toContain(text);
	});
});

test("of very many moves a page is drawn, and the others can be turned to", () => {
	const many = Array.from({ length: 250 }, (_, partition) => ({
		...{ channel: "orders", partition, before: 9_000, after: 600, ...kept },
	}));
	const said = body(errandWith({ ...plan, moves: many, movesLeftOut: 0 }));
	expect(said.match(/8,400 read again/g)).toHaveLength(100);
	expect(said).toMatch(/1.+100.+250/);
});

describe("where nothing is to be done, the question stays", () => {
	const refused = (code: "nothing to do" | "has members") =>
		body(errandWith({ ...plan, refusal: { code, values: { members: 2 } } }));

	test("because all is as it should be", () => {
		const said = refused("nothing to do");
		expect(said).toContain("Every position stands there already.");
		expect(said).toContain("Where to read on");
		expect(said).toContain("Draw a new plan");
	});

	test("because something stands in the way", () => {
		const said = refused("has members");
		expect(said).toContain("The group has 2 members. Stop its programs first");
		expect(said).toContain("Where to read on");
	});
});

test("what was reset can be taken back, counted as positions", () => {
	const said = body({
		...errandWith(plan),
		...{ state: "done", ended: planned },
		undertaking: undertakingOf({
			approval: { by: "mina", from: null, at: planned, why: null },
			targets: [targetOf({ plan, kept: 10, outcome: outcomeOf() })],
		}),
	});
	expect(said).toContain("Undo for 10 positions");
	expect(said).not.toContain("Where to read on");
});

test("what has a way of its own is told with what to run", () => {
	const cleanUp = { action: "redrive", from: null } as const;
	const own = planOf({
		cleanUp,
		refusal: { code: "its own way", values: { program: "RQ" } },
		commands: ["rq requeue --all --queue mail"],
	});
	const said = body({ ...errandWith(own), cleanUp });
	expect(said).toContain("RQ has rules of its own for this.");
	expect(said).toContain("What to run");
	expect(said).toContain("rq requeue --all --queue mail");
});
