// Is it known from two looks that a stream is no longer the same one?
import { expect, test } from "vitest";
import { anewOf, newsOf, notesOf } from "./anew.ts";
import { forty } from "./situations.ts";

const seen = { lastMade: "100-0", added: 100, isOtherRun: false };
const other = { ...seen, isOtherRun: true };
const never = { lastMade: null, added: null, isOtherRun: false };

test.each([
	["a stream met for the first time", never, forty, null],
	["the same one", seen, forty, null],
	["more was added", seen, { ...forty, added: 120, lastMade: "120-0" }, null],
	["fewer were ever added", seen, { ...forty, added: 99 }, "made again"],
	["its ids begin anew", seen, { ...forty, lastMade: "99-9" }, "made again"],
	[
		"a version that counts nothing, and ids begin anew",
		{ ...seen, added: null },
		{ ...forty, added: null, lastMade: "5-0" },
		"made again",
	],
	["it was not described in this tick", seen, null, null],
	["another run with all of it", other, forty, "restarted"],
	["another run that cannot be described", other, null, "restarted"],
	["another run with less", other, { ...forty, added: 93 }, "fell back"],
] as const)("%s", (_, past, fresh, why) => {
	expect(anewOf(past, fresh)).toBe(why);
});

test("how many are missing is told where it is known, for ten minutes; a plain restart is no news", () => {
	const news = newsOf("fell back", other, { ...forty, added: 93 }, 0);
	const told = { code: "fell back", values: { messages: 7 } };
	expect(notesOf([null, news], 599_999)).toEqual([told]);
	expect(notesOf([news], 600_000)).toEqual([]);
	expect(newsOf("restarted", other, forty, 0)).toBeNull();
	expect(newsOf("made again", seen, forty, 0)?.note.values).toEqual({});
});
