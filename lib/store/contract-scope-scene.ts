// Which scopes are tried? Any of names and patterns, also those that fit nothing, everything, or what is written oddly.
import fc from "fast-check";
import type { Where } from "#lib/core/people/scope.ts";

export const brokers = ["one", "Two"] as const;
const patterns = [
	...["*", "**", "", "orders*", "ORDERS.EU1", "orders[1]*", "a*b?c*", "*b?c3"],
	...["\0x*", "\ufffdx1", "über*", "Ü*", "*1", "team a", "g*", "g1*", "*é*"],
];
const named = (all: readonly string[]) =>
	fc.oneof(
		fc.constant(["*"]),
		fc.array(fc.constantFrom(...all), { maxLength: 3 }),
	);
const wheres = fc.record<Where>({
	brokers: named([...brokers, "two", "t*", "none"]),
	channels: named(patterns),
	groups: named(patterns),
});
export const scopes = fc.array(wheres, { maxLength: 3 });
