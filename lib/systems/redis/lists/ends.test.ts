// Is it learned from looks alone at which end of a list messages come and go?
import { expect, test } from "vitest";
import { type Ends, watchEnds } from "./ends.ts";

const watched = (...looks: readonly string[]) => {
	const watch = watchEnds();
	for (const look of looks) watch.note(endsOf(look));
	return [watch.comesIn(), watch.goesOut()];
};

/** Each letter is a message. */
const endsOf = (list: string): Ends => ({
	...{ count: list.length, left: list[0] ?? null },
	right: list.at(-1) ?? null,
});

test.each([
	["nothing was seen", [], null, null],
	["it never moved", ["ab", "ab", "ab", "ab", "ab"], null, null],
	[
		"messages come at the left",
		["a", "ba", "cba", "dcba", "edcba"],
		"left",
		null,
	],
	[
		"messages come at the right",
		["ab", "abc", "abcde", "abcdef"],
		"right",
		null,
	],
	["they leave at the right", ["abcd", "abc", "ab", "a"], null, "right"],
	["they leave at the left", ["abcd", "bcd", "cd", "d"], null, "left"],
	["they were seen to do so twice only", ["a", "ba", "cba"], null, null],
	["both ends changed", ["ab", "cda", "efcd", "ghefc"], null, null],
	["it was empty in between", ["a", "", "ba", "", "cba", ""], null, null],
	[
		"one was given back among many",
		["abcdef", "abcde", "abcd", "abc", "ab", "b", "ab", "a"],
		null,
		"right",
	],
	[
		"they leave at either end",
		["abcdefgh", "bcdefgh", "bcdefg", "cdefg", "cdef", "def", "de"],
		null,
		null,
	],
] as const)("%s", (_, looks, comesIn, goesOut) => {
	expect(watched(...looks)).toEqual([comesIn, goesOut]);
});
