// Does history invent nothing: not across a pause, not by a clock that was set back, not while a broker is silent?
import { describe, expect, test } from "vitest";
import {
	idIn,
	rangeIn,
	sampleOf,
	historyStartMs as startMs,
	thinAll,
	tickOf,
	writeTicks,
} from "./contract-history-scene.ts";
import type { Scene } from "./contract-scene.ts";

const hourMs = 3_600_000;

export function historyTimesContract(scene: Scene): void {
	test("a pause is a point without a reading, however many points are asked", async () => {
		const { store, other } = await scene();
		for (const afterMs of [0, 5_000, 10_000, 70_000, 75_000])
			await writeTicks(
				store,
				tickOf(startMs + afterMs, [sampleOf("a", { lag: 7 })]),
			);
		const range = await rangeIn(other, "a", startMs, startMs + 80_000);
		const at = range.atMs.map((ms) => (ms - startMs) / 1_000);
		expect(at).toEqual([0, 5, 10, 15, 70, 75]);
		expect(range.gauges.lag.peak).toEqual([7, 7, 7, null, 7, 7]);
		const few = await rangeIn(other, "a", startMs, startMs + 80_000, 2);
		expect(few.asked).toEqual([true, false, true]);
	});

	test("what is not known is null in a point that was asked, and zero is zero", async () => {
		const { store, other } = await scene();
		await writeTicks(
			store,
			tickOf(startMs, [sampleOf("a", { lag: null, holding: 0 })]),
		);
		const range = await rangeIn(other, "a", startMs, startMs + 5_000);
		expect(range.asked).toEqual([true]);
		expect(range.gauges.lag.peak).toEqual([null]);
		expect(range.gauges.holding.peak).toEqual([0]);
	});

	test("verdicts are told when they change, each with its reason, also while nobody is heard", async () => {
		const { store, other } = await scene();
		const slow = { verdict: "slow", reason: "falls behind" } as const;
		const unknown = { verdict: "unknown", reason: "broker silent" } as const;
		await writeTicks(
			store,
			tickOf(startMs, [sampleOf("a")]),
			tickOf(startMs + 5_000, [sampleOf("a", slow)]),
			tickOf(startMs + 10_000, [sampleOf("a", { ...slow, lag: 5 })]),
			tickOf(startMs + 15_000, [], {
				heard: false,
				silent: [{ id: idIn("a"), ...unknown }],
			}),
		);
		const range = await rangeIn(other, "a", startMs, startMs + 20_000);
		expect(range.verdicts).toEqual([
			{ atMs: startMs, verdict: "healthy", reason: "steady" },
			{ atMs: startMs + 5_000, ...slow },
			{ atMs: startMs + 15_000, ...unknown },
		]);
		await thinAll(store, startMs + 24 * hourMs);
		const old = await rangeIn(other, "a", startMs, startMs + 2 * hourMs, 100);
		expect(old.verdicts.map(({ verdict }) => verdict)).toEqual([
			"slow",
			"unknown",
		]);
	});

	describe("a clock that was set back", () => {
		test("takes nothing away where it is put right within the hour", async () => {
			const { store, other } = await scene();
			const lagAt = (ms: number, lag: number) =>
				tickOf(ms, [sampleOf("a", { lag })]);
			for (let i = 0; i < 400; i++)
				await writeTicks(store, lagAt(startMs + i * 5_000, i));
			const rightMs = startMs + 2_000_000;
			await thinAll(store, rightMs);
			const yearMs = 365 * 24 * hourMs;
			for (let i = 0; i < 30; i++)
				await writeTicks(store, lagAt(startMs - yearMs + i * 5_000, 7_000));
			await thinAll(store, startMs - yearMs + 150_000);
			await writeTicks(store, lagAt(rightMs + 150_000, 500));
			const range = await rangeIn(other, "a", startMs, rightMs + hourMs, 2_000);
			const told = range.gauges.lag.last.filter((lag) => lag !== null);
			expect(told).toEqual([...Array.from({ length: 400 }, (_, i) => i), 500]);
			const wrong = await rangeIn(
				other,
				"a",
				startMs - yearMs,
				startMs - yearMs + hourMs,
			);
			expect(wrong.gauges.lag.peak.every((lag) => lag === null)).toBe(true);
		});

		test("leaves nothing of the time it was ahead once it has stayed for an hour, and what is new is kept", async () => {
			const { store, other } = await scene();
			const lagAt = (ms: number, lag: number) =>
				tickOf(ms, [sampleOf("a", { lag })]);
			await writeTicks(store, lagAt(startMs, 1), lagAt(startMs + 5_000, 2));
			const aheadMs = startMs + 9 * hourMs;
			for (let i = 0; i < 400; i++)
				await writeTicks(store, lagAt(aheadMs + i * 5_000, 100 + i));
			await thinAll(store, aheadMs + 2 * hourMs);
			const stayedMs = startMs + 15_000;
			for (let i = 0; i < 719; i++)
				await writeTicks(store, lagAt(stayedMs + i * 5_000, 7_000));
			const backMs = stayedMs + hourMs;
			await writeTicks(store, lagAt(backMs, 3), lagAt(backMs + 5_000, 4));
			await thinAll(store, backMs + 5_000);
			const near = await rangeIn(other, "a", startMs, startMs + 2 * hourMs);
			expect(near.gauges.lag.last.filter((lag) => lag !== null)).toEqual([
				1, 2, 3, 4,
			]);
			const far = await rangeIn(other, "a", startMs, aheadMs + 2 * hourMs, 50);
			expect(Math.max(...far.gauges.lag.peak.map(Number))).toBe(4);
			await thinAll(store, startMs + 90 * hourMs);
			const thinned = await rangeIn(
				other,
				"a",
				startMs,
				aheadMs + 2 * hourMs,
				50,
			);
			expect(Math.max(...thinned.gauges.lag.peak.map(Number))).toBe(4);
		});

		test("from before anything was right leaves a history that begins now", async () => {
			const { store, other } = await scene();
			const aheadMs = startMs + 400 * 24 * hourMs;
			const lagAt = (ms: number, lag: number) =>
				tickOf(ms, [sampleOf("a", { lag })]);
			await writeTicks(store, lagAt(aheadMs, 9), lagAt(aheadMs + 5_000, 9));
			await writeTicks(store, lagAt(startMs, 1), lagAt(startMs + 5_000, 2));
			await thinAll(store, startMs + 80 * hourMs);
			const toMs = startMs + 400 * 24 * hourMs;
			for (const fromMs of [startMs, startMs - 3_000 * 24 * hourMs]) {
				const range = await rangeIn(other, "a", fromMs, toMs, 100);
				expect(range.gauges.lag.peak.filter((lag) => lag !== null)).toEqual([
					2,
				]);
			}
			const [found] = await other.history.find("a", 1);
			expect(found?.firstMs).toBe(startMs);
		});

		test("by less than half a minute only lets one tick be overtaken", async () => {
			const { store, other } = await scene();
			await writeTicks(store, tickOf(startMs, [sampleOf("a", { lag: 1 })]));
			await writeTicks(
				store,
				tickOf(startMs - 1_000, [sampleOf("a", { lag: 2 })]),
			);
			await writeTicks(
				store,
				tickOf(startMs + 5_000, [sampleOf("a", { lag: 3 })]),
			);
			const range = await rangeIn(
				other,
				"a",
				startMs - 5_000,
				startMs + 10_000,
			);
			expect(range.gauges.lag.last).toEqual([1, 3]);
		});
	});

	test("a write that breaks leaves nothing behind, and the next one is whole", async () => {
		const { store, other } = await scene();
		await writeTicks(store, tickOf(startMs, [sampleOf("a", { lag: 1 })]));
		// The cast: a name no series can have, to break the write after its first samples.
		const broken = sampleOf("b", { kind: null as unknown as string });
		const bad = tickOf(startMs + 5_000, [sampleOf("a", { lag: 2 }), broken]);
		await expect(writeTicks(store, bad)).rejects.toThrow();
		await writeTicks(
			store,
			tickOf(startMs + 10_000, [sampleOf("a", { lag: 2 })]),
		);
		const range = await rangeIn(other, "a", startMs, startMs + 15_000);
		expect(range.gauges.lag.last).toEqual([1, 2]);
	});
}
