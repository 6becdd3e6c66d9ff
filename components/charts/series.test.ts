// Is history drawn as it was told: peaks as peaks, gaps as gaps, and a pace only where two readings can be compared?
import { expect, test } from "vitest";
import {
	type Counter,
	counters,
	type GaugeLine,
	gauges,
	type HistoryRange,
} from "#lib/core/history.ts";
import { extremesOf, isAlone, pointsMost, pointsOf } from "./series.ts";

const start = Date.UTC(2026, 10, 21, 12);
type Told = {
	readonly lag?: readonly (number | null)[];
	readonly arrived?: readonly (number | null)[];
	readonly departed?: readonly (number | null)[];
	readonly counted?: readonly (number | null)[];
	readonly asked?: readonly boolean[];
	readonly stepMs?: number | null;
	readonly everyMs?: number;
};

function rangeOf(told: Told): HistoryRange {
	const { stepMs = null, everyMs = stepMs ?? 60_000 } = told;
	const lengths = [told.lag, told.arrived, told.asked].map((it) => it?.length);
	const length = Math.max(...lengths.map((n) => n ?? 0));
	const none = Array.from({ length }, () => null);
	const line = (peak: readonly (number | null)[]): GaugeLine => ({
		...{ peak, mean: none, last: none },
	});
	const told3 = { counted: none.map(() => 3), ...told };
	const counts = (name: Counter) => told3[name] ?? none;
	return {
		fromMs: start,
		toMs: start + length * everyMs,
		stepMs,
		atMs: none.map((_, i) => start + i * everyMs),
		asked: told.asked ?? none.map(() => true),
		gauges: Object.fromEntries(
			gauges.map((name) => [
				name,
				line(name === "lag" ? (told.lag ?? none) : none),
			]),
		) as HistoryRange["gauges"],
		counters: Object.fromEntries(
			counters.map((name) => [name, counts(name)]),
		) as HistoryRange["counters"],
		verdicts: [],
	};
}

test("a point has the worst of its readings, and one that nobody was asked for has nothing", () => {
	const points = pointsOf(
		rangeOf({ lag: [3, null, 5], asked: [true, false, true] }),
	);
	expect(points.map(({ lag }) => lag)).toEqual([3, null, 5]);
	expect(points.map(({ asked }) => asked)).toEqual([true, false, true]);
});

test("a point that covers some time stands in the middle of it, the last one before the present", () => {
	const range = rangeOf({ lag: [1, 2], stepMs: 600_000 });
	const half = { ...range, toMs: start + 900_000 };
	expect(pointsOf(half).map(({ atMs }) => atMs - start)).toEqual([
		300_000, 750_000,
	]);
});

test("a pace is what came since the reading before, per second", () => {
	const points = pointsOf(
		rangeOf({
			arrived: [100, 160, 280, 280],
			departed: [100, 130, 160, 160],
		}),
	);
	expect(points.map((point) => point.in)).toEqual([null, 1, 2, null]);
	expect(points.map((point) => point.out)).toEqual([...[null, 0.5, 0.5, null]]);
});

test("a pace is taken over a minute where readings are closer", () => {
	const arrived = [0, 0, 0, 60, 60, 60, 60, 60];
	const points = pointsOf(rangeOf({ arrived, everyMs: 20_000 }));
	expect(points.map((point) => point.in)).toEqual([
		...[null, 0, 0, 1],
		...[1, 1, 0, null],
	]);
});

test("no pace spans a gap, a change of what was counted, or a counter that began again", () => {
	const arrived = [0, 60, null, 600, 660, 720, 30, 90, 90];
	const asked = arrived.map((n) => n !== null);
	const counted = [3, 3, null, 3, 3, 4, 4, 4, 4];
	const points = pointsOf(rangeOf({ arrived, asked, counted }));
	expect(points.map((point) => point.in)).toEqual([
		...[null, 1, null, null],
		...[1, null, null, 1, null],
	]);
});

test("a counter that began again is counted from there, though the minute before it is near", () => {
	const arrived = [0, 60, 30, 50, 50];
	const points = pointsOf(rangeOf({ arrived, everyMs: 20_000 }));
	expect(points.map((point) => point.in)).toEqual([null, 3, null, 1, null]);
});

test("after a moment whose count is not known a pace begins anew", () => {
	const arrived = [0, 60, null, 90, 150, 150];
	const points = pointsOf(rangeOf({ arrived }));
	expect(points.map((point) => point.in)).toEqual([
		...[null, 1, null],
		...[null, 1, null],
	]);
});

test("several readings told together, and fewer of them before a gap, change no pace", () => {
	const range = rangeOf({
		arrived: [100, 110, 115, null],
		asked: [true, true, true, false],
		everyMs: 60_000,
	});
	const atMs = [0, 60_000, 120_000, 150_000].map((ms) => start + ms);
	const points = pointsOf({ ...range, atMs });
	expect(points[1]?.in).toBeCloseTo(points[2]?.in ?? 0);
});

test("a point in which the asking stopped has no pace: how long it counted is not told", () => {
	const range = rangeOf({
		arrived: [60, 120, 150, null],
		asked: [true, true, true, false],
		stepMs: 60_000,
	});
	expect(pointsOf(range).map((point) => point.in)).toEqual([
		...[null, 1, null, null],
	]);
});

test("more points than are drawn become fewer, and the highest of all stays", () => {
	const lag = Array.from({ length: 1_733 }, (_, i) => (i === 871 ? 9_999 : 1));
	const points = pointsOf(rangeOf({ lag }));
	expect(points.length).toBeLessThanOrEqual(pointsMost);
	expect(extremesOf(points, "lag")?.highest).toBe(9_999);
});

test("a value between two gaps is alone, and one with a neighbour is not", () => {
	const points = pointsOf(rangeOf({ lag: [null, 5, null, 6, 7] }));
	const alone = points.map((_, i) => isAlone(points, "lag", i));
	expect(alone).toEqual([false, true, false, false, false]);
});

test("what is told of a stretch is its first, its last and its highest; of nothing, nothing", () => {
	const points = pointsOf(rangeOf({ lag: [null, 2, 7, 4] }));
	expect(extremesOf(points, "lag")).toEqual({
		...{ first: 2, last: 4, highest: 7 },
		highestMs: start + 2 * 60_000,
	});
	expect(extremesOf(points, "holding")).toBeNull();
});
