// Do folded lines stand where their rows stand, and do their pages meet each of them once?
import { describe, expect, test } from "vitest";
import { exactly } from "#lib/core/amount.ts";
import type { Row } from "#lib/core/board.ts";
import { parseFilter } from "#lib/core/filter/filter.ts";
import { verdicts } from "#lib/core/verdict.ts";
import { keyOf, keysOf, pageThrough } from "./contract-fold-rows.ts";
import { goneOf, rowOf } from "./contract-rows.ts";
import { asking, type Scene, writeRows } from "./contract-scene.ts";
import { pick, various } from "./contract-various.ts";
import { boardSorts } from "./store.ts";

export function foldPagesContract(scene: Scene): void {
	describe.each(boardSorts)("by %s", (sort) => {
		const fold = { open: [] };

		test("unfolding everything gives exactly the unfolded board", async () => {
			const { store } = await scene();
			await writeRows(store, various);
			for (const text of ["", "lag:>0", "-verdict:slow", "orders"]) {
				const parsed = parseFilter(text);
				const filter = "filter" in parsed ? parsed.filter : [];
				const asked = asking({ sort, filter, limit: 500 });
				const whole = await store.board.page(asked);
				const closed = await store.board.page({ ...asked, fold });
				const open = Object.values(closed.folds).map(({ id }) => ({
					id,
					limit: 500,
				}));
				const page = await store.board.page({ ...asked, fold: { open } });
				const unfolded = page.rows.flatMap((row) => {
					const id = page.folds[row.id]?.id;
					return id === undefined ? [row] : (page.opened[id] ?? []);
				});
				const ids = (rows: readonly Row[]) =>
					rows.map(({ id }) => id).toSorted();
				expect(ids(unfolded)).toEqual(ids(whole.rows));
				expect(page.total).toBe(whole.total);
				expect(page.counts).toEqual(whole.counts);
				for (const rows of Object.values(page.opened)) {
					const its = new Set(rows);
					const inWhole = whole.rows.filter(({ id }) =>
						[...its].some((it) => it.id === id),
					);
					expect(rows).toEqual(inWhole);
				}
				expect(keysOf(page, sort)).toEqual(keysOf(whole, sort));
			}
		});

		test("pages of lines are the whole, in one order", async () => {
			const { store } = await scene();
			await writeRows(store, various);
			const whole = await store.board.page(asking({ sort, fold, limit: 500 }));
			expect(whole.next).toBeNull();
			expect(whole.rows).toHaveLength(whole.lines);
			expect(await pageThrough(store, sort)).toEqual(whole.rows);
		});

		test("paging while rows change meets every unchanged line once", async () => {
			const { store, other } = await scene();
			await writeRows(store, various);
			const lines = Map.groupBy(various, keyOf);
			const restless = various.filter(
				(row) =>
					row.group === "" ||
					(lines.get(keyOf(row))?.[0] === row && row.broker === "Two"),
			);
			let round = 0;
			const met = await pageThrough(store, sort, async () => {
				round++;
				const verdict = pick(verdicts, round * 3) ?? "slow";
				const part = { verdict, lag: exactly(round * 10), holding: round };
				const changed = restless
					.slice(round)
					.map((row) => ({ ...row, ...part }));
				const gone = restless.slice(0, round).map(({ id }) => goneOf(id));
				await writeRows(other, [...changed, rowOf(`new${round}`)], gone);
			});
			const moving = new Set(restless.map(keyOf));
			for (const key of lines.keys())
				if (!moving.has(key))
					expect(met.filter((row) => keyOf(row) === key)).toHaveLength(1);
		});
	});
}
