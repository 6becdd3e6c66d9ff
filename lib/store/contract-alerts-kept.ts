// How long are alerts kept, and what was told of them? For a season, and what goes on for as long as it does.
import { expect, test } from "vitest";
import { alertsKeptMost, alertsKeptMs } from "./alert-port.ts";
import {
	alertOf,
	lineOf,
	muteOf,
	noticeOf,
	owe,
	resolvedOf,
	reviewOf,
	take,
	taken,
	waveOf,
} from "./contract-alerts-scene.ts";
import type { Scene } from "./contract-scene.ts";
import type { Store } from "./store.ts";

const dayMs = 24 * 3_600_000;

async function forgotten({ alerts }: Store, nowMs: number): Promise<number> {
	let gone = 0;
	for (let step = -1; step !== 0; gone += step)
		step = await alerts.forgetAlerts(nowMs, 2);
	return gone;
}

export function alertsKeptContract(scene: Scene): void {
	test("what was told again goes after a day, what is owed does not", async () => {
		const { store, other } = await scene();
		await store.alerts.reviewed(
			reviewOf({ alerts: [alertOf("a")], waves: [waveOf("w", ["a"])] }),
		);
		const says = "still fires";
		for (const [id, change] of [
			["first", {}],
			["again", { says }],
		] as const) {
			await owe(store, noticeOf(id, change));
			await take(store, id);
		}
		await owe(store, noticeOf("owed", { says, atMs: 30 }));
		const toldOf = async () =>
			(await other.alerts.alert("a"))?.told.map(({ state }) => state);
		expect(await forgotten(store, dayMs)).toBe(0);
		expect(await toldOf()).toEqual(["owed", "delivered", "delivered"]);
		expect(await forgotten(store, 2 * dayMs)).toBe(1);
		expect(await toldOf()).toEqual(["owed", "delivered"]);
	});

	test("alerts, what was told of them and mutes are kept for a season, and what goes on for as long as it does", async () => {
		const { store, other } = await scene();
		await store.alerts.mute(muteOf("ended"), lineOf("muted"));
		await store.alerts.mute(muteOf("holds"), lineOf("muted"));
		await store.alerts.reviewed(
			reviewOf({
				alerts: [resolvedOf("old", 1, 100), alertOf("on")],
				waves: [waveOf("w", ["old"], { overMs: 100 }), waveOf("v", ["on"])],
				notices: [noticeOf("n"), noticeOf("m", { wave: "v" })],
				mutesEnded: [{ id: "ended", atMs: 100 }],
			}),
		);
		for (const id of ["n", "m"])
			await store.alerts.tried(id, { atMs: 20, answer: taken, nextMs: null });
		expect(await forgotten(store, 100 + alertsKeptMs)).toBe(0);
		expect(await forgotten(store, 101 + alertsKeptMs)).toBe(5);
		expect(await other.alerts.alert("old")).toBeNull();
		expect((await other.alerts.alert("on"))?.told).toHaveLength(1);
		const mutes = await other.alerts.mutes(0);
		expect(mutes.map(({ id }) => id)).toEqual(["holds"]);
	});

	test("however much comes and goes, no more than so many are kept, and the latest are", async () => {
		const { store, other } = await scene();
		const count = alertsKeptMost + 3;
		for (let n = 0; n < count; n += 20_000)
			await store.alerts.reviewed(
				reviewOf({
					alerts: Array.from({ length: Math.min(20_000, count - n) }, (_, i) =>
						resolvedOf(`a${n + i}`, 1, 100 + n + i),
					),
				}),
			);
		expect(await forgotten(store, dayMs)).toBe(3);
		expect(await other.alerts.alert("a2")).toBeNull();
		expect(await other.alerts.alert("a3")).not.toBeNull();
	});
}
