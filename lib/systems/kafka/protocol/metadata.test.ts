// Are nodes and leaders read as the broker wrote them?
import { expect, test } from "vitest";
import {
	all,
	compact,
	int16,
	int32,
	list,
	noTags,
} from "../for-tests/bytes.ts";
import { decodeMetadata, metadata } from "./metadata.ts";

const node = (id: number, rack: string | null) =>
	all(int32(id), compact(`broker-${id}`), int32(9092), compact(rack), noTags);

const partition = (index: number, leader: number, replicas: number[]) =>
	all(
		...[
			int16(leader < 0 ? 5 : 0),
			int32(index),
			int32(leader),
			int32(index + 5),
		],
		...[list(...replicas.map(int32)), list(...replicas.map(int32)), list()],
		noTags,
	);

const topic = (name: string, code: number, ...partitions: readonly Buffer[]) =>
	all(
		...[int16(code), compact(name), Buffer.alloc(16, 0xab), Buffer.of(0)],
		...[list(...partitions), int32(-2147483648), noTags],
	);

const answer = all(
	int32(0),
	list(node(1, null), node(2, "rack-b")),
	...[compact("cluster"), int32(1)],
	list(
		topic("orders", 0, partition(1, 2, [1, 2]), partition(0, 1, [1])),
		topic("offline", 0, partition(0, -1, [])),
		topic("gone", 3),
	),
	noTags,
);

test("nodes, and each partition's leader and its election by its number, whatever their order", () => {
	const { cluster, nodes, topics } = decodeMetadata(answer);
	expect(cluster).toBe("cluster");
	expect(nodes).toEqual([
		{ id: 1, host: "broker-1", port: 9092 },
		{ id: 2, host: "broker-2", port: 9092 },
	]);
	const id = "ab".repeat(16);
	expect(topics).toEqual([
		{
			topic: "orders",
			id,
			code: 0,
			isInternal: false,
			leaders: Int32Array.of(1, 2),
			epochs: Int32Array.of(5, 6),
		},
		{
			topic: "offline",
			id,
			code: 0,
			isInternal: false,
			leaders: Int32Array.of(-1),
			epochs: Int32Array.of(5),
		},
		{
			...{ topic: "gone", id, code: 3, isInternal: false },
			...{ leaders: Int32Array.of(), epochs: Int32Array.of() },
		},
	]);
});

test("asking for a topic never makes it", () => {
	const asked = metadata(["orders"]).encode(12).buffer;
	const [mayCreate, mayCount] = asked.subarray(-3);
	expect([mayCreate, mayCount]).toEqual([0, 0]);
});
