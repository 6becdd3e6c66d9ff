// Does the wall show only what is wrong, as many as fit, and all of it in turn?
import { expect, test } from "vitest";
import type { Verdict } from "#lib/core/verdict.ts";
import type { RowReply } from "#lib/wire/board.ts";
import { pageOf, rowsThatFit, wrongCount, wrongIn } from "./pages.ts";

const at = "2026-11-20T14:32:08.000Z";
const rowOf = (verdict: Verdict, id: string): RowReply => ({
	...{ id, verdict, broker: "b", system: "s", kind: "log", channel: id },
	...{ group: "g", family: null, reason: { code: "steady", values: {} } },
	...{ since: at, lag: null, timeLagSeconds: null, holding: null },
	...{ oldestHeldSeconds: null, deliveriesMax: null, members: null },
	...{ pace: { in: null, out: null }, marginSeconds: null, spark: [] },
	...{ highWater: null },
	...{ drainedSeconds: null, state: null, notes: [], at, stale: false },
});
const rowsOf = (verdict: Verdict, n: number) =>
	Array.from({ length: n }, (_, index) => rowOf(verdict, `${verdict}${index}`));

test("what is healthy or abandoned calls nobody", () => {
	const rows = [
		...rowsOf("losing", 1),
		...rowsOf("unknown", 2),
		...rowsOf("abandoned", 3),
		...rowsOf("healthy", 4),
	];
	expect(wrongIn(rows).map(({ verdict }) => verdict)).toEqual([
		"losing",
		"unknown",
		"unknown",
	]);
	expect(wrongCount({ losing: 1, unknown: 2, abandoned: 3, healthy: 4 })).toBe(
		3,
	);
});

test.each([
	["as drawn, under a hero", 1920, 1080, true, 6],
	["as drawn, without one", 1920, 1080, false, 10],
	["on the smallest wall, the same", 1280, 720, true, 6],
	["on a flat and wide one, fewer", 2560, 1080, true, 2],
	["on its side, many", 1080, 1920, false, 33],
	["in a sliver of a window, still one", 1920, 200, true, 1],
])("so many rows fit: %s", (_, width, height, hasHero, rows) => {
	expect(rowsThatFit(width, height, hasHero)).toBe(rows);
});

test("pages turn until every row was shown, and begin again; what loses messages stays", () => {
	const wrong = [...rowsOf("losing", 1), ...rowsOf("stalled", 7)];
	const shown = [0, 1, 2, 3].map((turn) => pageOf(wrong, () => 3, turn));
	expect(shown.map(({ hero }) => hero?.id)).toEqual(Array(4).fill("losing0"));
	expect(shown.map(({ page, pages }) => `${page}/${pages}`)).toEqual([
		"1/3",
		"2/3",
		"3/3",
		"1/3",
	]);
	const told = shown.slice(0, 3).flatMap(({ rows }) => rows);
	expect(told).toEqual(wrong.slice(1));
});

test("without a loss nothing is told larger than the rest", () => {
	const page = pageOf(rowsOf("stopped", 2), () => 5, 7);
	expect(page).toMatchObject({ hero: null, page: 1, pages: 1 });
	expect(page.rows).toHaveLength(2);
});
