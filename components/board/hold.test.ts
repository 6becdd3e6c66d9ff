// Do lines stay under the pointer while their values change, also those of families?
import { expect, test } from "vitest";
import { entryOf, foldOf, rowOf } from "./for-tests.ts";
import { hold, overlaid } from "./hold.ts";

const ids = (entries: readonly { id: string }[]) =>
	entries.map(({ id }) => id).join("");
const entries = (...names: string[]) =>
	names.map((id) => entryOf(rowOf({ id, holding: 1 })));

test("the same order is not held back", () => {
	expect(hold(entries("a", "b"), entries("a", "b")).moves).toBe(0);
});

test("a new order waits, and says how many rows would move", () => {
	const held = hold(entries("a", "b", "c"), entries("b", "a", "c"));
	expect(ids(held.entries)).toBe("abc");
	expect(held.moves).toBe(2);
});

test("values are the new ones, in the old place", () => {
	const fresh = [{ id: "b" }, { id: "a", holding: 7 }].map((it) =>
		entryOf(rowOf(it)),
	);
	expect(hold(entries("a", "b"), fresh).entries[0]?.row.holding).toBe(7);
});

test("a row that is gone stays, grey, until the order may change", () => {
	const held = hold(entries("a", "b"), entries("b"));
	expect(ids(held.entries)).toBe("ab");
	expect(held.entries[0]?.row.stale).toBe(true);
	expect(held.moves).toBe(2);
});

test("a new row waits below", () => {
	const held = hold(entries("a"), entries("a", "b"));
	expect(ids(held.entries)).toBe("a");
	expect(held.moves).toBe(1);
});

const fold = (gravest: string, inside: string | null, rows = 3) => ({
	...entryOf(rowOf({ id: gravest })),
	id: "F",
	fold: foldOf({ id: "F", rows }),
	inside: inside === null ? null : [...inside].map((id) => rowOf({ id })),
});

test("a fold keeps its place when another of its rows becomes the gravest", () => {
	const held = hold(
		[fold("x", null), ...entries("a")],
		[...entries("a"), fold("y", null)],
	);
	expect(ids(held.entries)).toBe("Fa");
	expect(held.entries[0]?.row.id).toBe("y");
	expect(held.moves).toBe(2);
});

test("a fold that is gone stays, grey", () => {
	const [entry] = hold([fold("x", null)], []).entries;
	expect(entry?.fold?.stale).toBe(true);
});

test("rows of a fold that was opened under the pointer come at once", () => {
	const held = hold([fold("x", null)], [fold("x", "xyz")]);
	expect(ids(held.entries[0]?.inside ?? [])).toBe("xyz");
	expect(held.moves).toBe(0);
});

test("rows of an open fold stay in their places too", () => {
	const held = hold([fold("x", "xyz")], [fold("y", "yxz")]);
	expect(ids(held.entries[0]?.inside ?? [])).toBe("xyz");
	expect(held.moves).toBe(2);
	const grown = hold([fold("x", "xyz")], [fold("x", "wxyz", 4)]);
	expect(ids(grown.entries[0]?.inside ?? [])).toBe("xyz");
});

test("more rows of a fold that showed only some follow those that are there", () => {
	const held = hold([fold("x", "xy", 5)], [fold("x", "vyxz", 5)]);
	expect(ids(held.entries[0]?.inside ?? [])).toBe("xyvz");
});

test.each([
	["the same part", 0, "ab", 0, "ba", "ab"],
	["one further down", 0, "abcd", 2, "dcef", "cdef"],
	["one further up", 2, "cd", 0, "abdc", "abcd"],
	["one that grew at the top", 0, "ab", 0, "xab", "abx"],
	["one that became shorter", 0, "abc", 0, "ab", "abc"],
	["one without a row of the other", 0, "ab", 9, "xy", "xy"],
] as const)(
	"what stood at a place stays there: %s",
	(_, from, shown, offset, fresh, kept) => {
		const before = { offset: from, entries: entries(...shown) };
		const after = { offset, entries: entries(...fresh) };
		expect(ids(overlaid(before, after))).toBe(kept);
	},
);
