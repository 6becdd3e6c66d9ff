// Does somebody who hears a chart learn what others see?
import { expect, test } from "vitest";
import type { Point } from "#components/charts/series.ts";
import { counters, gauges, type HistoryRange } from "#lib/core/history.ts";
import { wholeEn as en } from "#lib/say/en/spoken.tsx";
import { wholeKo as ko } from "#lib/say/ko/spoken.tsx";
import { chartSaid, pointSaid, slopeSaid, tickSaid } from "./said.ts";

const hourMs = 3_600_000;
const toMs = Date.UTC(2026, 10, 21, 14);
const line = { peak: [], mean: [], last: [] };
const range: HistoryRange = {
	...{ fromMs: toMs - hourMs, toMs, stepMs: null, atMs: [], asked: [] },
	// The casts: each name stands once in the lists.
	gauges: Object.fromEntries(
		gauges.map((name) => [name, line]),
	) as unknown as HistoryRange["gauges"],
	counters: Object.fromEntries(
		counters.map((name) => [name, []]),
	) as unknown as HistoryRange["counters"],
	verdicts: [],
};
const point = (atMs: number, lag: number | null): Point => ({
	...{ atMs, asked: true, lag, timeLag: 72, holding: 4, in: 118, out: null },
});
const points = [point(toMs - hourMs, 260), point(toMs, 3_418)];
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("a chart says from where to where, the highest and when, and the high water", () => {
	const drawn = { range, points, shown: "lag" as const };
	const highWater = { n: 2_710, atMs: toMs - 9 * hourMs };
	const said = plain(chartSaid(en, { ...drawn, highWater }));
	expect(said).toMatch(
		/^Lag over 1 h, from 260 to 3,418; highest 3,418 at .*\. high water of the seven days before 2,710$/,
	);
	expect(plain(chartSaid(ko, { ...drawn, highWater: null }))).toContain(
		"1시간 동안의 밀린 수: 260에서 3,418",
	);
});

test("a chart of which nothing is known says so", () => {
	const drawn = { range, points: [point(toMs, null)], shown: "lag" as const };
	expect(chartSaid(en, { ...drawn, highWater: null })).toBe("Lag: not known");
});

test("a point says each number with its name, and a gap that nothing was read", () => {
	const told = pointSaid(en, "timeLag", point(toMs, 7)).slice(1);
	expect(told.map(([name, said]) => plain(`${name} ${said}`))).toEqual([
		...["Time lag 1 min 12 s", "arrivals 118/s", "departures not known"],
	]);
	const gap = pointSaid(en, "lag", { ...point(toMs, null), asked: false });
	expect(gap.slice(1)).toEqual([["Lag", "nothing was read"]]);
});

test("a tick at the beginning of a day is its date, others are times of day", () => {
	const midnight = Math.ceil(toMs / (24 * hourMs)) * 24 * hourMs;
	const local = midnight - en.numbers.zoneMs(midnight);
	expect(tickSaid(en, local, hourMs)).toBe(en.numbers.date(local));
	expect(tickSaid(en, local + hourMs, hourMs)).toBe("01:00");
	expect(tickSaid(en, local + 61_000, 1_000)).toBe("00:01:01");
});

test("a slope has its sign", () => {
	expect(slopeSaid(en, 36)).toBe("+36/min");
	expect(plain(slopeSaid(en, -51_000))).toBe("−51 k/min");
	expect(slopeSaid(ko, 0)).toBe("±0/분");
});
