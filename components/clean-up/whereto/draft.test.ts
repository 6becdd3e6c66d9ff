// Does what somebody fills in become the wish they mean, and is it told what is missing?
import { describe, expect, test } from "vitest";
import { type Draft, draftOf, keyOf, type Reset, saidIn } from "./draft.ts";

const nowMs = Date.parse("2026-11-21T12:34:56.789Z");
const seoul = () => 9 * 3_600_000;
const own = new Set(["orders", "refunds"]);
const hour: Reset = {
	...{ action: "reset", partitions: null },
	to: { place: "ago", ms: 3_600_000 },
};
const draft = draftOf(hour, nowMs, seoul);
const said = (over: Partial<Draft>) =>
	saidIn({ ...draft, ...over }, seoul, own);
const toOf = (over: Partial<Draft>) => said(over).wish?.to;

describe("a draft", () => {
	test.each<readonly [string, Reset["to"]]>([
		["a time ago", { place: "ago", ms: 900_000 }],
		["an odd time ago", { place: "ago", ms: 90_500 }],
		["a moment", { place: "time", atMs: Date.parse("2026-11-20T01:02:03Z") }],
		["the first", { place: "first" }],
		["the end", { place: "end" }],
		["a step back", { place: "shift", messages: -100 }],
		["a step forward", { place: "shift", messages: 7 }],
		["a position", { place: "exact", position: 0 }],
		["another group", { place: "group", group: "billing" }],
		[
			"a list",
			{
				place: "listed",
				positions: [{ channel: "orders", partition: 3, position: 12 }],
			},
		],
	])("of %s says the same again", (_, to) => {
		const wish: Reset = { action: "reset", partitions: null, to };
		const again = saidIn(draftOf(wish, nowMs, seoul), seoul, own);
		expect(again.wish).toEqual(wish);
		expect(again.unsaid).toBeNull();
	});

	test("begins each field with something that makes sense", () => {
		expect(draft).toMatchObject({ ago: "1", agoUnit: "h" });
		expect(draft.at).toBe("2026-11-21T20:34:00");
		expect(toOf({ place: "time" })).toEqual({
			...{ place: "time", atMs: Date.parse("2026-11-21T11:34:00Z") },
		});
	});

	test("keeps partitions, and names only those that were written", () => {
		const wish: Reset = { ...hour, partitions: [0, 1, 2, 7] };
		const some = draftOf(wish, nowMs, seoul);
		expect(some).toMatchObject({ isSome: true, partitions: "0-2, 7" });
		expect(saidIn(some, seoul, own).wish).toEqual(wish);
		expect(said({ partitions: "0-2" }).wish?.partitions).toBeNull();
	});
});

test.each<readonly [string, Partial<Draft>, string]>([
	["partitions that are none", { isSome: true, partitions: "a" }, "partitions"],
	["partitions not yet named", { isSome: true }, "partitions"],
	["no length", { ago: "" }, "ago"],
	["a length of nothing", { ago: "0" }, "ago"],
	["no time", { place: "time", at: "" }, "time"],
	["a step that is none", { place: "shift", shift: "0" }, "shift"],
	["half a step", { place: "shift", shift: "1.5" }, "shift"],
	["no position", { place: "exact" }, "exact"],
	["a position below nothing", { place: "exact", exact: "-1" }, "exact"],
	["no group", { place: "group" }, "group"],
	["an empty file", { place: "listed" }, "listed"],
])("with %s there is no wish yet", (_, over, unsaid) => {
	expect(said(over)).toMatchObject({ wish: null, unsaid });
});

test("numbers are understood as people write them", () => {
	expect(toOf({ place: "exact", exact: " 1,234,567 " })).toEqual({
		...{ place: "exact", position: 1_234_567 },
	});
});

describe("of a file", () => {
	test("only what this is about is taken, and the rest counted", () => {
		const file = "orders,0,1\nrefunds,0,2\nbilling,0,3";
		expect(said({ place: "listed", file })).toMatchObject({
			...{ taken: 2, others: 1, mistakes: [], unsaid: null },
			wish: { to: { positions: [{ channel: "orders" }, { position: 2 }] } },
		});
		const others = said({ place: "listed", file: "billing,0,3" });
		expect(others).toMatchObject({ wish: null, others: 1, unsaid: "listed" });
	});

	test("with one mistake nothing is wished, whatever else stands in it", () => {
		const { wish, mistakes } = said({
			...{ place: "listed", file: "orders,0,1\norders,x,2" },
		});
		expect(wish).toBeNull();
		expect(mistakes).toMatchObject([{ line: 2, code: "partition wrong" }]);
	});
});

test("wishes are the same where they mean the same, however they came", () => {
	const back: Reset = { ...hour, to: { ms: 3_600_000, place: "ago" } };
	expect(keyOf(back)).toBe(keyOf(hour));
	expect(keyOf({ ...hour, partitions: [1] })).not.toBe(keyOf(hour));
	expect(keyOf({ ...hour, to: { place: "end" } })).not.toBe(keyOf(hour));
});
