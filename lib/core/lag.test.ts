// Is lag counted as a broker's positions really mean it?
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { about, atLeast, atMost, exactly } from "./amount.ts";
import { type Columns, lagOf } from "./lag.ts";

const none = Number.NaN;

function columns(
	rows: readonly (readonly [position: number, start: number, end: number])[],
): Columns {
	return {
		partitions: Int32Array.from(rows, (_row, i) => i),
		positions: Float64Array.from(rows, ([position]) => position),
		starts: Float64Array.from(rows, ([, start]) => start),
		ends: Float64Array.from(rows, ([, , end]) => end),
	};
}

describe("lag of a log", () => {
	const table = [
		[
			"a reader in the middle waits for the rest",
			[[40, 0, 100]],
			exactly(60),
			0,
		],
		["a reader at the end waits for nothing", [[100, 0, 100]], exactly(0), 0],
		[
			"partitions add up",
			[
				[40, 0, 100],
				[5, 0, 10],
			],
			exactly(65),
			0,
		],
		["what was removed is lost, not lag", [[40, 70, 100]], exactly(30), 30],
		[
			"a log that expired whole lost everything unread",
			[[40, 100, 100]],
			exactly(0),
			60,
		],
		[
			"a partition without a position is nobody's work",
			[
				[none, 0, 100],
				[90, 0, 100],
			],
			exactly(10),
			0,
		],
		[
			"a negative position is none",
			[
				[-1, 0, 100],
				[90, 0, 100],
			],
			exactly(10),
			0,
		],
		[
			"an end nobody told makes it a lower bound",
			[
				[40, 0, none],
				[90, 0, 100],
			],
			atLeast(10),
			0,
		],
		[
			"a position beyond the end cannot be counted",
			[
				[140, 0, 100],
				[90, 0, 100],
			],
			atLeast(10),
			0,
		],
		["no position at all is no lag", [[none, 0, 100]], null, null],
		["beyond the end everywhere is unknown", [[140, 0, 100]], null, null],
		[
			"an unknown start leaves the loss unknown",
			[[40, none, 100]],
			exactly(60),
			null,
		],
	] as const;
	test.each(table)("%s", (_title, rows, lag, lost) => {
		const backlog = lagOf(columns(rows));
		expect(backlog.lag).toEqual(lag);
		expect(backlog.lost).toEqual(lost);
	});

	test("a position that nobody can place is not none: what waits there is unknown", () => {
		const placed = columns([
			[10, 0, 10],
			[none, none, 500],
		]);
		expect(lagOf({ ...placed, unplaced: 1 })).toMatchObject({
			...{ lag: atLeast(0), counted: 1, arrived: 10, departed: 10 },
		});
		const nowhere = columns([[none, none, 500]]);
		expect(lagOf({ ...nowhere, unplaced: 1 }).lag).toBeNull();
	});

	test("a position that lies further on makes it an upper bound", () => {
		const placed = columns([
			[90, 0, 100],
			[none, none, 500],
		]);
		expect(lagOf({ ...placed, early: 1 }).lag).toEqual(atMost(10));
		expect(lagOf({ ...placed, early: 1, unplaced: 1 }).lag).toEqual(about(10));
	});

	test("it is never negative, and what is lost and what waits never exceeds the log", () => {
		const number = fc.oneof(
			fc.integer({ min: -5, max: 1000 }),
			fc.constant(none),
		);
		fc.assert(
			fc.property(
				fc.array(fc.tuple(number, number, number), { maxLength: 20 }),
				(rows) => {
					const { lag, lost } = lagOf(columns(rows));
					expect(lag?.n ?? 0).toBeGreaterThanOrEqual(0);
					expect(lost ?? 0).toBeGreaterThanOrEqual(0);
				},
			),
		);
	});
});
