// When is a group that nobody lists gone?
import { expect, test } from "vitest";
import { trouble } from "#lib/core/trouble.ts";
import { Known } from "./known.ts";
import type { Share } from "./share.ts";

const share = (
	node: number,
	groups: readonly string[],
	isSilent = false,
): Share => ({
	node,
	trouble: isSilent ? trouble("no answer", "", `node ${node}`) : null,
	groups: groups.map((group) => ({
		group,
		type: "classic",
		state: "Empty",
		protocol: "consumer",
	})),
	positions: groups.map((group) => ({
		group,
		code: 0,
		topics: [
			{
				topic: `${group}-topic`,
				partitions: Int32Array.of(0, 1),
				positions: Float64Array.of(1, 1),
			},
		],
	})),
	denied: [],
	shared: [],
});

const isWhole = (shares: readonly Share[]) =>
	shares.every(({ trouble }) => trouble === null);

/** Each tick is what the nodes list; the answer is whether what is missing is gone. */
const rows: readonly [string, readonly Share[][], boolean[]][] = [
	["a first answer is taken at its word", [[share(1, ["a"])]], [true]],
	[
		"the same again is complete",
		[[share(1, ["a"])], [share(1, ["a"])]],
		[true, true],
	],
	[
		"a group left out once may be on its way to another node",
		[
			[share(1, ["a"]), share(2, [])],
			[share(1, []), share(2, [])],
		],
		[true, false],
	],
	[
		"a group that arrives at another node was never gone",
		[
			[share(1, ["a"]), share(2, [])],
			[share(1, []), share(2, [])],
			[share(1, []), share(2, ["a"])],
		],
		[true, false, true],
	],
	[
		"a group left out twice running is gone",
		[[share(1, ["a", "b"])], [share(1, ["b"])], [share(1, ["b"])]],
		[true, false, true],
	],
	[
		"a silent node in between starts the count again",
		[
			[share(1, ["a"]), share(2, [])],
			[share(1, []), share(2, [])],
			[share(1, []), share(2, [], true)],
			[share(1, []), share(2, [])],
			[share(1, []), share(2, [])],
		],
		[true, false, false, false, true],
	],
	[
		"groups that come and go all the time do not hide the others for ever",
		[
			[share(1, ["a", "b", "c", "d", "e"])],
			...["bcde", "cde", "de", "e"].map((left) => [share(1, [...left])]),
		],
		[true, false, false, false, true],
	],
];

test.each(rows)("%s", (_name, ticks, expected) => {
	const known = new Known();
	const tickMs = 5_000;
	expect(
		ticks.map((shares, i) => known.settle(shares, isWhole(shares), i * tickMs)),
	).toEqual(expected);
});

test("two quick ticks do not prove that a group is gone: both can fall into one move", () => {
	const known = new Known();
	const settled = (...ms: readonly number[]) =>
		ms.map((at) => known.settle([share(1, [])], true, at));
	known.settle([share(1, ["a"])], true, 0);
	expect(settled(50, 100, 150, 200, 250)).toEqual(Array(5).fill(false));
	expect(settled(2_100, 2_150)).toEqual([true, true]);
});

test("a tick in which the cluster did not answer whole, or that came to no end, proves nothing", () => {
	const known = new Known();
	known.settle([share(1, ["a"])], true, 0);
	expect(known.settle([share(1, [])], false, 5_000)).toBe(false);
	expect(known.settle([share(1, [])], true, 10_000)).toBe(false);
	known.begin();
	known.begin();
	expect(known.settle([share(1, [])], true, 15_000)).toBe(false);
	known.begin();
	expect(known.settle([share(1, [])], true, 20_000)).toBe(true);
});

test("what a group read is remembered until it is gone", () => {
	const known = new Known();
	known.settle([share(1, ["a"])], true, 0);
	expect(known.channelsOf("a")).toEqual(["a-topic"]);
	expect(known.positionsOf("a")).toBe(2);
	known.settle([share(1, [])], true, 5_000);
	expect(known.channelsOf("a")).toEqual(["a-topic"]);
	known.settle([share(1, [])], true, 10_000);
	expect(known.channelsOf("a")).toEqual([]);
});
