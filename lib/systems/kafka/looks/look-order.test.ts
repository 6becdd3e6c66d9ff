// Do partitions stand in the order somebody asked for?
import { expect, test } from "vitest";
import { about, atLeast } from "#lib/core/amount.ts";
import type { LookSort, PartitionLine } from "#lib/core/look.ts";
import { inOrder } from "./look-order.ts";

const line = (
	partition: number,
	lag: number | null,
	minutes: number | null,
	owner: string | null,
): PartitionLine => ({
	...{ partition, lag, owner, position: 1, start: 0, end: 9, movedMs: null },
	timeLagMs: minutes === null ? null : about(minutes),
	marginMs: minutes === null ? null : atLeast(100 - minutes),
});
const lines = [
	line(0, 5, null, "b"),
	line(1, null, 7, null),
	line(2, 9, 3, "a"),
	line(3, 0, 3, "b"),
	line(4, null, null, null),
];

const rows: readonly [string, LookSort, number[]][] = [
	["most lag first, not known last", "lag", [2, 0, 3, 1, 4]],
	["the oldest first, equals by number", "timeLag", [1, 2, 3, 0, 4]],
	["the least margin first", "margin", [1, 2, 3, 0, 4]],
	["owners by name, nobody last", "owner", [2, 0, 3, 1, 4]],
	["by number", "partition", [0, 1, 2, 3, 4]],
];
test.each(rows)("%s", (_name, sort, expected) => {
	const shown = inOrder(lines.toReversed(), sort);
	expect(shown.map(({ partition }) => partition)).toEqual(expected);
});
