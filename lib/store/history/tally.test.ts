// Do greater cells say what the readings in them said: no peak lost, nothing invented, whichever way they were made?
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellsOfReadings } from "./cells.ts";
import { ageOf, ageSignOf, column, gaugeColumns } from "./columns.ts";
import { someReadings, startMs } from "./for-tests.ts";
import { Tally } from "./tally.ts";

const minuteMs = 60_000;
const startsEvery = (stepMs: number, length: number) =>
	Float64Array.from({ length }, (_, i) => startMs + i * stepMs);

const scene = fc
	.integer({ min: 1, max: 80 })
	.chain((length) => someReadings(length));

function tallied(stepMs: number, length: number, before: Float64Array) {
	const starts = startsEvery(stepMs, length);
	return new Tally(starts, startMs + length * stepMs, before);
}

describe("cells put together", () => {
	test("keep the worst of each gauge, count the readings, and end as the readings ended", () => {
		fc.assert(
			fc.property(scene, ([before, tracks, beats]) => {
				const tally = tallied(minuteMs, 60, before);
				tally.add(cellsOfReadings(beats, tracks));
				const cells = tally.done();
				for (let i = 0; i < 60; i++) {
					const inside = [...beats.atMs.keys()].filter((k) => {
						const ms = beats.atMs[k] ?? 0;
						return (
							ms >= startMs + i * minuteMs && ms < startMs + (i + 1) * minuteMs
						);
					});
					const heard = inside.filter((k) => beats.heard[k] === 1);
					expect(cells.readings[i]).toBe(heard.length);
					const asked = heard.filter((k) => tracks[column.asked]?.[k] === 1);
					if (heard.length > 0)
						expect(cells.asked[i]).toBe(asked.length > 0 ? 1 : 0);
					for (const [g, at] of gaugeColumns.entries()) {
						if (ageSignOf(at) !== 0) continue;
						const values = asked
							.map((k) => tracks[at]?.[k] ?? Number.NaN)
							.filter((it) => !Number.isNaN(it));
						if (asked.length === 0) continue;
						const peak = cells.peak[g]?.[i];
						if (values.length === 0) expect(peak).toBeNaN();
						else expect(peak).toBe(Math.max(...values));
					}
					const end = inside.at(-1);
					if (end !== undefined)
						for (const [at, last] of cells.last.entries())
							expect(last[i]).toBe(tracks[at]?.[end]);
				}
			}),
			{ numRuns: 300 },
		);
	}, 60_000);

	test("say the same whether they were made at once or from smaller ones", () => {
		fc.assert(
			fc.property(scene, ([before, tracks, beats]) => {
				const small = tallied(minuteMs, 40, before);
				small.add(cellsOfReadings(beats, tracks));
				const twice = tallied(10 * minuteMs, 4, before);
				twice.add(small.done());
				const once = tallied(10 * minuteMs, 4, before);
				once.add(cellsOfReadings(beats, tracks));
				const [a, b] = [twice.done(), once.done()];
				expect(a.last).toEqual(b.last);
				expect(a.readings).toEqual(b.readings);
				expect(a.markPeak).toEqual(b.markPeak);
				expect(a.asked).toEqual(b.asked);
				for (const [g, at] of gaugeColumns.entries())
					if (ageSignOf(at) === 0) expect(a.peak[g]).toEqual(b.peak[g]);
			}),
			{ numRuns: 300 },
		);
	}, 60_000);

	test("an age nobody ended goes on as the same moment, and a margin is worst where it is least", () => {
		const atMs = Float64Array.from(
			{ length: 12 },
			(_, i) => startMs + i * 5_000,
		);
		const tracks = Array.from({ length: 15 }, () => new Float64Array(12));
		const startS = startMs / 1000;
		tracks[column.asked]?.fill(1);
		tracks[column.oldestHeld]?.fill(startS - 100);
		// Sixty seconds are left at first, then somebody read and there are five hundred.
		tracks[column.margin]?.fill(startS + 60, 0, 6);
		tracks[column.margin]?.fill(startS + 600, 6);
		const tally = tallied(minuteMs, 1, new Float64Array(15));
		const heard = new Float64Array(12).fill(1);
		tally.add(cellsOfReadings({ atMs, heard, everyMs: 5_000 }, tracks));
		const cells = tally.done();
		const told = (
			kind: "peak" | "mean",
			at: (typeof gaugeColumns)[number],
			second: number,
		) =>
			ageOf(
				cells[kind][gaugeColumns.indexOf(at)]?.[0] ?? 0,
				second,
				ageSignOf(at),
			);
		expect(told("peak", column.oldestHeld, startS + 60)).toBe(160);
		expect(told("mean", column.oldestHeld, startS + 30)).toBe(130);
		expect(told("peak", column.margin, startS + 60)).toBe(35);
	});
});
