// Do our columns say what the library's own decoders say, whatever a broker answers?
import {
	listOffsetsV9,
	metadataV12,
	offsetFetchV9,
	Reader,
} from "@platformatic/kafka";
import fc from "fast-check";
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
import { decodeListOffsets } from "./list-offsets.ts";
import { decodeMetadata } from "./metadata.ts";
import { decodeOffsetFetch } from "./offset-fetch.ts";
import { wholeAnswer } from "./request.ts";

const many = { numRuns: 300 };
const tags = fc.constantFrom(noTags, noTags, oneTag);
const end = fc.constant(noTags);
const name = fc.string({ unit: "grapheme", maxLength: 40 });
const text = fc.option(name);
const code = fc.constantFrom(0, 0, 0, 0, 3, 5, 6, 14, 29, 30, 88);
const offset = fc.oneof(
	fc.bigInt({ min: -5n, max: 1_000n }),
	fc.bigInt({ min: 0n, max: 2n ** 53n - 1n }),
	fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
);
const int = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const lists = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 6 });
const bytesOf = (one: fc.Arbitrary<Buffer>) =>
	lists(one).map((entries) => list(...entries));
/** Every number once, in an order of its own: long ones need two bytes for their length. */
const partitions = (one: (partition: number) => fc.Arbitrary<Buffer>) =>
	fc
		.constantFrom(160, 400, 5_000)
		.chain((most) => fc.uniqueArray(fc.nat(most), { maxLength: 150 }))
		.chain((numbers) => fc.tuple(...numbers.map(one)))
		.map((entries) => list(...entries));
const joined = (...parts: readonly fc.Arbitrary<Buffer>[]) =>
	fc.tuple(...parts).map((bytes) => all(...bytes));

/** Exact, or not known: negative and refused ones are none, and beyond 2^53 a number would not be the one. */
const known = (code: number, value: bigint): number =>
	code === 0 && value >= 0n && value <= BigInt(Number.MAX_SAFE_INTEGER)
		? Number(value)
		: Number.NaN;

/** The smallest difference is easier to read than two buffers. */
const ascending = <T extends { partitionIndex: number }>(entries: T[]): T[] =>
	entries.toSorted((a, b) => a.partitionIndex - b.partitionIndex);

const positionsAnswer = joined(
	int.map(int32),
	bytesOf(
		joined(
			name.map(compact),
			bytesOf(
				joined(
					name.map(compact),
					partitions((partition) =>
						joined(
							fc.constant(int32(partition)),
							offset.map(int64),
							int.map(int32),
							text.map(compact),
							code.map(int16),
							tags,
						),
					),
					tags,
				),
			),
			code.map(int16),
			tags,
		),
	),
	end,
);

test("positions are those the library reads, by partition", () => {
	fc.assert(
		fc.property(positionsAnswer, (bytes) => {
			const theirs = wholeAnswer(() =>
				offsetFetchV9.parseResponse(0, 9, 9, Reader.from(bytes)),
			);
			const ours = decodeOffsetFetch(bytes);
			expect(ours).toMatchObject(
				theirs.groups.map(({ groupId, errorCode, topics }) => ({
					group: groupId,
					code: errorCode,
					topics: topics.map(({ name, partitions }) => {
						const sorted = ascending(partitions);
						return {
							topic: name,
							partitions: Int32Array.from(sorted, (it) => it.partitionIndex),
							positions: Float64Array.from(sorted, (it) =>
								it.errorCode === 0 && [-1n, -2n].includes(it.committedOffset)
									? Number(it.committedOffset)
									: known(it.errorCode, it.committedOffset),
							),
						};
					}),
				})),
			);
		}),
		many,
	);
});

const offsetsAnswer = joined(
	int.map(int32),
	bytesOf(
		joined(
			name.map(compact),
			partitions((partition) =>
				joined(
					fc.constant(int32(partition)),
					code.map(int16),
					offset.map(int64),
					offset.map(int64),
					int.map(int32),
					tags,
				),
			),
			tags,
		),
	),
	end,
);

test("ends are those the library reads, with each refusal", () => {
	fc.assert(
		fc.property(offsetsAnswer, (bytes) => {
			const theirs = wholeAnswer(() =>
				listOffsetsV9.parseResponse(0, 2, 9, Reader.from(bytes)),
			);
			expect(decodeListOffsets(bytes)).toMatchObject(
				theirs.topics.map(({ name, partitions }) => ({
					topic: name,
					partitions: Int32Array.from(partitions, (it) => it.partitionIndex),
					codes: Int16Array.from(partitions, (it) => it.errorCode),
					offsets: Float64Array.from(partitions, (it) =>
						known(it.errorCode, it.offset),
					),
				})),
			);
		}),
		many,
	);
});

const ids = lists(int.map(int32)).map((entries) => list(...entries));
const node = joined(
	...[int.map(int32), name.map(compact), int.map(int32)],
	...[text.map(compact), tags],
);
const topic = fc.nat(150).chain((count) =>
	joined(
		...[code.map(int16), text.map(compact)],
		fc
			.uint8Array({ minLength: 16, maxLength: 16 })
			.map((id) => Buffer.from(id)),
		fc.constantFrom(Buffer.of(0), Buffer.of(1)),
		fc
			.shuffledSubarray([...Array(count).keys()], { minLength: count })
			.chain((numbers) =>
				fc.tuple(
					...numbers.map((partition) =>
						joined(
							...[code.map(int16), fc.constant(int32(partition))],
							...[fc.integer({ min: -1, max: 9 }).map(int32), int.map(int32)],
							...[ids, ids, ids, tags],
						),
					),
				),
			)
			.map((entries) => list(...entries)),
		int.map(int32),
		tags,
	),
);
const metadataAnswer = joined(
	...[int.map(int32), bytesOf(node), text.map(compact), int.map(int32)],
	...[bytesOf(topic), end],
);

test("nodes, topics and leaders are those the library reads", () => {
	fc.assert(
		fc.property(metadataAnswer, (bytes) => {
			const theirs = wholeAnswer(() =>
				metadataV12.parseResponse(0, 3, 12, Reader.from(bytes)),
			);
			expect(decodeMetadata(bytes)).toMatchObject({
				nodes: theirs.brokers.map(({ nodeId, host, port }) => ({
					...{ id: nodeId, host, port },
				})),
				topics: theirs.topics.map(
					({ errorCode, name, topicId, partitions }) => ({
						topic: name ?? "",
						id: topicId.replaceAll("-", ""),
						code: errorCode,
						leaders: Int32Array.from(
							ascending(partitions),
							({ leaderId }) => leaderId,
						),
						epochs: Int32Array.from(
							ascending(partitions),
							({ leaderEpoch }) => leaderEpoch,
						),
					}),
				),
			});
		}),
		many,
	);
});

test("an answer that was cut is refused, wherever it was cut, and reserves no more than it has", () => {
	const decoders: readonly [
		fc.Arbitrary<Buffer>,
		(bytes: Buffer) => unknown,
	][] = [
		[positionsAnswer, decodeOffsetFetch],
		[offsetsAnswer, decodeListOffsets],
		[metadataAnswer, decodeMetadata],
	];
	for (const [answer, decode] of decoders)
		fc.assert(
			fc.property(
				answer,
				fc.double({ min: 0, max: 0.99, noNaN: true }),
				(bytes, share) => {
					// The tags that end it are not read, so only a cut there cannot be seen.
					const cut = bytes.subarray(0, Math.floor(share * (bytes.length - 1)));
					expect(() => decode(cut)).toThrow(RangeError);
				},
			),
		);
});
