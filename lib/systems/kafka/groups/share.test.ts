// How many groups are asked for in one request?
import { expect, test } from "vitest";
import type { ListedGroup } from "../protocol/group-requests.ts";
import { hasPositions, inBatches, namesOf } from "./share.ts";

const groups = (count: number): ListedGroup[] =>
	Array.from({ length: count }, (_, i) => ({
		...{ group: `g${i}`, type: "classic", state: "Stable", protocol: "" },
	}));

const rows: readonly [string, number, number, number[]][] = [
	["no group, no request", 0, 1, []],
	["few groups go together", 3, 1, [3]],
	["never more than a hundred", 201, 1, [100, 100, 1]],
	["fewer where each has many positions", 5, 8_000, [2, 2, 1]],
	["a group too large for any request goes alone", 2, 90_000, [1, 1]],
];

test.each(rows)("%s", (_name, count, positions, sizes) => {
	const all = groups(count);
	const batches = inBatches(all, () => positions);
	expect(batches.map(({ length }) => length)).toEqual(sizes);
	expect(batches.flatMap(namesOf)).toEqual(namesOf(all));
});

test("share groups keep their positions elsewhere; all others are asked", () => {
	const types = ["classic", "consumer", "streams", "share"];
	const asked = types.filter((type) =>
		hasPositions({ group: "g", type, state: "Stable", protocol: "" }),
	);
	expect(asked).toEqual(["classic", "consumer", "streams"]);
});
