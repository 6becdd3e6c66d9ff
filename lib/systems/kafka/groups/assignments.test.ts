// How long is an assignment shown that a rebalance has made the last one known?
import { expect, test } from "vitest";
import type { DescribedGroup } from "../protocol/described.ts";
import { Assignments } from "./assignments.ts";

const group = (
	state: string,
	partitions: readonly number[] | null,
): DescribedGroup => ({
	...{ group: "g", code: 0, state, assignor: null },
	members: [
		{
			...{ id: "m", instanceId: null, clientId: "client", host: "/10.0.0.1" },
			...{ isAway: false, mayBeDead: false },
			partitionsOf: () => partitions,
		},
	],
});
const settled = group("Stable", [3, 4]);
const preparing = group("PreparingRebalance", null);
const completing = group("CompletingRebalance", null);

const shownAt = (
	seen: readonly (readonly [DescribedGroup, number])[],
	now: DescribedGroup,
	nowMs: number,
) => {
	const assignments = new Assignments();
	for (const [told, atMs] of seen) assignments.remember(told, atMs);
	return assignments.before(now, "m", nowMs)?.partitionsOf("t") ?? null;
};

const rows: readonly [
	string,
	readonly (readonly [DescribedGroup, number])[],
	DescribedGroup,
	number,
	readonly number[] | null,
][] = [
	["what was never known is not shown", [], preparing, 0, null],
	[
		"the last one known is shown, however long the group was at rest",
		[[settled, 0]],
		preparing,
		3_600_000,
		[3, 4],
	],
	[
		"for ten seconds of sharing out, in all its steps",
		[
			[settled, 0],
			[preparing, 5_000],
			[completing, 9_000],
		],
		completing,
		14_999,
		[3, 4],
	],
	[
		"and no longer",
		[
			[settled, 0],
			[preparing, 5_000],
			[completing, 9_000],
		],
		completing,
		15_000,
		null,
	],
	[
		"a group that settled again begins anew",
		[
			[settled, 0],
			[preparing, 5_000],
			[group("Stable", [1]), 8_000],
		],
		preparing,
		60_000,
		[1],
	],
	["a group at rest is shown as it is told", [[settled, 0]], settled, 1, null],
	[
		"an answer that failed changes nothing",
		[
			[settled, 0],
			[{ ...group("Stable", [9]), code: 16 }, 1],
		],
		preparing,
		2,
		[3, 4],
	],
];

test.each(rows)("%s", (_name, seen, now, nowMs, expected) => {
	expect(shownAt(seen, now, nowMs)).toEqual(expected);
});

test("a group that is gone is forgotten", () => {
	const assignments = new Assignments();
	assignments.remember(settled, 0);
	assignments.keep(new Set(["other"]));
	expect(assignments.before(preparing, "m", 1)).toBeNull();
});
