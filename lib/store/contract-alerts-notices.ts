// Is each notice owed until it is taken or given up, and does no outlet wait for another?
import { expect, test } from "vitest";
import {
	alertOf,
	busy,
	fires,
	noticeOf,
	outletOf,
	owe,
	owedIds,
	resolvedOf,
	reviewOf,
	take,
	taken,
	waveOf,
	withOutlets,
} from "./contract-alerts-scene.ts";
import type { Scene } from "./contract-scene.ts";

export function alertNoticesContract(scene: Scene): void {
	test("a notice is owed until it is taken, and not before its time has come", async () => {
		const { store, other } = await scene();
		await withOutlets(store, "oncall");
		await fires(store);
		expect(await owedIds(other, 9)).toEqual([]);
		await store.alerts.tried("n", { atMs: 11, answer: busy, nextMs: 50 });
		expect(await owedIds(other, 49)).toEqual([]);
		expect(await other.alerts.owed(50, 9)).toMatchObject([
			{ tries: 1, nextMs: 50, answer: busy, answeredMs: 11 },
		]);
		await store.alerts.tried("n", { atMs: 51, answer: taken, nextMs: null });
		expect(await owedIds(other, 99)).toEqual([]);
		for (const id of ["n", "never was"])
			expect(await other.alerts.notice(id)).toBeNull();
		const shown = await other.alerts.alert("a");
		expect(shown?.told).toMatchObject([
			{ outlet: "oncall", state: "delivered", tries: 2, answer: taken },
		]);
	});

	test("what is given up is counted and told, and tried no more", async () => {
		const { store, other } = await scene();
		await withOutlets(store, "oncall");
		await fires(store);
		const given = { atMs: 11, answer: busy, nextMs: null };
		await store.alerts.tried("n", given);
		await store.alerts.tried("n", given);
		expect(await owedIds(other, 99)).toEqual([]);
		expect(await other.alerts.fares()).toMatchObject([
			{ owed: 0, givenUp: 1, failingSinceMs: 11 },
		]);
		const shown = await other.alerts.alert("a");
		expect(shown?.told).toMatchObject([{ state: "given up", tries: 1 }]);
	});

	test("an outlet fails since the first of an unbroken run of failures", async () => {
		const { store, other } = await scene();
		await withOutlets(store, "oncall");
		const failing = async () => {
			const [fares] = await other.alerts.fares();
			return [fares?.failingSinceMs, fares?.deliveredMs, fares?.owed];
		};
		await owe(store, noticeOf("a"), noticeOf("b", { wave: "v" }));
		expect(await failing()).toEqual([null, null, 2]);
		for (const atMs of [20, 30])
			await store.alerts.tried("a", { atMs, answer: busy, nextMs: 50 });
		expect(await failing()).toEqual([20, null, 2]);
		await store.alerts.tried("b", { atMs: 40, answer: taken, nextMs: null });
		expect(await failing()).toEqual([null, 40, 1]);
		await store.alerts.tried("a", { atMs: 50, answer: busy, nextMs: 60 });
		expect(await failing()).toEqual([50, 40, 1]);
		const { outlets } = await other.alerts.alertCounts();
		expect(outlets).toMatchObject([{ delivered: 1, failed: 3, givenUp: 0 }]);
	});

	test("an outlet that goes elsewhere now fares anew, and one that is configured no more goes", async () => {
		const { store, other } = await scene();
		await withOutlets(store, "kept", "moved", "removed");
		for (const outlet of ["kept", "moved", "removed"]) {
			await owe(store, noticeOf(outlet, { wave: outlet, outlet }));
			const tried = { atMs: 11, answer: busy, nextMs: 50 };
			await store.alerts.tried(outlet, tried);
		}
		const address = "https://other.example.org/…";
		const outlets = [outletOf("moved", { address }), outletOf("kept")];
		await store.alerts.settleAlerts({ rules: [], outlets });
		expect(await other.alerts.outlets()).toMatchObject([
			{ name: "moved", address, failingSinceMs: null, owed: 1 },
			{ name: "kept", failingSinceMs: 11, owed: 1 },
		]);
	});

	test("what one wave is told arrives in its order, and others do not wait for it", async () => {
		const { store, other } = await scene();
		await owe(
			store,
			...[noticeOf("fires"), noticeOf("over", { says: "over" })],
			noticeOf("another", { wave: "v" }),
		);
		expect(await owedIds(other, 20)).toEqual(["fires", "another"]);
		await store.alerts.tried("fires", { atMs: 20, answer: busy, nextMs: 90 });
		expect(await owedIds(other, 30)).toEqual(["another"]);
		await store.alerts.tried("fires", {
			atMs: 90,
			answer: taken,
			nextMs: null,
		});
		expect(await owedIds(other, 90)).toEqual(["over", "another"]);
	});

	test("what is told again is owed once, while an outlet takes nothing", async () => {
		const { store, other } = await scene();
		const says = "still fires";
		await owe(store, noticeOf("first"));
		await owe(store, noticeOf("again", { says }));
		await take(store, "first");
		expect(await owedIds(other, 90)).toEqual([]);
		await owe(store, noticeOf("later", { says }));
		await owe(store, noticeOf("too late", { says }));
		await owe(store, noticeOf("over", { says: "over" }));
		await take(store, "later");
		expect(await owedIds(other, 90)).toEqual(["over"]);
	});

	test("where much is owed each outlet has its turn, the oldest first", async () => {
		const { store, other } = await scene();
		const of = (outlet: string) =>
			[1, 2, 3].map((n) =>
				noticeOf(`${outlet}${n}`, { outlet, wave: `${outlet}${n}` }),
			);
		await owe(store, ...of("a"), ...of("b"));
		expect(await owedIds(other, 20, 4)).toEqual(["a1", "b1", "a2", "b2"]);
	});

	test("what a wave is told again is no news of an alert in it that was over before", async () => {
		const { store, other } = await scene();
		await store.alerts.reviewed(
			reviewOf({
				alerts: [resolvedOf("a", 10, 15), alertOf("b")],
				waves: [waveOf("w", ["a", "b"])],
				notices: [noticeOf("first")],
			}),
		);
		await take(store, "first");
		await owe(store, noticeOf("again", { says: "still fires", atMs: 20 }));
		const toldOf = async (id: string) =>
			(await other.alerts.alert(id))?.told.map(({ says }) => says);
		expect(await toldOf("a")).toEqual(["fires"]);
		expect(await toldOf("b")).toEqual(["still fires", "fires"]);
	});
}
