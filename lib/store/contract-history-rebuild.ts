// What is a collector that begins again told of the time before: the last readings, the peaks of a day, and no more?
import { expect, test } from "vitest";
import {
	idIn,
	sampleOf,
	historyStartMs as startMs,
	thinAll,
	tickOf,
	writeGone,
	writeTicks,
} from "./contract-history-scene.ts";
import type { Scene } from "./contract-scene.ts";
import type { Store } from "./store.ts";

const hourMs = 3_600_000;

async function rebuilt(store: Store, nowMs: number, readings = 120) {
	const asked = { nowMs, readings, minutes: 60 };
	const found = [];
	for await (const past of store.history.rebuild("one", asked))
		found.push(past);
	return found;
}

export function historyRebuildContract(scene: Scene): void {
	test("a collector that begins again is told the last readings and the peaks of the last minutes", async () => {
		const { store, other } = await scene();
		const sample = (i: number) =>
			sampleOf("a", {
				lag: i === 12 ? 900 : i,
				departed: 1_000,
				movedMs: startMs - 5,
				emptySinceMs: startMs - 7,
				registered: 0,
			});
		for (let i = 0; i < 500; i++)
			await writeTicks(store, tickOf(startMs + i * 5_000, [sample(i)]));
		const lastMs = startMs + 499 * 5_000;
		for (const thinMs of [startMs, lastMs]) {
			await thinAll(store, thinMs);
			const [past, ...others] = await rebuilt(other, lastMs + 60_000);
			expect(others).toEqual([]);
			expect(past?.atMs).toHaveLength(120);
			expect(past?.atMs.at(-1)).toBe(lastMs);
			expect(past?.lag.at(0)).toBe(380);
			expect(past?.stillSinceMs).toBe(startMs - 5);
			expect(past?.emptySinceMs).toBe(startMs - 7);
			expect(past?.minutes.at(-1)).toBeNaN();
			expect(past?.minutes.at(-2)).toBe(499);
			expect(Math.max(...(past?.minutes.filter((it) => it > 0) ?? []))).toBe(
				900,
			);
		}
	});

	test("the peaks of a whole day come back, from minutes that are made and readings that are not", async () => {
		const { store, other } = await scene();
		const lagAt = (i: number) => (i === 77 ? 5_000 : i % 50);
		const count = 12 * 60;
		for (let i = 0; i < count; i++) {
			if (i >= 300 && i < 320) continue;
			const samples = [sampleOf("a", { lag: i === 200 ? null : lagAt(i) })];
			const part = { everyMs: 60_000 };
			await writeTicks(store, tickOf(startMs + i * 60_000, samples, part));
			if (i % 100 === 0) await thinAll(store, startMs + i * 60_000);
		}
		const nowMs = startMs + count * 60_000;
		const asked = { nowMs, readings: 20, minutes: 24 * 60 };
		const found = [];
		for await (const past of other.history.rebuild("one", asked))
			found.push(past);
		const { minutes } = found[0] ?? {};
		const told = Array.from(minutes?.slice(-count - 1, -1) ?? []);
		const expected = told.map((_, i) =>
			i === 200 || (i >= 300 && i < 320) ? Number.NaN : lagAt(i),
		);
		expect(told).toEqual(expected);
		expect(minutes?.at(-1)).toBeNaN();
		expect(found[0]?.floors).toEqual(minutes);
		expect(found[0]?.atMs).toHaveLength(20);
	});

	test("what went, and what was not heard for too long, has no window to go on with", async () => {
		const { store } = await scene();
		await writeTicks(store, tickOf(startMs, [sampleOf("a"), sampleOf("b")]));
		await writeGone(store, tickOf(startMs + 5_000, [sampleOf("b")]), "a");
		const ids = (await rebuilt(store, startMs + 5_000)).map(({ id }) => id);
		expect(ids).toEqual([idIn("b")]);
		expect(await rebuilt(store, startMs + 5 * hourMs)).toEqual([]);
	});
}
