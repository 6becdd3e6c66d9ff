// What is said of a share group, when only the broker can count what waits?
import { expect, test } from "vitest";
import type { Reading } from "#lib/core/reading.ts";
import type { Topic } from "../positions/topics.ts";
import type { SharedTopic } from "../protocol/share-offsets.ts";
import { Handed, sharedReading } from "./shared-readings.ts";

const none = Number.NaN;

const topic = (...ends: number[]): Topic => ({
	...{ name: "orders", id: "id", leaders: Int32Array.from(ends, () => 1) },
	starts: Float64Array.from(ends, () => 0),
	ends: Float64Array.from(ends),
	codes: Int16Array.from(ends, () => 0),
	wanted: Uint8Array.from(ends, () => 1),
});

const told = (lags: readonly number[], code = 0): SharedTopic => ({
	topic: "orders",
	partitions: Int32Array.from(lags.keys()),
	positions: Float64Array.from(lags, () => 0),
	lags: Float64Array.from(lags),
	codes: Int16Array.from(lags, () => code),
});

const rows: readonly [string, number[], number[], Partial<Reading>][] = [
	[
		"the lag is the broker's, however far behind it begins to look",
		[300],
		[0],
		{ lag: { n: 0, bound: "exact" }, arrived: 300, departed: 300, counted: 1 },
	],
	[
		"what one partition does not tell makes it the least",
		[300, 40],
		[25, none],
		{ lag: { n: 25, bound: "at least" }, arrived: 300, departed: 275 },
	],
	[
		"what no partition tells is unknown, and not zero",
		[300],
		[none],
		{ lag: null, arrived: null, departed: null, counted: 0, trouble: null },
	],
	[
		"set beyond the end, nothing waits and it is ahead",
		[310, 10],
		[-99_689, 4],
		{ lag: { n: 4, bound: "exact" }, ahead: 1 },
	],
	[
		"the broker counts while a leader is silent to us",
		[none, 40],
		[5, 6],
		{ lag: { n: 11, bound: "exact" }, arrived: null, departed: null },
	],
];

test.each(rows)("%s", (_name, ends, lags, expected) => {
	const handed = new Handed();
	const reading = sharedReading(
		"g",
		told(lags),
		topic(...ends),
		null,
		handed,
		5,
	);
	expect(reading).toMatchObject({
		...{ kind: "topic", channel: "orders", group: "g", atMs: 5, columns: null },
		...expected,
	});
});

test("a topic it may not read is said to be that", () => {
	const read = told([none], 29);
	const reading = sharedReading("g", read, topic(9), null, new Handed(), 5);
	expect(reading.trouble).toMatchObject({ code: "not allowed" });
});

/** Each tick: the end a moment after the lag was counted, and that lag. */
function departedOver(ticks: readonly (readonly [number, number])[]) {
	const handed = new Handed();
	const one = topic(0);
	return ticks.map(([end, lag]) => {
		one.ends[0] = end;
		return sharedReading("g", told([lag]), one, null, handed, 5).departed;
	});
}

test("what arrives between the two questions does not look like work, nor like work taken back", () => {
	const stalledAt100 = [
		[1_003, 900],
		[2_001, 1_900],
		[3_002, 2_900],
	] as const;
	expect(departedOver(stalledAt100)).toEqual([103, 103, 103]);
});

test("a group that was set back has less behind it than before", () => {
	const setBack = [
		[1_000, 0],
		[1_000, 800],
	] as const;
	expect(departedOver(setBack)).toEqual([1_000, 200]);
});
