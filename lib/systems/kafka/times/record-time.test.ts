// Is a record dated as its batch tells, and no more exactly?
import { expect, test } from "vitest";
import type { Batches } from "../protocol/batches.ts";
import { noRecordTime, type RecordTime, recordTime } from "./record-time.ts";

type Header = readonly [
	base: number,
	last: number,
	baseMs: number,
	maxMs: number,
	attributes?: number,
];

const batches = (...headers: readonly Header[]): Batches => ({
	baseOffsets: Float64Array.from(headers, ([base]) => base),
	lastOffsets: Float64Array.from(headers, ([, last]) => last),
	baseTimesMs: Float64Array.from(headers, ([, , ms]) => ms),
	maxTimesMs: Float64Array.from(headers, ([, , , ms]) => ms),
	attributes: Int16Array.from(headers, ([, , , , bits]) => bits ?? 0),
	producerIds: new Float64Array(headers.length),
	counts: new Int32Array(headers.length),
});

const [appended, control] = [0x08, 0x20];
const exact = (ms: number): RecordTime => ({ ms, isExact: true });
const rough = (ms: number): RecordTime => ({ ms, isExact: false });
const rows: readonly [string, Batches, number, RecordTime][] = [
	[
		"the first of a batch has the batch's own time",
		batches([5, 9, 1_000, 90_000]),
		5,
		exact(1_000),
	],
	[
		"one within lies where its offset lies",
		batches([5, 9, 1_000, 81_000]),
		7,
		rough(41_000),
	],
	[
		"one within a batch of a moment is as good as exact",
		batches([5, 9, 1_000, 1_400]),
		7,
		exact(1_200),
	],
	[
		"a batch dated by the broker has one time",
		batches([5, 9, 1_000, 90_000, appended]),
		7,
		exact(90_000),
	],
	[
		"a batch before the offset is passed over",
		batches([1, 4, 10, 20], [5, 9, 1_000, 90_000]),
		5,
		exact(1_000),
	],
	[
		"behind a gap the next record counts",
		batches([50, 59, 1_000, 90_000]),
		7,
		exact(1_000),
	],
	[
		"a marker is not a record",
		batches([5, 5, 10, 10, control], [6, 6, 20, 20]),
		5,
		exact(20),
	],
	[
		"only markers have no time",
		batches([5, 5, 10, 10, control]),
		5,
		noRecordTime,
	],
	[
		"a time that compaction wrote over leaves the newest",
		batches([5, 9, Number.NaN, 90_000]),
		5,
		rough(90_000),
	],
	[
		"a record without a time has none",
		batches([5, 5, -1, -1]),
		5,
		noRecordTime,
	],
	["nothing read, nothing known", batches(), 5, noRecordTime],
];
test.each(rows)("%s", (_name, read, offset, expected) => {
	expect(recordTime(read, offset)).toEqual(expected);
});
