// Is what was put into a list found again, whatever was taken and came since?
import { expect, test } from "vitest";
import { findBlock } from "./find-block.ts";

/** Each letter is a message; what was put is in capitals, but for those that look like others. */
test.each([
	["all of it, with others behind it", "ABCD", "ABCDxyz", 0, "ABCD"],
	["all of it, with others before and behind", "ABCD", "stABCDx", 2, "ABCD"],
	["the first were taken", "ABCD", "CDxy", 0, "CD"],
	["the first were taken, and others came", "ABCD", "stCDxy", 2, "CD"],
	["the last were taken, which lay at the other end", "ABCD", "xyAB", 2, "AB"],
	["all were taken", "ABCD", "xyz", null, null],
	["the list is empty", "ABCD", "", null, null],
	["some were taken from within", "ABCD", "ADxy", 1, "D"],
	["all look alike", "AAAA", "AAAAxx", 0, "AAAA"],
	["all look alike, and one was taken", "AAAA", "AAAxx", 0, "AAA"],
	["one like theirs lies before them", "ABCD", "DABCDx", 1, "ABCD"],
	["one like theirs came before them", "ABCB", "BABCBx", 1, "ABCB"],
] as const)("%s", (_, put, there, offset, left) => {
	const found = findBlock([...put], [...there], true);
	expect(found?.offset ?? null).toBe(offset);
	expect(found && put.slice(found.from, found.from + found.count)).toBe(left);
});

test("what is longer than what was looked at is not taken for whole", () => {
	expect(findBlock([..."ABCD"], [..."xAB"], false)).toBeNull();
	expect(findBlock([..."ABCD"], [..."xABCD"], false)).toMatchObject({
		...{ offset: 1, from: 0, count: 4 },
	});
});
