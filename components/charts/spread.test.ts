// Are bars as long as their counts, and is a little never nothing?
import { expect, test } from "vitest";
import { lengthsOf } from "./spread.ts";

const named = (counts: readonly number[]) =>
	counts.map((n, i) => ({ name: `${i}`, n }));

test.each([
	["the largest takes all the room", [50, 100, 25], [50, 100, 25]],
	["one among a million can be seen", [1, 1_000_000], [2, 100]],
	["nothing has no bar", [0, 7], [0, 100]],
	["nothing at all has none either", [0, 0], [0, 0]],
	["and there may be no counts", [], []],
])("%s", (_title, counts, lengths) => {
	expect(lengthsOf(named(counts), 100)).toEqual(lengths);
});
