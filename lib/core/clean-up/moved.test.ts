// Is it told rightly how much is read again, and how much is never read?
import { expect, test } from "vitest";
import { movedBy } from "./moved.ts";

const kept = { first: 10, end: 100 };

test.each([
	["going back reads again what lies between", 60, 40, 20, 0],
	["going forward skips it", 40, 60, 0, 20],
	["staying does neither", 40, 40, 0, 0],
	["what was gone already is not skipped", 0, 15, 0, 5],
	[
		"nor is anything between what is gone and the first that is kept",
		0,
		10,
		0,
		0,
	],
	["a position beyond the end had read all there is", 120, 90, 10, 0],
	["a first position neither repeats nor skips", null, 40, 0, 0],
	["nor does one that goes", 40, null, 0, 0],
])("%s", (_, before, after, replayed, skipped) => {
	expect(movedBy({ before, after, ...kept })).toEqual({ replayed, skipped });
});

test("where nobody knows what is kept, all between counts", () => {
	const unknown = { first: null, end: null };
	expect(movedBy({ before: 60, after: 40, ...unknown }).replayed).toBe(20);
});
