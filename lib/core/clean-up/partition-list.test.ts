// Is a list of partitions understood as it was meant, and nothing else taken for one?
import fc from "fast-check";
import { expect, test } from "vitest";
import { readPartitions, writePartitions } from "./partition-list.ts";

test.each([
	["7", [7]],
	["0-3,7", [0, 1, 2, 3, 7]],
	[" 7, 0 - 2 ", [0, 1, 2, 7]],
	["1 2;3", [1, 2, 3]],
	["3,3,1-3", [1, 2, 3]],
	["0–2", [0, 1, 2]],
	["0,,1,", [0, 1]],
])("%j names %j", (text, partitions) => {
	expect(readPartitions(text)).toEqual(partitions);
});

test.each(["", " ", ",", "a", "3-1", "-1", "1-", "1.5", "0-99999", "1-2-3"])(
	"%j names nothing",
	(text) => {
		expect(readPartitions(text)).toBeNull();
	},
);

test("what was written is read again as it was", () => {
	const some = fc.uniqueArray(fc.nat({ max: 300 }), { minLength: 1 });
	fc.assert(
		fc.property(some, (partitions) => {
			const sorted = partitions.toSorted((a, b) => a - b);
			expect(readPartitions(writePartitions(partitions))).toEqual(sorted);
		}),
	);
	expect(writePartitions([7, 0, 1, 2, 3])).toBe("0-3, 7");
});
