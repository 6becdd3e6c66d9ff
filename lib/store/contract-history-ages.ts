// Does history become coarse and go in its time, and stay findable until then?
import { describe, expect, test } from "vitest";
import { gauges } from "#lib/core/history.ts";
import {
	idIn,
	keepAll,
	rangeIn,
	sampleOf,
	historyStartMs as startMs,
	thinAll,
	tickOf,
	writeGone,
	writeTicks,
} from "./contract-history-scene.ts";
import type { Scene } from "./contract-scene.ts";
import type { Store } from "./store.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const keep = {
	ticksMs: 3 * hourMs,
	minutesMs: dayMs,
	tenMinutesMs: 4 * dayMs,
	hoursMs: 10 * dayMs,
};

/** A tick a minute, with a lag of its number, but for one peak. */
async function writeDays(store: Store, days: number): Promise<number> {
	const count = days * 24 * 60;
	for (let from = 0; from < count; from += 360) {
		const ticks = Array.from({ length: 360 }, (_, i) => {
			const n = from + i;
			const lag = n === 77 ? 1_000_000 : n % 100;
			const samples = [sampleOf("a", { lag }), sampleOf("quiet")];
			return tickOf(startMs + n * minuteMs, samples, { everyMs: minuteMs });
		});
		await writeTicks(store, ...ticks);
		await thinAll(store, startMs + (from + 360) * minuteMs, keep);
	}
	return startMs + count * minuteMs;
}

export function historyAgesContract(scene: Scene): void {
	test("a peak is told after days, though every reading beside it is gone", async () => {
		const { store, other } = await scene();
		const toMs = await writeDays(store, 9);
		for (const points of [10, 500, 5_000]) {
			const range = await rangeIn(other, "a", startMs, toMs, points);
			expect(range.atMs.length).toBeLessThanOrEqual(points + 1);
			expect(Math.max(...range.gauges.lag.peak.map(Number))).toBe(1_000_000);
			const i = range.gauges.lag.peak.indexOf(1_000_000);
			expect(range.gauges.lag.mean[i]).toBeLessThan(1_000_000);
			expect(range.asked).not.toContain(false);
		}
		const fine = await rangeIn(other, "a", toMs - hourMs, toMs, 500);
		expect(fine.gauges.lag.last).toHaveLength(60);
		const coarse = await rangeIn(other, "a", startMs, startMs + hourMs, 500);
		expect(coarse.stepMs).toBe(hourMs);
	}, 60_000);

	test("what never changed is told for every point, as long as its broker was heard", async () => {
		const { store, other } = await scene();
		const toMs = await writeDays(store, 9);
		const range = await rangeIn(other, "quiet", startMs, toMs, 200);
		expect(range.asked).not.toContain(false);
		expect(new Set(range.gauges.lag.peak)).toEqual(new Set([0]));
		expect(new Set(range.counters.arrived)).toEqual(new Set([1_000]));
	}, 60_000);

	test("all of it goes when the longest age is over, once it is off the board", async () => {
		const { store, other } = await scene();
		await writeTicks(store, tickOf(startMs, [sampleOf("a"), sampleOf("b")]));
		await writeGone(store, tickOf(startMs + 5_000, [sampleOf("b")]), "a");
		await thinAll(store, startMs + keep.hoursMs - dayMs, keep);
		expect(await other.history.find("a", 10)).toHaveLength(2);
		await thinAll(store, startMs + keep.hoursMs + dayMs, keep);
		const left = await other.history.find("", 10);
		expect(left.map(({ channel }) => channel)).toEqual(["b"]);
		const asked = { fromMs: startMs, toMs: startMs + hourMs, points: 10 };
		expect(await other.history.range(idIn("a"), asked)).toBeNull();
	});

	test("what is let go makes room within the store", async () => {
		const { store } = await scene();
		const ticks = Array.from({ length: 200 }, (_, n) => {
			const samples = Array.from({ length: 50 }, (_, i) =>
				sampleOf(`c${i}`, { lag: (n * 7_919 * (i + 1)) % 100_003 }),
			);
			return tickOf(startMs + n * hourMs, samples, { everyMs: hourMs });
		});
		await writeTicks(store, ...ticks);
		const before = await store.history.spareBytes();
		await thinAll(store, startMs + 2 * keep.hoursMs, keep);
		expect(await store.history.spareBytes()).toBeGreaterThan(before);
	}, 60_000);

	describe("a subscription that went", () => {
		test("is found by any part of its name, with when it came and went", async () => {
			const { store, other } = await scene();
			const goneMs = startMs + 5_000;
			await writeTicks(
				store,
				tickOf(startMs, [sampleOf("Orders.eu"), sampleOf("payments")]),
			);
			await writeGone(store, tickOf(goneMs, []), "Orders.eu");
			const [found, ...others] = await other.history.find("ORDERS", 10);
			expect(others).toEqual([]);
			expect(found).toEqual({
				...{ id: idIn("Orders.eu"), broker: "one", kind: "log" },
				...{ channel: "Orders.eu", group: "readers" },
				...{ firstMs: startMs, goneMs },
			});
			await store.board.settle([], []);
			expect(await other.history.find("orders", 10)).toHaveLength(1);
		});

		test("goes on with its line when it returns, with the gap in it", async () => {
			const { store, other } = await scene();
			const lags = [3, 4, null, null, 9];
			for (const [i, lag] of lags.entries()) {
				const samples = lag === null ? [] : [sampleOf("a", { lag })];
				const tick = tickOf(startMs + i * 5_000, samples);
				if (i === 2) await writeGone(store, tick, "a");
				else await writeTicks(store, tick);
			}
			const range = await rangeIn(other, "a", startMs, startMs + 25_000);
			expect(range.gauges.lag.last).toEqual(lags);
			expect(range.asked).toEqual([true, true, false, false, true]);
			const [found] = await other.history.find("a", 10);
			expect(found?.goneMs).toBeNull();
		});
	});

	test("ages grow and margins shrink from what one tick said, until another says more", async () => {
		const { store, other } = await scene();
		const held = { oldestHeldMs: 100_000, marginMs: 3_600_000 };
		for (let i = 0; i < 240; i++) {
			const ageMs = i * 5_000;
			const samples = [
				sampleOf("a", {
					oldestHeldMs: held.oldestHeldMs + ageMs,
					marginMs: held.marginMs - ageMs,
					holding: 2,
				}),
			];
			await writeTicks(store, tickOf(startMs + ageMs, samples));
		}
		await thinAll(store, startMs + 3 * hourMs, keepAll);
		const toMs = startMs + 20 * minuteMs;
		const range = await rangeIn(other, "a", startMs, toMs, 10);
		const { oldestHeldSeconds, marginSeconds, holding } = range.gauges;
		for (const [i, ms] of range.atMs.entries()) {
			const endMs = Math.min(toMs, ms + (range.stepMs ?? 0));
			const grown = (endMs - startMs) / 1_000;
			const near = (value = Number.NaN, to = 0) =>
				expect(Math.abs(value - to)).toBeLessThanOrEqual(60);
			near(oldestHeldSeconds.peak[i] ?? undefined, 100 + grown);
			near(marginSeconds.peak[i] ?? undefined, 3_600 - grown);
			expect(holding.mean[i]).toBe(2);
		}
		expect(gauges).toContain("marginSeconds");
	});
}
