// Is said which terms there are to drop, and what is left without each?
import { expect, test } from "vitest";
import { dropsOf } from "./drops.ts";

test("each term may be dropped, written as it was", () => {
	expect(dropsOf('verdict:slow  group:"my team" -x')).toEqual([
		{ term: "verdict:slow", rest: 'group:"my team" -x' },
		{ term: 'group:"my team"', rest: "verdict:slow -x" },
		{ term: "-x", rest: 'verdict:slow group:"my team"' },
	]);
});

test("a term that stands there twice goes both times", () => {
	expect(dropsOf("a b a")).toEqual([
		{ term: "a", rest: "b" },
		{ term: "b", rest: "a a" },
	]);
});

test.each([
	["of a single term, which is cleared", "verdict:slow"],
	["of nothing", " "],
	["of what cannot be understood", "a topic:x"],
	["of more than can be asked cheaply", "a b c d e f g"],
])("nothing is dropped %s", (_, filter) => {
	expect(dropsOf(filter)).toEqual([]);
});
