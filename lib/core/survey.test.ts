// Are entries counted where they belong, each with what it stands for, and are counts never surer than they may be?
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	ageBoundsMs,
	deliveryBounds,
	nothing,
	placeOf,
	spreadOf,
	surveyOf,
	together,
} from "./survey.ts";

const nowMs = 1_000_000_000;
const entry = {
	...{ idleMs: 0, deliveries: 1, writtenMs: nowMs, weight: 1 },
} as const;

test.each([
	["delivered once", 1, deliveryBounds, 0],
	["delivered twice", 2, deliveryBounds, 1],
	["five times is the end of a span", 5, deliveryBounds, 2],
	["six times begins one", 6, deliveryBounds, 3],
	["a hundred times", 100, deliveryBounds, 4],
	["more than that", 101, deliveryBounds, 5],
	["just delivered", 0, ageBoundsMs, 0],
	["a millisecond under a minute", 59_999, ageBoundsMs, 0],
	["a minute", 60_000, ageBoundsMs, 1],
	["two hours", 7_200_000, ageBoundsMs, 4],
	["more than a day", 9e9, ageBoundsMs, 5],
	["written a little later than now, by another clock", -5, ageBoundsMs, 0],
])("%s: %i lies in its span", (_title, n, bounds, place) => {
	expect(placeOf(n, bounds)).toBe(place);
});

describe("a spread", () => {
	test("counts each entry once for each question, with its weight", () => {
		const spread = spreadOf(
			[
				{ ...entry, weight: 10 },
				{ ...entry, idleMs: 400_000, deliveries: 7, weight: 2 },
				{ ...entry, writtenMs: null, weight: 3 },
			],
			nowMs,
		);
		expect(spread.idle).toEqual([13, 0, 2, 0, 0, 0]);
		expect(spread.deliveries).toEqual([13, 0, 0, 2, 0, 0]);
		expect(spread.written).toEqual([12, 0, 0, 0, 0, 0]);
		expect(spread.writtenUnknown).toBe(3);
		expect(spread).toMatchObject({ deliveriesMost: 7, idleMostMs: 400_000 });
	});

	test("says nothing of what no entry tells", () => {
		const spread = spreadOf(
			[{ ...entry, idleMs: null, deliveries: null }],
			nowMs,
		);
		expect(spread).toMatchObject({ deliveriesMost: null, idleMostMs: null });
		expect(spread.idle).toEqual(nothing.idle);
	});

	test("of two halves together is the spread of the whole", () => {
		const some = fc.array(
			fc.record({
				idleMs: fc.option(fc.nat(1e9)),
				deliveries: fc.option(fc.nat(1_000)),
				writtenMs: fc.option(fc.nat(nowMs)),
				weight: fc.nat(50),
			}),
		);
		const property = fc.property(some, some, (a, b) => {
			const parts = together(spreadOf(a, nowMs), spreadOf(b, nowMs));
			expect(parts).toEqual(spreadOf([...a, ...b], nowMs));
		});
		// A failure prints its seed.
		fc.assert(property);
	});
});

describe("a survey", () => {
	const spread = spreadOf([{ ...entry, weight: 2.4, deliveries: 9 }], nowMs);
	const extent = { total: 9, seen: 3, counted: null };
	const holders = [
		{ member: "a", holding: 1 },
		{ member: "b", holding: 7 },
		{ member: "c", holding: 2 },
	];

	test("of a sample knows the most only as at least", () => {
		const survey = surveyOf(spread, { ...extent, bound: "about" }, holders, 9);
		expect(survey.deliveriesMax).toEqual({ n: 9, bound: "at least" });
		expect(survey.idleMaxMs).toEqual({ n: 0, bound: "at least" });
		expect(survey.idle).toEqual([2, 0, 0, 0, 0, 0]);
	});

	test("that counted each entry knows it exactly", () => {
		const survey = surveyOf(spread, { ...extent, bound: "exact" }, holders, 9);
		expect(survey.deliveriesMax).toEqual({ n: 9, bound: "exact" });
	});

	test("names those who hold most first, a few of them, and how many there are", () => {
		const survey = surveyOf(spread, { ...extent, bound: "exact" }, holders, 2);
		expect(survey.holders.map(({ member }) => member)).toEqual(["b", "c"]);
		expect(survey.holdersTotal).toBe(3);
	});

	test("of nothing has no most", () => {
		const survey = surveyOf(nothing, { ...extent, bound: "exact" }, [], 2);
		expect(survey).toMatchObject({ deliveriesMax: null, idleMaxMs: null });
	});
});
