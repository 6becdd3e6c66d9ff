// Does a page hold the rows that fit, in their order, each once, with the right counts?
import { describe, expect, test } from "vitest";
import { about, exactly } from "#lib/core/amount.ts";
import type { Row } from "#lib/core/board.ts";
import { Problem } from "#lib/core/problem.ts";
import { verdicts } from "#lib/core/verdict.ts";
import { goneOf, rowOf } from "./contract-rows.ts";
import { asking, channelsOf, type Scene, writeRows } from "./contract-scene.ts";
import { pick, various } from "./contract-various.ts";
import { type BoardSort, boardSorts, type Store } from "./store.ts";

async function pageThrough(
	store: Store,
	sort: BoardSort,
	between: () => Promise<void> = async () => {},
): Promise<readonly Row[]> {
	const rows: Row[] = [];
	let cursor: string | null = null;
	do {
		const page = await store.board.page(asking({ sort, limit: 7, cursor }));
		expect(page.rows.length).toBeLessThanOrEqual(7);
		rows.push(...page.rows);
		cursor = page.next;
		await between();
	} while (cursor !== null);
	return rows;
}

export function pagesContract(scene: Scene): void {
	const orders: readonly [BoardSort, string, readonly Partial<Row>[]][] = [
		[
			"gravity",
			"the gravest first, then the least margin, then the most lag",
			[
				{ verdict: "losing", marginSeconds: null, lag: null },
				{ verdict: "slow", marginSeconds: exactly(5), lag: exactly(1) },
				{ verdict: "slow", marginSeconds: exactly(9), lag: exactly(9) },
				{ verdict: "slow", marginSeconds: exactly(9), lag: null },
				{ verdict: "slow", marginSeconds: null, lag: exactly(99) },
				{ verdict: "healthy", marginSeconds: exactly(1), lag: exactly(999) },
			],
		],
		[
			"lag",
			"the most lag first",
			[{ lag: exactly(10) }, { lag: about(9) }, { lag: null }],
		],
		[
			"holding",
			"the most held first",
			[{ holding: 10 }, { holding: 0 }, { holding: null }],
		],
		[
			"margin",
			"the least margin first",
			[
				{ marginSeconds: exactly(0) },
				{ marginSeconds: exactly(10) },
				{ marginSeconds: null },
			],
		],
		["broker", "by broker", [{ broker: "a" }, { broker: "b" }]],
	];
	test.each(orders)(
		"%s stands for %s, the unknown last",
		async (sort, _, parts) => {
			const { store } = await scene();
			const rows = parts.map((part, i) => rowOf(`${9 - i}`, part));
			await writeRows(store, rows.toReversed());
			const page = await store.board.page(asking({ sort }));
			expect(page.rows).toEqual(rows);
		},
	);

	test("name stands for channel and then group, whatever the case", async () => {
		const { store } = await scene();
		const names = [
			["a", "x"],
			["B", "x"],
			["b", "Y"],
			["b", null],
			["c", "a"],
		] as const;
		const rows = names.map(([channel, group]) => rowOf(channel, { group }));
		await writeRows(store, rows.toReversed());
		expect((await store.board.page(asking({ sort: "name" }))).rows).toEqual(
			rows,
		);
	});

	test.each(boardSorts)(
		"pages by %s are the whole, in one order",
		async (sort) => {
			const { store } = await scene();
			await writeRows(store, various);
			const whole = await store.board.page(asking({ sort, limit: 500 }));
			expect(whole.next).toBeNull();
			expect(await pageThrough(store, sort)).toEqual(whole.rows);
		},
	);

	test.each(boardSorts)(
		"paging by %s while rows change meets every unchanged row once",
		async (sort) => {
			const { store, other } = await scene();
			await writeRows(store, various);
			const restless = various.filter((_, i) => i % 3 === 0);
			let round = 0;
			const met = await pageThrough(store, sort, async () => {
				round++;
				const [verdict, lag] = [pick(verdicts, round * 3), exactly(round * 10)];
				const part = {
					verdict: verdict ?? "slow",
					lag,
					holding: round,
					marginSeconds: exactly(round),
				};
				const changed = restless
					.slice(round)
					.map((row) => ({ ...row, ...part }));
				const gone = restless.slice(0, round).map(({ id }) => goneOf(id));
				await writeRows(other, [...changed, rowOf(`new${round}`)], gone);
			});
			const calm = various.filter((row) => !restless.includes(row));
			const ids = met.map((row) => row.id);
			for (const { id } of calm)
				expect(ids.filter((it) => it === id)).toHaveLength(1);
		},
	);

	test.each(boardSorts)(
		"a name of 64 kB does not make the way to the next page by %s longer than an address may be",
		async (sort) => {
			const { store } = await scene();
			const long = "n".repeat(65_000);
			const names = ["a", "b", "c"].map((end) => long + end);
			await writeRows(
				store,
				names.map((name) => rowOf(name, { group: name })),
			);
			const met: string[] = [];
			let cursor: string | null = null;
			do {
				const page = await store.board.page(asking({ sort, limit: 1, cursor }));
				met.push(...page.rows.map(({ channel }) => channel));
				cursor = page.next;
				expect(cursor?.length ?? 0).toBeLessThan(4_000);
			} while (cursor !== null);
			expect(met.toSorted()).toEqual(names);
		},
	);

	test("a page is worked out again when somebody else wrote", async () => {
		const { store, other } = await scene();
		await writeRows(store, [rowOf("a")]);
		expect(await channelsOf(other)).toEqual(["a"]);
		await writeRows(store, [rowOf("b", { verdict: "losing" })]);
		expect(await channelsOf(other)).toEqual(["b", "a"]);
	});

	describe("a cursor that no page gave", () => {
		const packed = (value: unknown) =>
			Buffer.from(JSON.stringify(value)).toString("base64url");
		const bad = ["", "x", "{}", "%", packed(null), packed({}), packed(["lag"])];
		const lists = [
			["name", 1, "x"],
			["lag", "1", "x"],
			["lag", 1, null],
			["lag", 1, "x", 2],
		];
		test.each([...bad, ...lists.map(packed)])(
			"%j is refused",
			async (cursor) => {
				const { store } = await scene();
				await writeRows(store, [rowOf("a")]);
				const asked = store.board.page(asking({ sort: "lag", cursor }));
				await expect(asked).rejects.toThrow(
					new Problem("invalid", "bad cursor"),
				);
			},
		);

		test("nor is a cursor of another order taken", async () => {
			const { store } = await scene();
			await writeRows(store, [rowOf("a"), rowOf("b")]);
			const { next } = await store.board.page(
				asking({ sort: "lag", limit: 1 }),
			);
			expect(next).not.toBeNull();
			const asked = store.board.page(asking({ sort: "holding", cursor: next }));
			await expect(asked).rejects.toThrow("bad cursor");
		});
	});
}
