// Is what somebody types understood as they mean it, name or filter?
import { expect, test } from "vitest";
import { parseFilter } from "#lib/core/filter/filter.ts";
import { nearness, partsOf, wantedOf } from "./wanted.ts";

test.each([
	["nothing", "  ", "", null, null],
	["one word", "shi", "shi", "channel:shi*", "group:shi*"],
	["two words", "ship orders", "ship orders", null, null],
	[
		"a name with a colon, which is no filter",
		"orders:stream:3",
		'"orders:stream:3"',
		'channel:"orders:stream:3*"',
		'group:"orders:stream:3*"',
	],
	["a filter", "verdict:stalled pay", "verdict:stalled pay", null, null],
	[
		"a filter that is not finished",
		"verdict:",
		'"verdict:"',
		'channel:"verdict:*"',
		'group:"verdict:*"',
	],
	[
		"a name with a quote",
		'a"b',
		'"a\\"b"',
		'channel:"a\\"b*"',
		'group:"a\\"b*"',
	],
	["Korean", "주문", "주문", "channel:주문*", "group:주문*"],
])("%s", (_, typed, filter, channel, group) => {
	const wanted = wantedOf(typed);
	expect(wanted).toMatchObject({ filter, channel, group });
	for (const asked of [wanted.filter, wanted.channel, wanted.group])
		expect(parseFilter(asked ?? "")).toHaveProperty("filter");
});

test("a name typed whole is nearer than one that begins so, and that nearer than one that holds it", () => {
	expect(nearness(["orders", "billing"], "Billing")).toBe(0);
	expect(nearness(["orders", null], "ord")).toBe(1);
	expect(nearness(["my-orders", null], "ord")).toBe(2);
});

test("what was typed is found in the name, whatever its case", () => {
	expect(partsOf("my-Orders-2", "ord")).toEqual(["my-", "Ord", "ers-2"]);
	expect(partsOf("billing", "ord")).toEqual(["billing", "", ""]);
	expect(partsOf("billing", "")).toEqual(["billing", "", ""]);
});
