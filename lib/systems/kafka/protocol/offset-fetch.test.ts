// Are positions read as the broker wrote them?
import { expect, test } from "vitest";
import {
	all,
	compact,
	int16,
	int32,
	int64,
	list,
	noTags,
	oneTag,
} from "../for-tests/bytes.ts";
import { decodeOffsetFetch } from "./offset-fetch.ts";

const partition = (
	index: number,
	position: bigint,
	{ code = 0, note = "" as string | null, tags = noTags } = {},
) =>
	all(
		...[int32(index), int64(position), int32(-1)],
		...[compact(note), int16(code), tags],
	);

const topic = (name: string, ...partitions: readonly Buffer[]) =>
	all(compact(name), list(...partitions), noTags);

const group = (name: string, code: number, ...topics: readonly Buffer[]) =>
	all(compact(name), list(...topics), int16(code), noTags);

const answer = (...groups: readonly Buffer[]) =>
	all(int32(0), list(...groups), noTags);

const columns = (bytes: Buffer) =>
	decodeOffsetFetch(bytes).map(({ group, code, topics }) => ({
		group,
		code,
		topics: topics.map(({ topic, partitions, positions }) => ({
			topic,
			partitions: [...partitions],
			positions: [...positions],
		})),
	}));

const one = (...partitions: readonly Buffer[]) =>
	columns(answer(group("g", 0, topic("t", ...partitions))))[0]?.topics[0];

const none = Number.NaN;
const rows: readonly [string, readonly Buffer[], number[], number[]][] = [
	[
		"positions as committed",
		[partition(0, 5n), partition(1, 0n)],
		[0, 1],
		[5, 0],
	],
	[
		"an answer out of order is put in order, each position with its partition",
		[partition(7, 70n), partition(2, 20n), partition(5, 50n)],
		[2, 5, 7],
		[20, 50, 70],
	],
	["the end is a position", [partition(0, -1n)], [0], [-1]],
	["any negative position is no position", [partition(0, -5n)], [0], [none]],
	["the first message that is kept is one", [partition(0, -2n)], [0], [-2]],
	[
		"a partition with an error has no position",
		[partition(0, 9n, { code: 88 })],
		[0],
		[none],
	],
	[
		"a position beyond 32 bits is exact",
		[partition(0, 9_007_199_254_740_991n)],
		[0],
		[9_007_199_254_740_991],
	],
	[
		"a position too large for a number is not known",
		[partition(0, 9_007_199_254_740_993n)],
		[0],
		[none],
	],
	[
		"a long note and fields from a later version are passed over",
		[
			partition(0, 1n, { note: "n".repeat(300), tags: oneTag }),
			partition(1, 2n),
		],
		[0, 1],
		[1, 2],
	],
	[
		"a missing note is passed over",
		[partition(0, 1n, { note: null }), partition(1, 2n)],
		[0, 1],
		[1, 2],
	],
];

test.each(rows)("%s", (_name, partitions, indexes, positions) => {
	expect(one(...partitions)).toEqual({
		topic: "t",
		partitions: indexes,
		positions,
	});
});

test("each group comes with its own error code, and one that failed has no topics", () => {
	const bytes = answer(
		group("판매", 0, topic("orders", partition(0, 1n))),
		group("denied", 30),
	);
	expect(columns(bytes)).toEqual([
		{
			group: "판매",
			code: 0,
			topics: [{ topic: "orders", partitions: [0], positions: [1] }],
		},
		{ group: "denied", code: 30, topics: [] },
	]);
});

test("an answer that was cut is an error, wherever it was cut", () => {
	const whole = answer(group("g", 0, topic("t", partition(0, 1n))));
	for (let length = 0; length < whole.length - 1; length++)
		expect(() => decodeOffsetFetch(whole.subarray(0, length))).toThrow(
			RangeError,
		);
});

test("a count that cannot be true reserves no memory", () => {
	const bytes = all(int32(0), Buffer.of(0xff, 0xff, 0xff, 0xff, 0x0f));
	expect(() => decodeOffsetFetch(bytes)).toThrow(RangeError);
});
