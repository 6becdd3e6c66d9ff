// Does a store remember what went from the board, and for how long?
import { expect, test } from "vitest";
import { factOf, goneOf, rowOf } from "./contract-rows.ts";
import { type Scene, writeRows } from "./contract-scene.ts";

const dayMs = 24 * 3_600_000;

export function goneContract(scene: Scene): void {
	test("what went is remembered with its names, why it went and when", async () => {
		const { store, other } = await scene();
		const row = rowOf("Orders", { group: "\0Billing" });
		const nobody = rowOf("Orders", { group: null });
		await writeRows(store, [row, nobody]);
		expect(await store.board.gone(row.id)).toBeNull();
		const marks = [goneOf(row.id, "expired", 7_000), goneOf(nobody.id)];
		await store.board.write({ broker: factOf(), rows: [], gone: marks });
		const { id, broker, kind, channel, group } = row;
		expect(await other.board.gone(id)).toEqual({
			...{ id, broker, kind, channel, group },
			...{ why: "expired", atMs: 7_000 },
		});
		expect(await other.board.gone(nobody.id)).toMatchObject({
			...{ channel: "Orders", group: null, why: null },
		});
	});

	test("what was never on the board did not go from it", async () => {
		const { store } = await scene();
		await writeRows(store, [rowOf("a")]);
		const gone = [goneOf("x", "deleted")];
		await store.board.write({ broker: factOf(), rows: [], gone });
		expect(await store.board.gone("x")).toBeNull();
	});

	test("what goes a second time has the newer reason", async () => {
		const { store } = await scene();
		const row = rowOf("a");
		for (const mark of [
			goneOf(row.id, "expired", 1_000),
			goneOf(row.id, "deleted", 9_000),
		]) {
			await writeRows(store, [row]);
			await store.board.write({ broker: factOf(), rows: [], gone: [mark] });
		}
		expect(await store.board.gone(row.id)).toMatchObject({
			...{ why: "deleted", atMs: 9_000 },
		});
	});

	test("after a week it is forgotten, and with its broker at once", async () => {
		const { store } = await scene();
		const [a, b, c] = [rowOf("a"), rowOf("b"), rowOf("c", { broker: "two" })];
		await writeRows(store, [a, b, c]);
		const went = (id: string, atMs: number) => goneOf(id, "deleted", atMs);
		const two = factOf({ name: "two" });
		const leaves = { broker: two, rows: [], gone: [went(c.id, 7 * dayMs)] };
		await store.board.write(leaves);
		const first = { broker: factOf(), rows: [], gone: [went(a.id, 0)] };
		await store.board.write(first);
		expect(await store.board.gone(a.id)).not.toBeNull();
		const later = { ...first, gone: [went(b.id, 7 * dayMs + 1)] };
		await store.board.write(later);
		expect(await store.board.gone(a.id)).toBeNull();
		expect(await store.board.gone(c.id)).not.toBeNull();
		await store.board.settle(["one"], []);
		expect(await store.board.gone(c.id)).toBeNull();
		expect(await store.board.gone(b.id)).not.toBeNull();
	});
}
