// Is only that member offered to be taken out which keeps a place where work waits?
import { expect, test } from "vitest";
import { isEvictable } from "./evict.tsx";

const said = { en: "", ko: "" };
const kind = {
	...{ channel: said, group: said, actions: ["evict"] },
	...{ holds: false, keeps: true, partitioned: true, itemised: false },
};
const system = { kinds: { topic: kind } };
const row = { kind: "topic", verdict: "stalled" as const };
const member = { instanceId: "pod-1", partitions: [2] };

test("one with a fixed name and a share, in a group that does not get on", () => {
	expect(isEvictable({ row, system, member })).toBe(true);
});

test.each([
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
