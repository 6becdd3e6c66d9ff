// Does everything come back from its bytes as it was, whatever the numbers do?
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gauges } from "#lib/core/history.ts";
import { reasonCodes, verdicts } from "#lib/core/verdict.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";
import { decodeCells, encodeCells } from "./cell-chunk.ts";
import { cellsOfReadings } from "./cells.ts";
import { applyChanges, putChange } from "./change-code.ts";
import { someReadings, someState, someTracks, startMs } from "./for-tests.ts";
import { markedBy, markOf } from "./marks.ts";
import { decodeReadings, encodeReadings } from "./reading-chunk.ts";
import { Tally } from "./tally.ts";
import { wantedFor } from "./wanted.ts";

const anyValue = fc.oneof(
	fc.integer({ min: -(2 ** 53) + 1, max: 2 ** 53 - 1 }),
	fc.maxSafeInteger(),
	fc.integer({ min: -200, max: 200 }),
	fc.constant(Number.NaN),
);

describe("bytes", () => {
	test("every whole number and what is unknown come back", () => {
		fc.assert(
			fc.property(fc.array(anyValue), (values) => {
				const writer = new ByteWriter();
				for (const value of values) writer.value(value);
				const reader = new ByteReader(writer.take());
				expect(values.map(() => reader.value() + 0)).toEqual(
					values.map((it) => it + 0),
				);
				expect(reader.isDone).toBe(true);
			}),
		);
	});

	test("what is skipped is as long as what is read", () => {
		fc.assert(
			fc.property(anyValue, anyValue, (first, second) => {
				const writer = new ByteWriter();
				writer.value(first);
				writer.value(second);
				const reader = new ByteReader(writer.take());
				reader.skipValue();
				expect(reader.value() + 0).toBe(second + 0);
			}),
		);
	});

	test("bytes that end too early are an error, not a zero", () => {
		expect(() => new ByteReader(Uint8Array.of(200)).whole()).toThrow(
			RangeError,
		);
	});
});

describe("a tick", () => {
	test("turns each state it was taken from into the one after, and touches no other", () => {
		const both = fc.array(fc.tuple(someState, someState), { maxLength: 20 });
		fc.assert(
			fc.property(both, (pairs) => {
				const writer = new ByteWriter();
				for (const [slot, [before, after]] of pairs.entries())
					putChange(writer, slot, before, after);
				const states = pairs.map(([before]) => before.slice());
				applyChanges(writer.take(), (slot) =>
					slot % 2 === 0 ? (states[slot] ?? null) : null,
				);
				const expected = pairs.map(([before, after], slot) =>
					slot % 2 === 0 ? after : before,
				);
				expect(states).toEqual(expected);
			}),
		);
	});

	test("in which nothing changed is no byte long", () => {
		fc.assert(
			fc.property(someState, (state) => {
				const writer = new ByteWriter();
				expect(putChange(writer, 3, state, state.slice())).toBe(false);
				expect(writer.size).toBe(0);
			}),
		);
	});
});

describe("a chunk", () => {
	const length = fc.integer({ min: 1, max: 60 });
	test("of readings comes back to the last number, with what stood before it", () => {
		const chunk = length.chain((it) => fc.tuple(someState, someTracks(it)));
		fc.assert(
			fc.property(chunk, ([before, tracks]) => {
				const code = encodeReadings(before, tracks);
				if (code === null) {
					for (const [at, track] of tracks.entries())
						expect(track).toEqual(track.slice().fill(before[at] ?? Number.NaN));
					return;
				}
				const back = decodeReadings(code);
				expect(back.tracks).toEqual(tracks);
				expect(back.bases).toEqual(before);
			}),
			{ numRuns: 300 },
		);
	}, 60_000);

	test("of thinned history comes back: peaks and last values as they were, means to a quarter", () => {
		const chunk = length.chain((it) => someReadings(it));
		fc.assert(
			fc.property(chunk, ([before, tracks, beats]) => {
				const starts = Float64Array.from(
					{ length: 30 },
					(_, i) => startMs + i * 60_000,
				);
				const tally = new Tally(starts, startMs + 30 * 60_000, before);
				tally.add(cellsOfReadings(beats, tracks));
				const cells = tally.done();
				const code = encodeCells(before, cells);
				if (code === null) return;
				const back = decodeCells(code);
				expect(back.last).toEqual(cells.last);
				for (const gauge of gauges) {
					const wanted = wantedFor([gauge]);
					const alone = decodeCells(code, wanted);
					expect(alone.markPeak).toEqual(back.markPeak);
					expect(alone.asked).toEqual(back.asked);
					for (const at of wanted.columns)
						expect(alone.last[at]).toEqual(back.last[at]);
					for (const g of wanted.gauges) {
						expect(alone.peak[g]).toEqual(back.peak[g]);
						expect(alone.mean[g]).toEqual(back.mean[g]);
					}
				}
				for (let i = 0; i < 30; i++) {
					if (cells.readings[i] === 0) continue;
					expect(back.markPeak[i]).toBe(cells.markPeak[i]);
					expect(back.asked[i]).toBe(cells.asked[i]);
					if (cells.asked[i] === 0) continue;
					for (let g = 0; g < cells.peak.length; g++) {
						expect(back.peak[g]?.[i]).toBe(cells.peak[g]?.[i]);
						const mean = cells.mean[g]?.[i] ?? 0;
						if (Number.isNaN(mean)) expect(back.mean[g]?.[i]).toBeNaN();
						else
							expect(
								Math.abs((back.mean[g]?.[i] ?? Number.NaN) - mean),
							).toBeLessThanOrEqual(Math.max(1 / 16, 1));
					}
				}
			}),
			{ numRuns: 300 },
		);
	}, 60_000);
});

test("every verdict and reason has a number of its own, graver ones greater", () => {
	const marks = verdicts.flatMap((verdict) =>
		reasonCodes.map((reason) => {
			const mark = markOf(verdict, reason);
			expect(markedBy(mark)).toEqual({ verdict, reason });
			return mark;
		}),
	);
	expect(new Set(marks).size).toBe(marks.length);
	const gravest = verdicts.map((it) => markOf(it, "steady"));
	expect(gravest.toSorted((a, b) => a - b)).toEqual(gravest);
});
