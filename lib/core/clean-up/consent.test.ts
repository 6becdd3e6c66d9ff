// Is a clean-up hindered where it should be, and asks a plan for as much as it risks?
import { expect, test } from "vitest";
import { usualRoles } from "../people/role.ts";
import { hindranceTo, isDoable, typedFor } from "./consent.ts";
import { planOf, targetOf } from "./for-tests.ts";

const free = {
	rights: usualRoles.admin,
	readOnly: false,
	readOnlyBrokers: ["archive"],
};
const operator = { ...free, rights: usualRoles.operator };

test.each([
	["nothing hinders whoever may", free, "shop", "administer", null],
	["an operator moves messages", operator, "shop", "act without loss", null],
	["an operator loses none", operator, "shop", "act", "not allowed"],
	["nobody changes that broker", free, "archive", "act", "broker read-only"],
	[
		"nobody changes anything",
		{ ...free, readOnly: true },
		"archive",
		"act",
		"read-only",
	],
] as const)("%s", (_, leave, broker, need, hindrance) => {
	const spot = { broker, channel: "orders", group: "billing" };
	expect(hindranceTo(leave, spot, { action: "reset", need })).toBe(hindrance);
});

test("a name has to be typed where one is asked for, and the count where there are several", () => {
	const typed = (...names: (string | null)[]) =>
		typedFor(names.map((typed) => targetOf({ plan: planOf({ typed }) })));
	expect(typed()).toBeNull();
	expect(typed(null)).toBeNull();
	expect(typed(null, "orders")).toBe("orders");
	expect(typed("orders", "orders")).toBe("orders");
	expect(typed("orders", "mails", null)).toBe("2");
});

test("what is refused anyway asks for no name", () => {
	const refusal = { code: "still needed", values: {} } as const;
	const target = targetOf({ plan: planOf({ typed: "orders", refusal }) });
	expect(isDoable(target)).toBe(false);
	expect(typedFor([target, targetOf({ plan: null })])).toBeNull();
});
