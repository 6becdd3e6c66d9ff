// Is every change of a rule said before it is saved, and what keeps it from being saved?
import { describe, expect, test } from "vitest";
import { type Rule, usualRules } from "#lib/core/alert/rule.ts";
import { wholeEn } from "#lib/say/en/spoken.tsx";
import {
	changesSaid,
	isSame,
	keyOf,
	missingIn,
	newRule,
	whenChoices,
} from "./draft.ts";

const rule: Rule = { ...newRule, name: "backlog" };
const changes = (over: Partial<Rule>) =>
	changesSaid(wholeEn, rule, { ...rule, ...over }).map((text) =>
		text.replaceAll("\u00a0", " "),
	);

describe("what is changed", () => {
	const rows: readonly (readonly [string, Partial<Rule>, string])[] = [
		["a time", { forMs: 60_000 }, "5 min to 1 min"],
		["how often it is told again", { againMs: null }, "4 h to never"],
		["how grave it is", { gravity: "critical" }, "warning to critical"],
		["among what", { among: "group:pay*" }, "among"],
		["who is told", { tell: ["oncall"] }, "who is told"],
		["what to do", { text: "Call." }, "what to do"],
		["that it is off", { on: false }, "off"],
		["its name", { name: "other" }, "name"],
		[
			"what it watches",
			{ when: { is: "measure", of: "lag", n: 1_000 } },
			"a subscription is stalled or graver to the lag is over 1,000",
		],
	];
	test.each(rows)("%s is said", (_, over, said) => {
		expect(changes(over)).toEqual([said]);
		expect(isSame(rule, { ...rule, ...over })).toBe(false);
	});

	test("nothing is said where nothing changed, in whatever order it is kept", () => {
		const { name, ...rest } = rule;
		expect(changes({})).toEqual([]);
		expect(isSame(rule, { ...rest, name })).toBe(true);
	});
});

describe("what keeps a rule from being saved", () => {
	const missing = (over: Partial<Rule>) =>
		missingIn(wholeEn, { ...rule, ...over }, ["losing"]);
	test("a name that is missing or taken, and a filter nobody understands", () => {
		expect(missing({})).toBeNull();
		expect(missing({ name: " " })).toBe("It needs a name.");
		expect(missing({ name: "losing " })).toBe("Another rule has this name.");
		expect(missing({ among: "lag:many" })).toMatch(/\S/);
	});
});

test("whatever the usual rules watch for can be chosen", () => {
	const keys = whenChoices.map(([key]) => key);
	expect(new Set(keys).size).toBe(keys.length);
	for (const { when } of usualRules) expect(keys).toContain(keyOf(when));
});
