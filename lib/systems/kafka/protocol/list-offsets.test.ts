// Are ends read as the broker wrote them, and asked for as it wants?
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
	unsigned,
} from "../for-tests/bytes.ts";
import { decodeListOffsets, earliest, listOffsets } from "./list-offsets.ts";

const partition = (
	index: number,
	code: number,
	offset: bigint,
	tags = noTags,
) => all(int32(index), int16(code), int64(-1n), int64(offset), int32(0), tags);

const answer = (...partitions: readonly Buffer[]) =>
	all(
		int32(0),
		list(all(compact("orders"), list(...partitions), noTags)),
		noTags,
	);

const none = Number.NaN;
const rows: readonly [
	string,
	readonly Buffer[],
	number[],
	number[],
	number[],
][] = [
	[
		"ends as they are, in the broker's order",
		[partition(3, 0, 30n), partition(0, 0, 5_000_000_000n)],
		[3, 0],
		[0, 0],
		[30, 5_000_000_000],
	],
	[
		"an end that is refused is not known, and says why",
		[partition(0, 6, -1n), partition(1, 0, 8n)],
		[0, 1],
		[6, 0],
		[none, 8],
	],
	["no end at all is not known", [partition(0, 0, -1n)], [0], [0], [none]],
	["an empty log ends at zero", [partition(0, 0, 0n)], [0], [0], [0]],
	[
		"fields from a later version are passed over",
		[partition(0, 0, 1n, oneTag), partition(1, 0, 2n)],
		[0, 1],
		[0, 0],
		[1, 2],
	],
];

test.each(rows)("%s", (_name, partitions, indexes, codes, offsets) => {
	const [topic] = decodeListOffsets(answer(...partitions));
	expect(topic?.topic).toBe("orders");
	expect([...(topic?.partitions ?? [])]).toEqual(indexes);
	expect([...(topic?.codes ?? [])]).toEqual(codes);
	expect([...(topic?.offsets ?? [])]).toEqual(offsets);
});

test("asked by time, the time of what was found comes with it", () => {
	const found = all(int32(0), int16(0), int64(1_700n), int64(9n), int32(0));
	const [topic] = decodeListOffsets(
		answer(all(found, noTags), partition(1, 0, -1n)),
	);
	expect([...(topic?.timesMs ?? [])]).toEqual([1_700, none]);
	expect([...(topic?.offsets ?? [])]).toEqual([9, none]);
});

test("the question names every partition once, with no leader's epoch", () => {
	const request = listOffsets(
		[{ topic: "orders", partitions: [4, 300] }],
		earliest,
	);
	const asked = (partition: number) =>
		all(int32(partition), int32(-1), int64(-2n), noTags);
	expect(request.encode(9).buffer).toEqual(
		all(
			int32(-1),
			Buffer.of(0),
			list(all(compact("orders"), list(asked(4), asked(300)), noTags)),
			noTags,
		),
	);
	expect(unsigned(300)).toHaveLength(2);
});
