// How many members does a group have, and when is that asked again?
import { expect, test } from "vitest";
import type { DescribedGroup } from "../protocol/described.ts";
import type { ListedGroup } from "../protocol/group-requests.ts";
import { Roster } from "./roster.ts";

const listed = (over: Partial<ListedGroup> = {}): ListedGroup => ({
	...{ group: "g", type: "classic", state: "Stable", protocol: "consumer" },
	...over,
});

const described = (
	instanceIds: readonly (string | null)[],
	over: Partial<DescribedGroup> = {},
): DescribedGroup => ({
	...{ group: "g", code: 0, state: "Stable", assignor: null },
	members: instanceIds.map((instanceId, i) => ({
		id: `member-${i}`,
		instanceId,
		clientId: "client",
		host: "/127.0.0.1",
		isAway: instanceId === "away",
		mayBeDead: instanceId === "static",
		partitionsOf: () => null,
	})),
	...over,
});

const rows: readonly [
	string,
	ListedGroup,
	DescribedGroup | null,
	{ registered: number; live: object } | null,
][] = [
	[
		"members as registered",
		listed(),
		described([null, null]),
		{ registered: 2, live: { n: 2, bound: "exact" } },
	],
	[
		"a static member may be dead and still registered",
		listed(),
		described(["static", null]),
		{ registered: 2, live: { n: 2, bound: "at most" } },
	],
	["nobody is told of yet", listed(), null, null],
	[
		"an empty group has nobody",
		listed({ state: "Empty" }),
		null,
		{ registered: 0, live: { n: 0, bound: "exact" } },
	],
	[
		"positions written by hand: a program that never registers may run",
		listed({ state: "Empty", protocol: "" }),
		null,
		{ registered: 0, live: { n: 0, bound: "at least" } },
	],
	[
		"a member that left for a restart is registered and not there",
		listed({ type: "consumer" }),
		described([null, "away"]),
		{ registered: 2, live: { n: 1, bound: "exact" } },
	],
	[
		"members of a kind we cannot ask for are not known, even at first sight",
		listed({ type: "unheard of" }),
		null,
		null,
	],
	[
		"dead says only that it is no classic group",
		listed(),
		described([], { state: "Dead" }),
		null,
	],
	["a group that may not be read", listed(), described([], { code: 30 }), null],
];

test.each(rows)("%s", (_name, group, answer, expected) => {
	const roster = new Roster();
	if (answer) roster.take([group], [answer], 0);
	const members = roster.membersOf(group);
	if (expected === null) expect(members).toBeNull();
	else expect(members).toMatchObject(expected);
});

test("news is asked for at once, the rest every half minute, the empty never", () => {
	const roster = new Roster();
	const due = (group: ListedGroup, nowMs: number) =>
		roster.due([group], nowMs).map(({ group }) => group);
	expect(due(listed(), 0)).toEqual(["g"]);
	roster.take([listed()], [described([null])], 0);
	expect(due(listed(), 29_999)).toEqual([]);
	expect(due(listed(), 30_000)).toEqual(["g"]);
	expect(due(listed({ state: "PreparingRebalance" }), 1)).toEqual(["g"]);
	expect(due(listed({ state: "Empty" }), 60_000)).toEqual([]);
	expect(due(listed({ type: "unheard of" }), 60_000)).toEqual([]);
});

test("a group that became of another type is not counted by what it was", () => {
	const roster = new Roster();
	roster.take([listed()], [described([null])], 0);
	expect(roster.membersOf(listed({ type: "consumer" }))).toBeNull();
	expect(roster.due([listed({ type: "consumer" })], 1)).toHaveLength(1);
});

test("a member that is away is noted, as long as the group has it", () => {
	const roster = new Roster();
	const group = listed({ type: "consumer" });
	roster.take([group], [described([null, "away"])], 0);
	const away = { code: "members away", values: { members: 1 } };
	expect(roster.notesOf(group, "orders")).toEqual([away]);
	expect(roster.notesOf({ ...group, state: "Empty" }, "orders")).toEqual([]);
	expect(roster.notesOf({ ...group, type: "classic" }, "orders")).toEqual([]);
	expect(new Roster().notesOf(group, "orders")).toEqual([]);
});

test("a topic that nobody of a settled group has a part of is noted", () => {
	const [group, roster] = [listed(), new Roster()];
	const member = (partitions: readonly number[] | null) => ({
		...{ id: "m", instanceId: null, clientId: "", host: "" },
		...{ isAway: false, mayBeDead: false, partitionsOf: () => partitions },
	});
	const noted = (...all: (readonly number[] | null)[]) => {
		roster.take([group], [described([], { members: all.map(member) })], 0);
		return roster.notesOf(group, "orders").map(({ code }) => code);
	};
	expect(noted([], [])).toEqual(["not subscribed"]);
	expect(noted([], [3])).toEqual([]);
	expect(noted([], null)).toEqual([]);
	expect(noted()).toEqual([]);
	expect(noted([])).toEqual(["not subscribed"]);
	const sharing = { ...group, state: "PreparingRebalance" };
	expect(roster.notesOf(sharing, "orders")).toEqual([]);
});

test("a group that is of another kind than a moment ago is asked again with the next list", () => {
	for (const gone of [{ state: "Dead" }, { code: 69, state: "" }]) {
		const roster = new Roster();
		roster.take([listed()], [described([null])], 0);
		roster.take([listed()], [described([], gone)], 1);
		expect(roster.membersOf(listed())).toBeNull();
		expect(roster.due([listed()], 2)).toHaveLength(1);
	}
});

test("a coordinator that moves takes nothing back, and a refusal is not asked again at once", () => {
	const roster = new Roster();
	roster.take([listed()], [described([null])], 0);
	roster.take([listed()], [described([], { code: 16 })], 1);
	expect(roster.membersOf(listed())?.registered).toBe(1);
	roster.take([listed()], [described([], { code: 30 })], 2);
	expect(roster.membersOf(listed())).toBeNull();
	expect(roster.due([listed()], 3)).toEqual([]);
});

test("whom the list names and who left before they were asked for is no empty group: it is asked again with the next list", () => {
	const roster = new Roster();
	const regrouping = listed({ state: "CompletingRebalance" });
	const gone = described([], { state: "Empty" });
	roster.take([regrouping], [gone], 0);
	expect(roster.membersOf(regrouping)).toBeNull();
	expect(roster.due([regrouping], 1_000)).toEqual([regrouping]);
	roster.take([regrouping], [described([null])], 1_000);
	roster.take([regrouping], [gone], 31_000);
	expect(roster.membersOf(regrouping)?.registered).toBe(1);
	expect(roster.due([regrouping], 32_000)).toEqual([regrouping]);
});
