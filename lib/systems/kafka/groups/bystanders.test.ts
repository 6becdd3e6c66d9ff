// Which groups stand beside the board, and which are only not known to stand on it?
import { expect, test } from "vitest";
import { nothingKnown } from "#lib/core/reading.ts";
import type { DescribedGroup } from "../protocol/described.ts";
import type { ListedGroup } from "../protocol/group-requests.ts";
import type { GroupPositions } from "../protocol/offset-fetch.ts";
import { bystandersOf, withoutPositions } from "./bystanders.ts";
import { Roster } from "./roster.ts";
import type { Share } from "./share.ts";

const listed = (over: Partial<ListedGroup> = {}): ListedGroup => ({
	...{ group: "g", type: "classic", state: "Stable", protocol: "connect" },
	...over,
});

const positions = (...of: readonly number[]): GroupPositions => ({
	...{ group: "g", code: 0 },
	topics: of.map((position) => ({
		topic: "orders",
		partitions: Int32Array.of(0),
		positions: Float64Array.of(position),
	})),
});

const share = (over: Partial<Share> = {}): Share => ({
	...{ node: 1, trouble: null, groups: [listed()], denied: [] },
	...{ positions: [positions()], shared: [] },
	...over,
});

const sharedTopic = {
	topic: "orders",
	partitions: Int32Array.of(0),
	positions: Float64Array.of(Number.NaN),
	lags: Float64Array.of(Number.NaN),
	codes: Int16Array.of(0),
};

const rows: readonly [string, readonly Share[], readonly string[]][] = [
	["a group with no topic at all", [share()], ["g"]],
	[
		"a group whose positions were all taken back",
		[share({ positions: [positions(Number.NaN)] })],
		["g"],
	],
	[
		"a group with a position is a row",
		[share({ positions: [positions(3)] })],
		[],
	],
	[
		"of a group whose positions were refused nobody knows whether it has any",
		[share({ positions: [], denied: ["g"] })],
		[],
	],
	[
		"of a group whose positions nobody told, neither",
		[share({ positions: [] })],
		[],
	],
	[
		"a group that is no more",
		[share({ groups: [listed({ state: "Dead" })] })],
		[],
	],
	[
		"a group that moves is not beside the board while one node knows its positions",
		[share({ positions: [positions(3)] }), share({ node: 2 })],
		[],
	],
	[
		"a share group that reads nothing",
		[
			share({
				...{ groups: [listed({ type: "share" })], positions: [] },
				shared: [{ group: "g", code: 0, topics: [] }],
			}),
		],
		["g"],
	],
	[
		"a share group that reads a topic is a row, whatever its lag",
		[
			share({
				...{ groups: [listed({ type: "share" })], positions: [] },
				shared: [{ group: "g", code: 0, topics: [sharedTopic] }],
			}),
		],
		[],
	],
];

test.each(rows)("%s", (_name, shares, expected) => {
	expect(withoutPositions(shares).map(({ group }) => group)).toEqual(expected);
});

const described = (count: number): DescribedGroup => ({
	...{ group: "g", code: 0, state: "Stable", assignor: null },
	members: Array.from({ length: count }, (_, i) => ({
		...{ id: `m${String(i).padStart(3, "0")}`, instanceId: null },
		...{ clientId: "worker", host: "/127.0.0.1", isAway: false },
		...{ mayBeDead: false, partitionsOf: () => null },
	})),
});

test("members are named once they were asked for, and only the first of many", () => {
	const roster = new Roster();
	const before = bystandersOf([share()], [], roster).groups;
	expect(before).toEqual([
		{
			...{ name: "g", kind: "connect", state: "Stable" },
			...{ registered: null, members: [] },
		},
	]);
	roster.name([listed()]);
	roster.take([listed()], [described(60)], 0);
	const [after] = bystandersOf([share()], [], roster).groups;
	expect(after?.registered).toBe(60);
	expect(after?.members).toHaveLength(50);
	expect(after?.members[0]).toEqual({
		...{ name: "m000", clientId: "worker", host: "127.0.0.1" },
		instanceId: null,
	});
});

test("a group that is empty has nobody, also when it had members a moment ago", () => {
	const roster = new Roster();
	roster.name([listed()]);
	roster.take([listed()], [described(2)], 0);
	const empty = share({ groups: [listed({ state: "Empty" })] });
	expect(bystandersOf([empty], [], roster).groups).toMatchObject([
		{ state: "Empty", registered: 0, members: [] },
	]);
});

test("a group that has a row, because it was read before and is hidden now, is not told twice", () => {
	const row = {
		...{ ...nothingKnown, kind: "topic", channel: "orders", group: "g" },
		atMs: 0,
	};
	expect(bystandersOf([share()], [row], new Roster()).groups).toEqual([]);
});

test("what a broker does not say of a group is not known", () => {
	const quiet = share({ groups: [listed({ protocol: "", state: "" })] });
	expect(bystandersOf([quiet], [], new Roster()).groups).toMatchObject([
		{ kind: null, state: null, registered: null },
	]);
});

test("a group whose members nobody wanted by name is asked again when somebody does", () => {
	const roster = new Roster();
	roster.take([listed()], [described(2)], 0);
	expect(roster.namedIn(listed())).toEqual([]);
	expect(roster.due([listed()], 1)).toEqual([]);
	roster.name([listed()]);
	expect(roster.due([listed()], 1)).toHaveLength(1);
	roster.take([listed()], [described(2)], 1);
	expect(roster.due([listed()], 2)).toEqual([]);
	expect(roster.namedIn(listed())).toHaveLength(2);
});
