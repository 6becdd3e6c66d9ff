// Does a store keep the groups beside the board as they were told, broker by broker?
import { expect, test } from "vitest";
import { type KnownBystander, noBystanders } from "#lib/core/bystander.ts";
import { factOf, rowOf } from "./contract-rows.ts";
import { type Scene, writeRows } from "./contract-scene.ts";
import type { Store } from "./store.ts";

const group = (
	name: string,
	over: Partial<KnownBystander> = {},
): KnownBystander => ({
	...{ name, kind: "workers", state: "calm", registered: 1, stale: false },
	members: [{ name: "m", clientId: "c", host: null, instanceId: "pod-1" }],
	...over,
});

const write = (
	store: Store,
	groups: readonly KnownBystander[],
	{ leftOut = 0, broker = "one" } = {},
) =>
	store.board.write({
		...{ broker: factOf({ name: broker }), rows: [], gone: [] },
		bystanders: { groups, leftOut },
	});

export function besideContract(scene: Scene): void {
	test("groups beside the board come back as they were told, whatever their names", async () => {
		const { store, other } = await scene();
		const names = ["\0a\0", "__proto__", "a'\"%_", "주문"].sort();
		const groups = [
			...names.map((name) => group(name)),
			group("~", { kind: null, state: null, registered: null, members: [] }),
		];
		await write(store, groups, { leftOut: 7 });
		const told = await other.board.bystandersOf("one");
		expect(told.leftOut).toBe(7);
		const byName = (a: KnownBystander, b: KnownBystander) =>
			a.name < b.name ? -1 : 1;
		expect(told.groups.toSorted(byName)).toEqual(groups.toSorted(byName));
	});

	test("a broker nobody told of has none", async () => {
		const { store } = await scene();
		await writeRows(store, [rowOf("a")]);
		expect(await store.board.bystandersOf("one")).toEqual(noBystanders);
		expect(await store.board.bystandersOf("never")).toEqual(noBystanders);
	});

	test("each list replaces the one before, of its own broker only, and a tick without a list leaves it", async () => {
		const { store } = await scene();
		await write(store, [group("a"), group("b")], { leftOut: 3 });
		await write(store, [group("c")], { broker: "two" });
		await write(store, [group("b", { stale: true })]);
		await store.board.write({ broker: factOf(), rows: [], gone: [] });
		expect(await store.board.bystandersOf("one")).toEqual({
			...{ groups: [group("b", { stale: true })], leftOut: 0 },
		});
		expect((await store.board.bystandersOf("two")).groups).toHaveLength(1);
	});

	test("they go with their broker", async () => {
		const { store } = await scene();
		await write(store, [group("a")], { leftOut: 1 });
		await store.board.settle([], []);
		expect(await store.board.bystandersOf("one")).toEqual(noBystanders);
	});

	test("the revision grows when they change, and not when the same is told again", async () => {
		const { store, other } = await scene();
		const revAfter = async (...told: Parameters<typeof write>) => {
			await write(...told);
			return other.board.rev();
		};
		const first = await revAfter(store, [group("a")]);
		expect(await revAfter(store, [group("a")])).toBe(first);
		const moved = await revAfter(store, [group("a", { state: "moving" })]);
		expect(moved).toBeGreaterThan(first);
		const more = await revAfter(store, [group("a", { state: "moving" })], {
			leftOut: 1,
		});
		expect(more).toBeGreaterThan(moved);
		expect(await revAfter(store, [])).toBeGreaterThan(more);
	});
}
