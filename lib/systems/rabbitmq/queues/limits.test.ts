// Which limit holds where a queue and its policy each name one?
import { expect, test } from "vitest";
import { limitsIn, mayLose } from "./limits.ts";

const nothing = {
	length: null,
	bytes: null,
	ageMs: null,
	dropsOldest: true,
	deadLetters: null,
};

test.each([
	["none", {}, {}, nothing],
	["the server tells none as a list", [], [], nothing],
	["its own", { "x-max-length": 5 }, {}, { ...nothing, length: 5 }],
	["by policy", {}, { "max-length-bytes": 9 }, { ...nothing, bytes: 9 }],
	[
		"the lower of both",
		{ "x-max-length": 5 },
		{ "max-length": 3 },
		{ ...nothing, length: 3 },
	],
	[
		"its own word",
		{ "x-overflow": "drop-head" },
		{ overflow: "reject-publish" },
		nothing,
	],
	[
		"whoever writes is refused",
		{},
		{ overflow: "reject-publish" },
		{ ...nothing, dropsOldest: false },
	],
	["an age", { "x-message-ttl": 1000 }, {}, { ...nothing, ageMs: 1000 }],
	[
		"to the default exchange",
		{ "x-dead-letter-exchange": "" },
		{},
		{ ...nothing, deadLetters: "" },
	],
	["what is no number", { "x-max-length": "many" }, {}, nothing],
])("%s", (_, given, policy, expected) => {
	expect(limitsIn(given, policy)).toEqual(expected);
});

test.each([
	["nothing goes", {}, false],
	["the oldest goes", { length: 1 }, true],
	["nobody may write", { length: 1, dropsOldest: false }, false],
	["it goes elsewhere", { length: 1, deadLetters: "dead" }, false],
	[
		"what is old goes, though nobody may write",
		{ ageMs: 1, dropsOldest: false },
		true,
	],
])("%s", (_, change, expected) => {
	expect(mayLose({ ...nothing, ...change })).toBe(expected);
});
