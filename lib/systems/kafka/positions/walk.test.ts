// What is left to read behind a position?
import { expect, test } from "vitest";
import type { Aborted, Fetched } from "../protocol/fetch.ts";
import { type Walked, walk } from "./walk.ts";

type Batch = readonly [base: number, last: number, kind: string, by?: number];

const bits: Readonly<Record<string, number>> = {
	plain: 0,
	transactional: 0x10,
	marker: 0x30,
};

const log = (
	batches: readonly Batch[],
	aborted: readonly Aborted[] = [],
	stableEnd = 1_000,
): Fetched => ({
	...{ topic: "orders", partition: 0, code: 0, end: 1_000, start: 0 },
	...{ stableEnd, aborted },
	batches: {
		baseOffsets: Float64Array.from(batches, ([base]) => base),
		lastOffsets: Float64Array.from(batches, ([, last]) => last),
		attributes: Int16Array.from(batches, ([, , kind]) => bits[kind] ?? 0),
		producerIds: Float64Array.from(batches, ([, , , by]) => by ?? -1),
		baseTimesMs: new Float64Array(batches.length),
		maxTimesMs: new Float64Array(batches.length),
		counts: Int32Array.from(batches, ([, , kind]) =>
			kind === "emptied" ? 0 : 1,
		),
	},
});
const gaveUp = (producerId: number, firstOffset: number) => ({
	producerId,
	firstOffset,
});

const rows: readonly [string, Fetched, number, number, Walked][] = [
	[
		"a marker alone is nothing",
		log([[17, 17, "marker", 1]]),
		17,
		18,
		"markers",
	],
	["a message is one", log([[17, 17, "plain"]]), 17, 18, "messages"],
	[
		"a committed transaction holds messages",
		log([
			[10, 11, "transactional", 1],
			[12, 12, "marker", 1],
		]),
		...([10, 13, "messages"] as const),
	],
	[
		"a transaction that was given up holds nothing",
		log(
			[
				[10, 11, "transactional", 1],
				[12, 12, "marker", 1],
			],
			[gaveUp(1, 10)],
		),
		...([10, 13, "markers"] as const),
	],
	[
		"what the same producer commits afterwards is a message again",
		log(
			[
				[10, 11, "transactional", 1],
				[12, 12, "marker", 1],
				[13, 13, "transactional", 1],
			],
			[gaveUp(1, 10)],
		),
		...([10, 14, "messages"] as const),
	],
	[
		"a transaction given up later does not hide what came before it",
		log(
			[
				[10, 10, "transactional", 1],
				[11, 11, "marker", 1],
				[12, 12, "transactional", 1],
			],
			[gaveUp(1, 12)],
		),
		...([10, 13, "messages"] as const),
	],
	[
		"a position inside a transaction that was given up sees nothing",
		log(
			[
				[5, 11, "transactional", 1],
				[12, 12, "marker", 1],
			],
			[gaveUp(1, 5)],
		),
		...([9, 13, "markers"] as const),
	],
	[
		"what another producer writes in between is a message",
		log(
			[
				[10, 11, "transactional", 1],
				[12, 12, "plain", 2],
			],
			[gaveUp(1, 10)],
		),
		...([10, 13, "messages"] as const),
	],
	[
		"a batch that compaction emptied is nothing",
		log([[10, 12, "emptied"]]),
		...([10, 13, "markers"] as const),
	],
	[
		"what arrived since is not looked at",
		log([
			[10, 10, "marker", 1],
			[11, 11, "plain"],
		]),
		...([10, 11, "markers"] as const),
	],
	[
		"an answer that was cut says where to go on",
		log([[10, 10, "marker", 1]]),
		...([10, 14, { next: 11 }] as const),
	],
	[
		"what an open transaction wrote may become messages",
		log([[10, 10, "marker", 1]], [], 11),
		...([10, 14, "messages"] as const),
	],
];

test.each(rows)("%s", (_title, fetched, from, end, expected) => {
	expect(walk(fetched, from, end)).toEqual(expected);
});
