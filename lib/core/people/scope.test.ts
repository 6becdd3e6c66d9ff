// Does a right hold exactly where its patterns say, and nowhere beside it?
import { expect, test } from "vitest";
import {
	holdsAllOf,
	holdsAllOfGroup,
	holdsAt,
	holdsGroup,
	reaches,
	type Where,
} from "./scope.ts";

const where = (given: Partial<Where> = {}): Where => ({
	...{ brokers: ["*"], channels: ["*"], groups: ["*"] },
	...given,
});
const orders = { broker: "shop", channel: "orders.eu", group: "billing" };
const list = { broker: "shop", channel: "mails", group: null };

test.each<readonly [string, Where, boolean]>([
	["nothing named", where(), true],
	["its broker", where({ brokers: ["shop"] }), true],
	["another broker", where({ brokers: ["shop-2"] }), false],
	["the beginning of its name and no star", where({ brokers: ["sho"] }), false],
	["its channel by a pattern", where({ channels: ["orders.*"] }), true],
	["one of several groups", where({ groups: ["x", "bill*"] }), true],
	[
		"channel and not group",
		where({ channels: ["orders.eu"], groups: ["ship*"] }),
		false,
	],
	["no pattern at all", where({ groups: [] }), false],
	["a pattern as a program would read it", where({ groups: ["b.*"] }), false],
])("%s", (_what, it, expected) => {
	expect(holdsAt([it], orders)).toBe(expected);
});

test("what has no group is only there for whoever may see any group", () => {
	expect(holdsAt([where()], list)).toBe(true);
	expect(holdsAt([where({ groups: ["a*", "null", ""] })], list)).toBe(false);
});

test("any of several is enough, none is nowhere, and no scope is everywhere", () => {
	const elsewhere = where({ brokers: ["other"] });
	expect(holdsAt([elsewhere, where()], orders)).toBe(true);
	expect(holdsAt([elsewhere], orders)).toBe(false);
	expect(holdsAt([], orders)).toBe(false);
	expect(holdsAt(null, orders)).toBe(true);
});

test("a broker is reached where anything of it may be seen, and held whole where all of it is", () => {
	const some = [where({ brokers: ["shop"], groups: ["billing"] })];
	expect(reaches(some, "shop")).toBe(true);
	expect(reaches(some, "other")).toBe(false);
	expect(holdsAllOf(some, "shop")).toBe(false);
	expect(holdsAllOf([where({ brokers: ["shop"] })], "shop")).toBe(true);
	expect(holdsAllOf(null, "shop")).toBe(true);
});

test("a group without a channel is there where it is named, or where every channel is", () => {
	const held = (it: Where) => holdsGroup([it], "shop", "pay-eu");
	expect(held(where({ groups: ["pay-*"], channels: ["orders"] }))).toBe(true);
	expect(held(where({ brokers: ["shop"] }))).toBe(true);
	expect(held(where({ channels: ["orders"] }))).toBe(false);
	expect(held(where({ groups: ["billing"] }))).toBe(false);
	expect(held(where({ brokers: ["other"], groups: ["pay-*"] }))).toBe(false);
});

test("a group is held whole only with every channel it may ever read", () => {
	const held = (it: Where) => holdsAllOfGroup([it], orders);
	expect(held(where({ groups: ["bill*"] }))).toBe(true);
	expect(held(where({ groups: ["bill*"], channels: ["orders.*"] }))).toBe(
		false,
	);
	expect(held(where({ groups: ["x"] }))).toBe(false);
});
