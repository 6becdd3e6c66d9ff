// Is every part that is missing told once, and could nothing be hidden without a word?
import { expect, test } from "vitest";
import { trouble } from "#lib/core/trouble.ts";
import type { Share } from "../groups/share.ts";
import { groupsTopic } from "../groups/takeovers.ts";
import { refuseNothing, troublesIn } from "./troubles.ts";

const share = (node: number, more: Partial<Share> = {}): Share => ({
	...{ node, trouble: null, groups: [], positions: [], shared: [] },
	...{ denied: [] },
	...more,
});

const cluster = (leaders: readonly number[], topic = groupsTopic) => ({
	cluster: "c",
	nodes: [1, 2, 3].map((id) => ({ id, host: "h", port: id })),
	topics: [
		{
			...{ topic, id: "", code: 0, isInternal: true },
			leaders: Int32Array.from(leaders),
			epochs: new Int32Array(leaders.length),
		},
	],
});

const silent = trouble("no answer", "", "node 2");
const hidden = trouble("not ready", "LEADER_NOT_AVAILABLE", groupsTopic);

const rows: readonly [
	string,
	readonly Share[],
	ReadonlyMap<number, typeof silent>,
	ReturnType<typeof cluster>,
	readonly (typeof silent)[],
][] = [
	["nothing is missing", [share(1)], new Map(), cluster([1, 2, 3]), []],
	[
		"a node that is silent for its groups and its partitions is one part",
		[share(1), share(2, { trouble: silent })],
		new Map([[2, silent]]),
		cluster([1, 2, 3]),
		[silent],
	],
	[
		"a node that only its partitions miss is told as well",
		[share(1), share(2)],
		new Map([[2, silent]]),
		cluster([1, 2, 3]),
		[silent],
	],
	[
		"groups in a partition without a leader are hidden, though every node answers",
		[share(1), share(2), share(3)],
		new Map(),
		cluster([1, -1, 3]),
		[hidden],
	],
	[
		"groups led by a node that is not there are hidden as well",
		[share(1), share(2), share(3)],
		new Map(),
		cluster([1, 2, 9]),
		[hidden],
	],
	[
		"a cluster without any group yet hides nothing",
		[share(1)],
		new Map(),
		cluster([]),
		[],
	],
	[
		"another topic without a leader hides no group",
		[share(1)],
		new Map(),
		cluster([-1], "orders"),
		[],
	],
];

test.each(rows)("%s", (_name, shares, outage, where, expected) => {
	expect(troublesIn(shares, new Map(outage), where)).toEqual(expected);
});

test("a cluster of which nobody answered is in trouble as a whole, and one node that answers is enough", () => {
	const failed = share(2, { trouble: silent });
	expect(() => refuseNothing([failed, failed])).toThrow("no answer");
	expect(() => refuseNothing([share(1), failed])).not.toThrow();
});
