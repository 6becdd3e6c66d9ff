// Which rows try every fold, and where must a line stand? Families that come, change and go, and the order of their first rows.
import fc from "fast-check";
import { expect } from "vitest";
import { bounds } from "#lib/core/amount.ts";
import type { Row } from "#lib/core/board.ts";
import { gravityOf, verdicts } from "#lib/core/verdict.ts";
import { rowOf } from "./contract-rows.ts";
import { asking } from "./contract-scene.ts";
import type { BoardPage, BoardSort, Store } from "./store.ts";

/** Rows with the same key are one line. */
export const keyOf = (row: Row): string =>
	JSON.stringify(
		row.family === null
			? row.id
			: [row.broker, row.kind, row.family, row.group],
	);

const unknown = <T>(known: fc.Arbitrary<T>) => fc.option(known, { nil: null });
const few = fc.nat({ max: 20 });
const amount = fc.record({ n: few, bound: fc.constantFrom(...bounds) });
const anyRow: fc.Arbitrary<Row> = fc
	.record({
		broker: fc.constantFrom("one", "two"),
		group: fc.constantFrom("g", "h", null),
		family: fc.constantFrom("a:*", "a:*", null),
		verdict: fc.constantFrom(...verdicts),
		lag: unknown(amount),
		timeLagSeconds: unknown(amount),
		holding: unknown(few),
		oldestHeldSeconds: unknown(few),
		pace: fc.record({ in: unknown(few), out: unknown(few) }),
		members: unknown(
			fc.record({
				registered: few,
				live: unknown(amount),
				dead: unknown(few),
				stuck: unknown(few),
				unknown: unknown(few),
			}),
		),
		marginSeconds: unknown(amount),
		drainedSeconds: unknown(few),
		spark: fc.array(unknown(few), { maxLength: 4 }),
		atMs: few,
		stale: fc.boolean(),
	})
	.chain((part) => fc.nat({ max: 9 }).map((n) => rowOf(`a:${n}`, part)));

/** One name is one row: the later one of a tick stands. */
const rows = fc
	.array(anyRow, { minLength: 1, maxLength: 25 })
	.map((all) => [...new Map(all.map((row) => [row.id, row])).values()]);
export const manyTicks = fc.array(
	fc.record({
		rows,
		gone: rows.map((all) => all.map(({ id }) => id).slice(0, 8)),
	}),
	{ minLength: 1, maxLength: 4 },
);

/** By what a row stands where it stands; rows that are equal in all of it stand in any order. */
function placeOf(row: Row, sort: BoardSort): readonly unknown[] {
	const lag = row.lag?.n ?? null;
	const margin = row.marginSeconds?.n ?? null;
	const name = row.channel.toLowerCase();
	switch (sort) {
		case "gravity":
			return [gravityOf(row.verdict), margin, lag];
		case "lag":
			return [lag];
		case "holding":
			return [row.holding];
		case "margin":
			return [margin];
		case "name":
			return [name, row.group];
		case "broker":
			return [row.broker, name, row.group];
	}
}

/** The places of all lines, each where the first of its rows stands. */
export function keysOf(page: BoardPage, sort: BoardSort): readonly unknown[] {
	const met = new Set<string>();
	return page.rows.flatMap((row) => {
		const key = keyOf(row);
		if (met.has(key)) return [];
		met.add(key);
		const fold = page.folds[row.id];
		const [first = row] = fold ? (page.opened[fold.id] ?? []) : [];
		return [placeOf(first, sort)];
	});
}

export async function pageThrough(
	store: Store,
	sort: BoardSort,
	between: () => Promise<void> = async () => {},
): Promise<readonly Row[]> {
	const met: Row[] = [];
	let cursor: string | null = null;
	do {
		const fold = { open: [] };
		const page = await store.board.page(
			asking({ sort, fold, limit: 7, cursor }),
		);
		expect(page.rows.length).toBeLessThanOrEqual(7);
		met.push(...page.rows);
		cursor = page.next;
		await between();
	} while (cursor !== null);
	return met;
}
