// Does a store know how high a lag stood in the seven days before, and say nothing where it cannot?
import { describe, expect, test } from "vitest";
import { daysBefore } from "#lib/core/high-water.ts";
import type { Sample } from "#lib/core/history.ts";
import {
	idIn,
	sampleOf,
	historyStartMs as startMs,
	thinAll,
	tickOf,
	writeTicks,
} from "./contract-history-scene.ts";
import type { Scene } from "./contract-scene.ts";
import type { Store } from "./store.ts";

const everyMs = 600_000;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const perDay = dayMs / everyMs;
/** Not in step with any portion of thinned history. */
const together = 24;

type Lags = Readonly<Record<string, (n: number) => number | null>>;

const atMsOf = (n: number) => startMs + n * everyMs;

/** A tick in ten minutes, thinned as it goes; a channel whose function answers null was not heard. */
async function writeDays(
	store: Store,
	days: number,
	lags: Lags,
	between: (nowMs: number) => Promise<void> = async () => {},
) {
	for (let from = 0; from < days * perDay; from += together) {
		const ticks = Array.from({ length: together }, (_, i) => {
			const n = from + i;
			const samples = Object.entries(lags).flatMap(([channel, lagOf]) => {
				const lag = lagOf(n);
				return lag === null ? [] : [sampleOf(channel, { lag })];
			});
			return tickOf(atMsOf(n), samples, { everyMs });
		});
		await writeTicks(store, ...ticks);
		const nowMs = atMsOf(from + together);
		await thinAll(store, nowMs);
		await between(nowMs);
	}
}

function highestOf(
	lagOf: (n: number) => number,
	fromMs: number,
	beforeMs: number,
): number {
	let highest = 0;
	for (let n = 0; atMsOf(n) < beforeMs; n++)
		if (atMsOf(n) >= fromMs) highest = Math.max(highest, lagOf(n));
	return highest;
}

export function historyPeaksContract(scene: Scene): void {
	test("from a day on it is the highest of all readings before, and under a day nothing", async () => {
		const { store, other } = await scene();
		await writeDays(store, 2, { a: (n) => (n === 3 ? 900 : n % 50) });
		const at = (ms: number) => other.history.highWater(idIn("a"), ms);
		expect(await at(startMs + hourMs)).toBeNull();
		expect(await at(startMs + dayMs - 1)).toBeNull();
		expect(await at(startMs + dayMs)).toBe(900);
		expect(await at(startMs + 2 * dayMs)).toBe(900);
	});

	test("it is exact to the last reading and to the hour in which it begins, however coarse history becomes meanwhile", async () => {
		const { store, other } = await scene();
		const rising = (n: number) => 1_000 + n;
		const falling = (n: number) => 5_000 - n;
		let compared = 0;
		await writeDays(store, 9, { rising, falling }, async (nowMs) => {
			const beforeMs = nowMs - hourMs - 1;
			if (beforeMs < startMs + dayMs) return;
			const told = (channel: string) =>
				other.history.highWater(idIn(channel), beforeMs);
			const fromMs = beforeMs - daysBefore.lastsMs;
			expect(await told("rising")).toBe(highestOf(rising, fromMs, beforeMs));
			const fell = await told("falling");
			expect(fell).toBeGreaterThanOrEqual(highestOf(falling, fromMs, beforeMs));
			const hourBefore = fromMs - hourMs;
			expect(fell).toBeLessThanOrEqual(
				highestOf(falling, hourBefore, beforeMs),
			);
			compared++;
		});
		expect(compared).toBeGreaterThan(40);
	}, 60_000);

	test("a peak is forgotten after seven days, and one that comes later is not told before", async () => {
		const { store, other } = await scene();
		const lagOf = (n: number) =>
			n === 20 ? 9_000 : n === 8 * perDay + 3 ? 7_000 : 10;
		await writeDays(store, 9, { a: lagOf });
		const at = (ms: number) => other.history.highWater(idIn("a"), ms);
		expect(await at(atMsOf(20) + daysBefore.lastsMs - hourMs)).toBe(9_000);
		expect(await at(atMsOf(20) + daysBefore.lastsMs + 2 * hourMs)).toBe(10);
		expect(await at(atMsOf(8 * perDay + 3))).toBe(10);
		expect(await at(atMsOf(8 * perDay + 3) + 1)).toBe(7_000);
	}, 60_000);

	test("it outlives a gap, and a value that merely stood while nobody heard it is not told", async () => {
		const { store, other } = await scene();
		const heard = (n: number) => (n < 5 ? 800 : n > 2 * perDay ? 30 : null);
		await writeDays(store, 9, { a: heard, b: () => 1 });
		const at = (ms: number) => other.history.highWater(idIn("a"), ms);
		expect(await at(startMs + 3 * dayMs)).toBe(800);
		expect(await at(startMs + 8 * dayMs)).toBe(30);
	}, 60_000);

	describe("nothing is said", () => {
		const samples: readonly [string, Partial<Sample>][] = [
			["where nothing ever waited", { lag: 0 }],
			["where no lag is known", { lag: null }],
		];
		test.each(samples)("%s", async (_, part) => {
			const { store, other } = await scene();
			await writeTicks(
				store,
				tickOf(startMs, [sampleOf("a", part)]),
				tickOf(startMs + dayMs, [sampleOf("a", part)]),
			);
			const told = await other.history.highWater(
				idIn("a"),
				startMs + 2 * dayMs,
			);
			expect(told).toBeNull();
		});

		test("of what was never heard", async () => {
			const { other } = await scene();
			expect(await other.history.highWater(idIn("a"), startMs)).toBeNull();
		});
	});
}
