// Is it told who went on from where a group was put, and who put it back?
import { expect, test } from "vitest";
import { type Standing, standingOf } from "./standing.ts";

type Where = number | null;
const rows: readonly (readonly [string, Where, Where, Where, Standing])[] = [
	["where it was put", 50, 10, 10, "as put"],
	["where it was before", 50, 10, 50, "as before"],
	["put back in time, and read on", 50, 10, 11, "reads on"],
	["put back in time, and read up to the last but one", 50, 10, 49, "reads on"],
	[
		"put back in time, and somebody goes on from before",
		50,
		10,
		51,
		"put back",
	],
	["put back in time, and further back since", 50, 10, 9, "put back"],
	["put forward, and read on", 10, 50, 51, "reads on"],
	["put forward, and somebody goes on from before", 10, 50, 11, "put back"],
	["put forward, and put to the first", 10, 50, 0, "put back"],
	["put where there was none, and read on", null, 50, 51, "reads on"],
	["put where there was none, and gone", null, 50, null, "as before"],
	["taken away, and there again", 50, null, 50, "as before"],
	["taken away, and begun anew", 50, null, 0, "put back"],
	["put, and gone since", 50, 10, null, "put back"],
];

const at = (it: Where) => ({ committed: it, position: it });

test.each(rows)("%s", (_, before, put, is, standing) => {
	expect(standingOf(at(before), put, at(is))).toBe(standing);
});

/** Of a log that kept 6 and later, and keeps 9 and later now. */
const was = { committed: -2, position: 6 };
const byName: readonly (readonly [
	string,
	ReturnType<typeof at>,
	Where,
	ReturnType<typeof at>,
	Standing,
])[] = [
	["left as it was", was, 20, { committed: -2, position: 9 }, "as before"],
	["put forward, and read on", was, 20, at(21), "reads on"],
	["put forward, and somebody goes on from before", was, 20, at(8), "put back"],
	["given back", at(20), -2, { committed: -2, position: 9 }, "as put"],
	["given back, and read on", at(20), -2, at(10), "reads on"],
	["taken away, and there again", was, null, was, "as before"],
	[
		"from the end put back in time, and somebody goes on from before",
		{ committed: -1, position: 50 },
		...([10, at(51), "put back"] as const),
	],
	[
		"given back to the end, and read on",
		...([at(20), -1, at(51), "reads on"] as const),
	],
];

test.each(byName)("by no number: %s", (_, before, put, is, standing) => {
	expect(standingOf(before, put, is)).toBe(standing);
});
