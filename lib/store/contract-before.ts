// Is what was before kept, given back in order, and let go in time?
import { expect, test } from "vitest";
import type { Before } from "#lib/core/clean-up/outcome.ts";
import { beforeKeptMs, cleanUpsKeptMs } from "./clean-up-port.ts";
import {
	approved,
	claimed,
	done,
	eventsIn,
	finish,
	planned,
	targetId,
} from "./contract-clean-up-scene.ts";
import type { Scene } from "./contract-scene.ts";

const message = (n: number): Before => ({
	id: `${1_700_000_000_000 + n}-0`,
	owner: n % 3 === 0 ? "é\u0000\ud800" : `worker-${n % 2}`,
	deliveredMs: 1_700_000_000_000 + n * 7,
	deliveries: n % 5,
	copy: n % 10 === 0 ? `${n}-1` : null,
});

const messages = (from: number, count: number) =>
	Array.from({ length: count }, (_, i) => message(from + i));

export function beforeContract(scene: Scene): void {
	test("what was before is kept slice by slice and given back from any place", async () => {
		const { store, other } = await scene();
		await claimed(store, "a");
		for (const [from, count] of [
			[0, 100],
			[100, 25],
			[125, 1],
			[126, 74],
		] as const)
			expect(
				await store.errands.keep("a", targetId, messages(from, count)),
			).toBe(true);
		expect(await store.errands.keep("a", targetId, [])).toBe(true);
		const errand = await other.errands.find("a");
		expect(errand?.undertaking?.targets[0]?.kept).toBe(200);
		const read = (place: number, limit: number) =>
			other.errands.before("a", targetId, place, limit);
		expect(await read(0, 1_000)).toEqual(messages(0, 200));
		for (const [place, limit] of [
			[0, 1],
			[99, 2],
			[100, 25],
			[124, 3],
			[150, 50],
			[199, 9],
		] as const)
			expect(await read(place, limit)).toEqual(
				messages(place, Math.min(limit, 200 - place)),
			);
		expect(await read(200, 9)).toEqual([]);
	});

	test("positions that were before are given back as they were, also those there were none of", async () => {
		const { store, other } = await scene();
		await claimed(store, "a");
		const before = Array.from(
			{ length: 30 },
			(_, partition): Before => ({
				channel: partition < 20 ? "orders" : "é\u0000",
				partition,
				position: partition % 7 === 0 ? null : 2 ** 53 - 1 - partition,
				metadata: partition % 3 === 0 ? "" : `{"host":"${partition}\ud800"}`,
			}),
		);
		for (const from of [0, 20])
			await store.errands.keep("a", targetId, before.slice(from, from + 20));
		expect(await other.errands.before("a", targetId, 0, 99)).toEqual(before);
		expect(await other.errands.before("a", targetId, 19, 2)).toEqual(
			before.slice(19, 21),
		);
	});

	test("what was before is kept of nothing but what runs", async () => {
		const { store } = await scene();
		await approved(store, "a");
		expect(await store.errands.keep("a", targetId, messages(0, 1))).toBe(false);
		await claimed(store, "b");
		expect(await store.errands.keep("b", "other", messages(0, 1))).toBe(false);
		await store.errands.finish("b", finish());
		expect(await store.errands.keep("b", targetId, messages(0, 1))).toBe(false);
		expect(await store.errands.before("b", targetId, 0, 9)).toEqual([]);
	});

	test("what was before is gone a day after the end, a few slices at a time, and the rest is there", async () => {
		const { store } = await scene();
		for (const id of ["old", "new"]) {
			await claimed(store, id);
			for (let from = 0; from < 30; from += 10)
				await store.errands.keep(id, targetId, messages(from, 10));
		}
		await store.errands.finish("old", finish());
		const nowMs = 70 + beforeKeptMs;
		await store.errands.finish("new", finish({ endedMs: nowMs }));
		const kept = async (id: string) =>
			(await store.errands.find(id))?.undertaking?.targets[0]?.kept;
		expect(await store.errands.forgetCleanUps(nowMs - 1, 2)).toBe(0);
		expect(await store.errands.forgetCleanUps(nowMs, 2)).toBe(2);
		while ((await store.errands.forgetCleanUps(nowMs, 2)) > 0);
		expect(await store.errands.before("old", targetId, 0, 99)).toEqual([]);
		expect(await kept("old")).toBe(0);
		expect(await kept("new")).toBe(30);
		expect(await store.errands.before("new", targetId, 0, 99)).toHaveLength(30);
	});

	test("what is just being taken back stays until that is over", async () => {
		const { store } = await scene();
		await claimed(store, "first");
		await store.errands.keep("first", targetId, messages(0, 1));
		await store.errands.finish("first", finish());
		const cleanUp = { action: "undo", errand: "first" } as const;
		await claimed(store, "undo", { cleanUp });
		const nowMs = 70 + beforeKeptMs;
		expect(await store.errands.forgetCleanUps(nowMs, 9)).toBe(0);
		await store.errands.finish("undo", finish({ endedMs: nowMs }));
		expect(await store.errands.forgetCleanUps(nowMs, 9)).toBeGreaterThan(0);
		expect(await store.errands.before("first", targetId, 0, 9)).toEqual([]);
	});

	test("a clean-up is kept for a season and not as short as a look; the record for ever", async () => {
		const { store } = await scene();
		for (const id of ["a", "b", "c"]) await done(store, id);
		await planned(store, "waiting");
		expect(await store.errands.forget(1e15, 9)).toBe(0);
		expect(await store.errands.forgetCleanUps(70 + cleanUpsKeptMs, 9)).toBe(0);
		const nowMs = 71 + cleanUpsKeptMs;
		expect(await store.errands.forgetCleanUps(nowMs, 2)).toBe(2);
		expect(await store.errands.forgetCleanUps(nowMs, 2)).toBe(1);
		expect(await store.errands.forgetCleanUps(nowMs, 2)).toBe(0);
		expect(await store.errands.find("a")).toBeNull();
		expect(await store.errands.find("waiting")).not.toBeNull();
		expect(await eventsIn(store)).toHaveLength(9);
	});
}
