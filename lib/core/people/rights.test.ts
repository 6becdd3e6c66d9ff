// Does each role do what its row says, where it says so, and nothing more?
import { describe, expect, test } from "vitest";
import {
	may,
	mayAt,
	mayCleanUpAnything,
	mayCleanUpAt,
	mayEverywhere,
	rightsOf,
	scopeOf,
} from "./rights.ts";
import { acts, rolesWith, usualRoleNames } from "./role.ts";

const wherePay = {
	...{ brokers: ["shop"], channels: ["*"], groups: ["pay-*"] },
};
const roles = rolesWith([
	{
		name: "payments",
		grants: [{ may: ["see", "look", "reset"], where: [wherePay] }],
	},
]);
const as = (...names: string[]) => rightsOf(names, roles);
const pay = { broker: "shop", channel: "orders", group: "pay-eu" };
const other = { ...pay, group: "billing" };

test.each([
	["viewer", ["see", "look"]],
	["operator", ["see", "look", "tend alerts", "act without loss"]],
	[
		"visitor",
		["see", "look", "see contents", "tend alerts", "act without loss"],
	],
	["admin", [...acts]],
	["payments", ["see", "look"]],
	["emperor", []],
	["__proto__", []],
	["", []],
])("%s may %j", (role, expected) => {
	expect(acts.filter((act) => may(as(role), act))).toEqual(expected);
});

test("whoever may do more may do all that the one before may", () => {
	for (const [i, role] of usualRoleNames.entries())
		for (const weaker of usualRoleNames.slice(0, i))
			for (const act of acts)
				if (may(as(weaker), act)) expect(may(as(role), act)).toBe(true);
});

describe("a role of one's own", () => {
	test("holds where it was given, and nowhere else", () => {
		expect(mayAt(as("payments"), "see", pay)).toBe(true);
		expect(mayAt(as("payments"), "see", other)).toBe(false);
		expect(mayEverywhere(as("payments"), "see")).toBe(false);
	});

	test("names a clean-up by itself, and no other of its kind comes with it", () => {
		const reset = (role: string, spot: typeof pay) =>
			mayCleanUpAt(as(role), "reset", "act without loss", spot);
		expect(reset("payments", pay)).toBe(true);
		expect(reset("payments", other)).toBe(false);
		expect(mayCleanUpAt(as("payments"), "trim", "act", pay)).toBe(false);
		expect(mayCleanUpAnything(as("payments"))).toBe(true);
		expect(mayCleanUpAnything(as("viewer"))).toBe(false);
	});

	test("beside another adds up: each right where any of them gives it", () => {
		const both = as("payments", "viewer");
		expect(mayEverywhere(both, "see")).toBe(true);
		expect(scopeOf(both, ["reset"])).toEqual([wherePay]);
	});

	test("that fits every name is everywhere, in however many words", () => {
		const any = { brokers: ["a", "*"], channels: ["*"], groups: ["**"] };
		const grants = [{ may: ["see"], where: [wherePay, any] }] as const;
		expect(mayEverywhere(grants, "see")).toBe(true);
	});

	test("nobody has a right that no role of theirs names", () => {
		expect(scopeOf(as("payments"), ["administer"])).toEqual([]);
		expect(mayEverywhere([], "see")).toBe(false);
	});
});
