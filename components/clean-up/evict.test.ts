// Is only that member offered to be taken out which keeps a place or holds messages where work waits?
import { expect, test } from "vitest";
import { isEvictable } from "./evict.tsx";

const said = { en: "", ko: "" };
const kind = {
	...{ channel: said, group: said, actions: ["evict"] },
	...{ holds: false, keeps: true, partitioned: true, itemised: false },
};
const system = { kinds: { topic: kind } };
const row = { kind: "topic", verdict: "stalled" as const };
const member = { instanceId: "pod-1", partitions: [2], holding: null };
const ofQueue = {
	system: { kinds: { topic: { ...kind, partitioned: false } } },
	member: { instanceId: null, partitions: null, holding: 3 },
};

test("one with a fixed name and a share, in a group that does not get on", () => {
	expect(isEvictable({ row, system, member })).toBe(true);
});

test("one that holds messages where nothing is shared out, whatever its name", () => {
	expect(isEvictable({ row, ...ofQueue })).toBe(true);
});

test.each([
	[
		"that holds nothing where nothing is shared out",
		{ ...ofQueue, member: { ...ofQueue.member, holding: 0 } },
	],
	["whose name is not fixed", { member: { ...member, instanceId: null } }],
	["that has no share", { member: { ...member, partitions: [] } }],
	["of a group that is well", { row: { ...row, verdict: "healthy" as const } }],
	[
		"of a kind that has no such way",
		{ system: { kinds: { topic: { ...kind, actions: [] } } } },
	],
])("not one %s", (_, over) => {
	expect(isEvictable({ row, system, member, ...over })).toBe(false);
});
