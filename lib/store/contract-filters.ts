// Does a store find exactly the rows that core says fit a filter?
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Row } from "#lib/core/board.ts";
import { type Filter, parseFilter } from "#lib/core/filter/filter.ts";
import { matches } from "#lib/core/filter/matches.ts";
import { type Verdict, verdicts } from "#lib/core/verdict.ts";
import { asking, type Scene, writeRows } from "./contract-scene.ts";
import { various } from "./contract-various.ts";
import { boardSorts } from "./store.ts";

function filterOf(text: string): Filter {
	const parsed = parseFilter(text);
	if (!("filter" in parsed)) throw new Error(`not a filter: ${text}`);
	return parsed.filter;
}

const term = fc.constantFrom(
	...["verdict:st*", "verdict:healthy", "broker:TWO", "broker:*o*", "kind:log"],
	...[
		"system:SOME",
		"system:x",
		"channel:orders*",
		"channel:*[1]*",
		"channel:a?b*",
	],
	...[
		'group:""',
		"group:*",
		'group:"team a"',
		"group:g1*2",
		"family:fam",
		"über",
	],
	...[
		"orders",
		"O*s",
		"a*b",
		"two",
		"?",
		"[1]",
		"x0",
		"lag:>5",
		"lag:<=7",
		"lag:0",
	],
	...["lag:unknown", "holding:>=4", "members:>1", "margin:<60", "oldest:>0"],
);
const filters = fc
	.array(fc.tuple(term, fc.boolean()), { minLength: 1, maxLength: 3 })
	.map((all) => all.map(([it, not]) => (not ? `-${it}` : it)).join(" "));

const idsOf = (rows: readonly Row[]) => rows.map((row) => row.id).toSorted();

export function filtersContract(scene: Scene): void {
	test("a filter finds what core says fits, and counts it by verdict", async () => {
		const { store } = await scene();
		await writeRows(store, various);
		const sorts = fc.constantFrom(...boardSorts);
		await fc.assert(
			fc.asyncProperty(filters, sorts, async (text, sort) => {
				const filter = filterOf(text);
				const page = await store.board.page(
					asking({ filter, sort, limit: 500 }),
				);
				const fit = various.filter((row) => matches(row, filter));
				expect(idsOf(page.rows)).toEqual(idsOf(fit));
				expect(page.total).toBe(fit.length);
				const of = (verdict: Verdict) =>
					fit.filter((it) => it.verdict === verdict);
				for (const verdict of verdicts)
					expect(page.counts[verdict]).toBe(of(verdict).length);
			}),
			{ numRuns: 200 },
		);
	});

	test("an empty board has an empty page, with every verdict counted", async () => {
		const { store } = await scene();
		const page = await store.board.page(asking({ filter: filterOf("x") }));
		expect(page).toMatchObject({ total: 0, rows: [], next: null });
		expect(Object.keys(page.counts)).toEqual([...verdicts]);
	});
}
