// When is a group asked for the message it has held the longest?
import { expect, test } from "vitest";
import { heldQuestion } from "./held.ts";
import { newMemory } from "./memory.ts";

const never = Number.POSITIVE_INFINITY;
const minuteMs = 60_000;
const nowMs = 100 * minuteMs;

const group = {
	name: "g",
	consumers: 1,
	position: "7-0",
	entriesRead: 7,
	lag: 0,
};
const heldSince = (agoMs: number, of = "7-0 3") => ({
	...{ of, askedMs: nowMs - agoMs, id: "1-0" },
	...{ sinceMs: 0, deliveries: 1 },
});

test.each([
	["it holds nothing", 0, null, never, "not asked"],
	["it was never asked", 3, null, never, "asked"],
	["it was never asked, and nothing is written", 3, null, 0, "asked"],
	["it was asked a moment ago", 3, heldSince(5_000), never, "not asked"],
	["it was asked a minute ago", 3, heldSince(minuteMs), never, "asked"],
	[
		"something was written since it was asked an hour ago",
		3,
		heldSince(60 * minuteMs),
		nowMs - minuteMs,
		"asked",
	],
	[
		"nothing was written since it was asked an hour ago",
		3,
		heldSince(60 * minuteMs),
		nowMs - 60 * minuteMs,
		"not asked",
	],
	["it read on", 3, heldSince(5_000, "6-0 3"), 0, "asked"],
	["it holds more than a moment ago", 4, heldSince(5_000), 0, "asked"],
])("when %s", (_, holding, held, stillSinceMs, expected) => {
	const now = { group: { ...group, holding }, memory: { held } };
	const moment = { nowMs, stillSinceMs };
	const asked = heldQuestion(now, { memory: newMemory("s") }, moment, 0);
	expect(asked === null ? "not asked" : "asked").toBe(expected);
});
