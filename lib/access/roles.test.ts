// Does each role do what its row says, and nothing more?
import { expect, test } from "vitest";
import { acts, may, roles } from "./roles.ts";

test.each([
	["viewer", ["see", "look"]],
	["operator", ["see", "look", "tend alerts", "act without loss"]],
	[
		"visitor",
		["see", "look", "see contents", "tend alerts", "act without loss"],
	],
	["admin", [...acts]],
	["emperor", []],
	["__proto__", []],
	["", []],
])("%s may %j", (role, expected) => {
	expect(acts.filter((act) => may(role, act))).toEqual(expected);
});

test("whoever may do more may do all that the one before may", () => {
	for (const [i, role] of roles.entries())
		for (const weaker of roles.slice(0, i))
			for (const act of acts)
				if (may(weaker, act)) expect(may(role, act)).toBe(true);
});
