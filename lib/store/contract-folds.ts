// Does a store fold rows of one family and group into one line, lose none, and say what they say together?
import fc from "fast-check";
import { expect, test } from "vitest";
import { exactly } from "#lib/core/amount.ts";
import type { Row } from "#lib/core/board.ts";
import { parseFilter } from "#lib/core/filter/filter.ts";
import { summed } from "#lib/core/fold.ts";
import { gravityOf } from "#lib/core/verdict.ts";
import { keyOf, manyTicks } from "./contract-fold-rows.ts";
import { factOf, goneOf, rowOf } from "./contract-rows.ts";
import { asking, type Scene, writeRows } from "./contract-scene.ts";
import { boardSorts, type TickWrite } from "./store.ts";

const folded = { fold: { open: [] } } as const;
const shard = (n: number, part: Partial<Row> = {}) =>
	rowOf(`orders:${n}`, { family: "orders:*", ...part });

const calm: TickWrite = { broker: factOf(), rows: [], gone: [] };

export function foldsContract(scene: Scene): void {
	test("rows of one family and group are one line, with the gravest row and the sums of all", async () => {
		const { store, other } = await scene();
		const shards = [
			shard(0, { lag: exactly(5) }),
			shard(1, { lag: exactly(7), verdict: "stalled", holding: 3 }),
			shard(2, { lag: null, verdict: "unknown" }),
		];
		await writeRows(store, [...shards, rowOf("payments")]);
		const page = await other.board.page(asking(folded));
		expect(page.rows).toEqual([shards[1], rowOf("payments")]);
		expect(page).toMatchObject({ total: 4, lines: 2, calm: 1, next: null });
		expect(page.counts).toMatchObject({ stalled: 1, unknown: 1, healthy: 2 });
		const fold = page.folds[shards[1]?.id ?? ""];
		expect(Object.keys(page.folds)).toHaveLength(1);
		expect(fold).toEqual({ ...summed(shards), id: fold?.id, of: 3 });
	});

	test.each<[string, readonly Row[]]>([
		["brokers", [shard(1), shard(2, { broker: "two" })]],
		["groups", [shard(1), shard(2, { group: "others" })]],
		["a group and none", [shard(1), shard(2, { group: null })]],
		[
			"a group without a name and none",
			[shard(1, { group: "" }), shard(2, { group: null })],
		],
		["kinds", [shard(1), shard(2, { kind: "list" })]],
		["families", [shard(1), shard(2, { family: "Orders:*" })]],
		["no family", [shard(1, { family: null }), shard(2, { family: null })]],
	])("rows of different %s stay apart", async (_, rows) => {
		const { store } = await scene();
		await writeRows(store, rows);
		const page = await store.board.page(asking(folded));
		expect(page).toMatchObject({ lines: 2, folds: {} });
		expect(page.rows).toHaveLength(2);
	});

	test("only rows that fit are folded, and the line knows how many there are", async () => {
		const { store } = await scene();
		const shards = [0, 1, 2, 3].map((n) => shard(n, { lag: exactly(n) }));
		await writeRows(store, shards);
		const found = async (text: string) => {
			const parsed = parseFilter(text);
			const filter = "filter" in parsed ? parsed.filter : [];
			const page = await store.board.page(asking({ ...folded, filter }));
			const { lag, rows, of } = Object.values(page.folds)[0] ?? {};
			return { lines: page.rows.length, lag, rows, of };
		};
		const whole = { lines: 1, lag: exactly(6), rows: 4, of: 4 };
		expect(await found("")).toEqual(whole);
		expect(await found("lag:>1")).toEqual({
			...whole,
			lag: exactly(5),
			rows: 2,
		});
		expect(await found("lag:>2")).toEqual({ lines: 1 });
		expect(await found("lag:>3")).toEqual({ lines: 0 });
	});

	test("a fold that is open shows its rows in the order of the board, as many as were asked for", async () => {
		const { store } = await scene();
		const rows = [3, 1, 2].map((n) => shard(n, { lag: exactly(n) }));
		await writeRows(store, rows);
		const closed = await store.board.page(asking(folded));
		const { id = "" } = Object.values(closed.folds)[0] ?? {};
		const open = [
			{ id, limit: 2 },
			{ id: "nobody", limit: 2 },
		];
		const page = await store.board.page(
			asking({ sort: "lag", fold: { open } }),
		);
		expect(page.opened).toEqual({ [id]: [rows[0], rows[2]] });
		expect(page.rows).toEqual([rows[0]]);
	});

	test("a line says what its rows say after any change of them", async () => {
		await fc.assert(
			fc.asyncProperty(
				manyTicks,
				fc.constantFrom(...boardSorts),
				async (ticks, sort) => {
					const { store, other } = await scene();
					const now = new Map<string, Row>();
					for (const { rows, gone } of ticks) {
						const left = gone.filter(
							(id) => !rows.some((row) => row.id === id),
						);
						for (const row of rows) now.set(row.id, row);
						for (const id of left) now.delete(id);
						await writeRows(
							store,
							rows,
							left.map((id) => goneOf(id)),
						);
					}
					const page = await other.board.page(
						asking({ ...folded, sort, limit: 500 }),
					);
					const groups = Map.groupBy(now.values(), keyOf);
					expect(page.lines).toBe(groups.size);
					expect(page.rows.map(keyOf).toSorted()).toEqual(
						[...groups.keys()].toSorted(),
					);
					for (const row of page.rows) {
						const its = groups.get(keyOf(row)) ?? [];
						const worst = Math.max(...its.map((it) => gravityOf(it.verdict)));
						expect(gravityOf(row.verdict)).toBe(worst);
						const fold = page.folds[row.id];
						if (its.length === 1) expect(fold).toBeUndefined();
						else expect(fold).toMatchObject(summed(its));
					}
				},
			),
			// Each try opens a store: a search for a smaller example would open thousands.
			{ numRuns: 25, endOnFailure: true },
		);
	});

	test.each<[string, (row: Row) => TickWrite]>([
		["is gone", ({ id }) => ({ ...calm, gone: [goneOf(id)] })],
		[
			"belongs to no family any more",
			(row) => ({ ...calm, rows: [{ ...row, family: null }] }),
		],
		[
			"belongs to another",
			(row) => ({ ...calm, rows: [{ ...row, family: "*:1" }] }),
		],
	])("a row that %s is no longer folded with the others", async (_, leave) => {
		const { store, other } = await scene();
		const [first, second, third] = [shard(1), shard(2), shard(3)];
		await writeRows(store, [first, second, third]);
		await store.board.write(leave(first));
		const page = await other.board.page(asking(folded));
		const [fold] = Object.values(page.folds);
		expect(fold).toMatchObject({
			rows: 2,
			of: 2,
			name: ["orders:", { from: "2", to: "3" }],
		});
		await store.board.write(leave(second));
		const { folds, rows } = await other.board.page(
			asking({ ...folded, filter: [] }),
		);
		expect(rows.find(({ id }) => id === third.id)).toEqual(third);
		expect(folds[third.id]).toBeUndefined();
	});

	test("what belonged to a broker that is no longer configured leaves no line", async () => {
		const { store } = await scene();
		const ofTwo = [1, 2].map((n) => shard(n, { broker: "two" }));
		await writeRows(store, [...ofTwo, shard(1), shard(2)]);
		await store.board.settle(["one"], []);
		await writeRows(store, [shard(1)]);
		const page = await store.board.page(asking(folded));
		expect(page.rows.map(({ broker }) => broker)).toEqual(["one"]);
		expect(page).toMatchObject({ total: 2, lines: 1, calm: 2 });
	});
}
