// Does a screen see what fires, the gravest first, and what fired, each once?
import { expect, test } from "vitest";
import {
	alertOf,
	resolvedOf,
	reviewOf,
	targetOf,
} from "./contract-alerts-scene.ts";
import type { Scene } from "./contract-scene.ts";
import type { Store } from "./store.ts";

const write = (store: Store, ...alerts: ReturnType<typeof alertOf>[]) =>
	store.alerts.reviewed(reviewOf({ alerts }));

const range = { fromMs: 0, toMs: 1_000, limit: 100, cursor: null };

export function alertsShownContract(scene: Scene): void {
	test("what fires is shown the gravest first, then what has fired for longest", async () => {
		const { store, other } = await scene();
		await write(
			store,
			...[alertOf("late", { firedMs: 30 }), alertOf("early", { firedMs: 20 })],
			alertOf("grave", { gravity: "critical", firedMs: 40 }),
			alertOf("light", { gravity: "note", firedMs: 10 }),
			alertOf("waits", { state: "pending", firedMs: null }),
			resolvedOf("past", 1, 2),
		);
		const firing = await other.alerts.firing(3);
		expect(firing.alerts.map(({ alert }) => alert.id)).toEqual([
			...["grave", "early", "late"],
		]);
		expect(firing).toMatchObject({ total: 4, pending: 1 });
		expect(await other.alerts.firingTotal()).toBe(4);
		const { alerts } = await other.alerts.alertCounts();
		expect(alerts.toSorted((a, b) => a.n - b.n).slice(-1)).toEqual([
			{ state: "firing", gravity: "warning", n: 2 },
		]);
		expect(alerts).toHaveLength(4);
	});

	test("what a graver alert of the same subscription tells stands with that one", async () => {
		const { store, other } = await scene();
		const target = targetOf("orders");
		const alerts = [
			alertOf("grave", { rule: "losing", gravity: "critical", target }),
			alertOf("less", { rule: "stalled", target }),
			alertOf("another", { target: targetOf("refunds") }),
		];
		const held = new Map([["less", "graver"]]);
		await store.alerts.reviewed(reviewOf({ alerts, held }));
		const { alerts: shown, total } = await other.alerts.firing(10);
		expect(shown.map(({ alert, also }) => [alert.id, also])).toEqual([
			["grave", ["stalled"]],
			["another", []],
		]);
		expect([total, await other.alerts.firingTotal()]).toEqual([2, 2]);
	});

	test("past alerts are those that were resolved within the range, with how many and how long altogether", async () => {
		const { store, other } = await scene();
		await write(
			store,
			...[resolvedOf("a", 10, 110), resolvedOf("b", 50, 200)],
			...[resolvedOf("c", 100, 299), resolvedOf("d", 90, 300)],
			...[alertOf("fires"), resolvedOf("never", 0, 150, { firedMs: null })],
		);
		const asked = { ...range, fromMs: 110, toMs: 300 };
		const past = await other.alerts.past(asked);
		expect(past.alerts.map(({ alert }) => alert.id)).toEqual(["c", "b", "a"]);
		expect(past).toMatchObject({ total: 3, firingMs: 449, next: null });
		const short = await other.alerts.past({ ...asked, limit: 1 });
		expect(short).toMatchObject({ total: 3, firingMs: 449 });
	});

	test("pages of past alerts meet each once, while others are resolved", async () => {
		const { store, other } = await scene();
		const ids = Array.from({ length: 23 }, (_, n) => `a${n + 10}`);
		await write(
			store,
			...ids.map((id, n) => resolvedOf(id, 1, 100 + (n >> 1))),
		);
		const met: string[] = [];
		for (let cursor: string | null = null; ; ) {
			const page = await other.alerts.past({ ...range, limit: 4, cursor });
			met.push(...page.alerts.map(({ alert }) => alert.id));
			await write(store, resolvedOf(`new${met.length}`, 1, 500));
			cursor = page.next;
			if (cursor === null) break;
		}
		expect(met).toEqual(ids.toReversed());
	});

	test("a cursor that nobody gave is refused", async () => {
		const { store } = await scene();
		for (const cursor of ["", "x", "WzFd", "W251bGwsIngiXQ"])
			await expect(store.alerts.past({ ...range, cursor })).rejects.toThrow(
				"bad cursor",
			);
	});

	test("a chart marks what fired of one subscription while it was shown", async () => {
		const { store, other } = await scene();
		const target = targetOf("cups");
		await write(
			store,
			...[resolvedOf("before", 1, 99, { target }), alertOf("another")],
			...[resolvedOf("into", 50, 100, { target })],
			...[resolvedOf("within", 150, 160, { target })],
			...[alertOf("still", { firedMs: 199, target })],
			...[alertOf("after", { firedMs: 200, target })],
			alertOf("waits", { state: "pending", firedMs: null, target }),
		);
		const id = "id" in target ? target.id : "";
		const marked = await other.alerts.ofSubscription(id, 100, 200);
		expect(marked.map((alert) => alert.id)).toEqual([
			...["still", "within", "into"],
		]);
	});

	test("what never was is not found", async () => {
		const { store } = await scene();
		expect(await store.alerts.alert("a")).toBeNull();
		expect(await store.alerts.ofSubscription("a", 0, 9)).toEqual([]);
		expect(await store.alerts.firing(9)).toEqual({
			...{ alerts: [], total: 0, pending: 0 },
		});
	});
}
