// Are headers of batches read as the broker wrote them, and asked for as it wants?
import { expect, test } from "vitest";
import {
	all,
	compact,
	int16,
	int32,
	int64,
	list,
	noTags,
	unsigned,
} from "../for-tests/bytes.ts";
import { batchesIn, isControl, isTransactional } from "./batches.ts";
import { decodeFetch, fetchBatches } from "./fetch.ts";

type Written = {
	readonly base: bigint;
	readonly last: number;
	readonly attributes?: number;
	readonly producerId?: bigint;
	readonly body?: number;
};

/** 61 bytes of header in the order of the protocol, then so many bytes of records. */
const batch = ({ base, last, attributes = 0, ...more }: Written) => {
	const { producerId = -1n, body = 10 } = more;
	return all(
		...[int64(base), int32(49 + body), int32(0), Buffer.of(2), int32(77)],
		...[int16(attributes), int32(last), int64(1_000n), int64(1_900n)],
		...[int64(producerId), int16(-1), int32(-1), int32(last + 1)],
		Buffer.alloc(body, 0xff),
	);
};

const answer = (records: Buffer, aborted = list()) =>
	all(
		...[int32(0), int16(0), int32(0), unsigned(2), compact("orders")],
		...[unsigned(2), int32(3), int16(0), int64(90n), int64(80n), int64(5n)],
		...[aborted, int32(-1), unsigned(records.length + 1), records],
		...[noTags, noTags, noTags],
	);

const baseOffsetsOf = (bytes: Buffer) => [...batchesIn(bytes).baseOffsets];
const first = batch({ base: 10n, last: 4 });
const second = batch({ base: 5_000_000_000n, last: 0, body: 300 });

const rows: readonly [string, Buffer, number[]][] = [
	["every batch in its order", all(first, second), [10, 5_000_000_000]],
	["nothing in no bytes", Buffer.alloc(0), []],
	[
		"a batch that is cut behind its header counts",
		all(first, second.subarray(0, 61)),
		[10, 5_000_000_000],
	],
	[
		"a batch that is cut within its header does not",
		all(first, second.subarray(0, 60)),
		[10],
	],
	[
		"what is written in an older layout is not guessed at",
		all(first, Buffer.from(second).fill(1, 16, 17)),
		[10],
	],
	[
		"a length that cannot be true ends the walk",
		all(first, Buffer.from(second).fill(0, 8, 12), first),
		[10],
	],
];
test.each(rows)("%s", (_name, bytes, expected) => {
	expect(baseOffsetsOf(bytes)).toEqual(expected);
});

test("a header says where it lies, of when it is and whose it is", () => {
	const it = batchesIn(
		batch({ base: 10n, last: 4, attributes: 0x30, producerId: 7n }),
	);
	expect(it).toMatchObject({
		...{ lastOffsets: { 0: 14 }, counts: { 0: 5 }, producerIds: { 0: 7 } },
		...{ baseTimesMs: { 0: 1_000 }, maxTimesMs: { 0: 1_900 } },
	});
	const attributes = it.attributes[0] ?? 0;
	expect([isControl(attributes), isTransactional(attributes)]).toEqual([
		true,
		true,
	]);
});

test("a time that compaction wrote over is not known", () => {
	const it = batchesIn(batch({ base: 10n, last: 0, attributes: 0x40 }));
	expect([...it.baseTimesMs]).toEqual([Number.NaN]);
});

test("an answer names the log's ends, its batches and the transactions given up", () => {
	const aborted = list(all(int64(7n), int64(12n), noTags));
	const { code, partitions } = decodeFetch(answer(first, aborted));
	expect(code).toBe(0);
	expect(partitions).toMatchObject([
		{
			...{ topic: "orders", partition: 3, code: 0 },
			...{ end: 90, stableEnd: 80, start: 5 },
			aborted: [{ producerId: 7, firstOffset: 12 }],
			batches: { baseOffsets: { 0: 10 } },
		},
	]);
});

test("the question opens no session, waits for nothing and says how much is wanted", () => {
	const asked = fetchBatches(
		[{ topic: "orders", partitions: [4, 6], offsets: [10, 11] }],
		{ partitionBytesMax: 1_024, committedOnly: true },
	);
	const entry = (partition: number, offset: bigint) =>
		all(
			...[int32(partition), int32(-1), int64(offset), int32(-1)],
			...[int64(-1n), int32(1_024), noTags],
		);
	expect(asked.encode(12).buffer).toEqual(
		all(
			...[int32(-1), int32(0), int32(0), int32(2_048), Buffer.of(1)],
			...[int32(0), int32(-1)],
			list(all(compact("orders"), list(entry(4, 10n), entry(6, 11n)), noTags)),
			...[list(), compact(""), noTags],
		),
	);
});
