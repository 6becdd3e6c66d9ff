// Which partitions was a member given, whatever its bytes are like?
import { expect, test } from "vitest";
import { all, int16, int32 } from "../for-tests/bytes.ts";
import { assignedPartitions } from "./assignment.ts";

const topic = (name: string, ...partitions: readonly number[]) =>
	all(
		...[int16(name.length), Buffer.from(name)],
		...[int32(partitions.length), ...partitions.map(int32)],
	);
const two = all(
	...[int16(0), int32(2)],
	...[topic("orders", 5, 1), topic("payments", 7), int32(-1)],
);

const rows: readonly [string, Buffer, string, number[] | null][] = [
	["the partitions of this topic only, in order", two, "orders", [1, 5]],
	["of another topic likewise", two, "payments", [7]],
	["none of a topic that is not in it", two, "refunds", []],
	["not known while the group rebalances", Buffer.alloc(0), "orders", null],
	["not known when the bytes are cut", two.subarray(0, 12), "orders", null],
	[
		"not known in another layout",
		all(int16(0), int32(9), int16(-6), int32(0), int32(0)),
		"orders",
		null,
	],
];

test.each(rows)("%s", (_name, bytes, name, expected) => {
	expect(assignedPartitions(bytes, name)).toEqual(expected);
});
