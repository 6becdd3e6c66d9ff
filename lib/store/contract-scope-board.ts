// Is a page of the board within a scope that of a board with nothing else on it?
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFilter } from "#lib/core/filter/filter.ts";
import { holdsAt, type Scope } from "#lib/core/people/scope.ts";
import { factOf } from "./contract-rows.ts";
import { asking, type Scene } from "./contract-scene.ts";
import { brokers, scopes } from "./contract-scope-scene.ts";
import { various } from "./contract-various.ts";
import {
	type BoardPage,
	type BoardQuery,
	boardSorts,
	type Store,
} from "./store.ts";

const filters = [
	"",
	"verdict:stalled",
	"-group:g*",
	"lag:>3",
	"o",
	"broker:t*",
];
const questions = fc.record({
	sort: fc.constantFrom(...boardSorts),
	fold: fc.constantFrom(null, { open: [] }),
	filter: fc.constantFrom(...filters).map((text) => {
		const parsed = parseFilter(text);
		return "filter" in parsed ? parsed.filter : [];
	}),
	limit: fc.constantFrom(3, 7, 100),
});

async function pagesOf(
	{ board }: Store,
	question: Partial<BoardQuery>,
): Promise<readonly Omit<BoardPage, "rev">[]> {
	const pages: Omit<BoardPage, "rev">[] = [];
	let cursor: string | null = null;
	do {
		const asked = asking({ ...question, cursor });
		const { rev: _, ...page }: BoardPage = await board.page(asked);
		pages.push(page);
		cursor = page.next;
	} while (cursor !== null && pages.length < 100);
	return pages;
}

/** Nothing lies there but this. */
async function fill({ board }: Store, scope: Scope): Promise<void> {
	await board.settle([], []);
	for (const name of brokers) {
		const rows = various.filter(
			(row) => row.broker === name && holdsAt(scope, row),
		);
		await board.write({ broker: factOf({ name }), rows, gone: [] });
	}
}

export function scopedBoardContract(scene: Scene): void {
	test("every page of the board is that of a board with nothing else on it: counts, folds, sums and cursors as well", async () => {
		const whole = (await scene()).store;
		const part = (await scene()).store;
		await fill(whole, null);
		let held = 0;
		await fc.assert(
			fc.asyncProperty(scopes, questions, async (scope, question) => {
				await fill(part, scope);
				const its = await pagesOf(whole, { ...question, scope });
				expect(its).toEqual(await pagesOf(part, question));
				held += its[0]?.total ?? 0;
				const sizes = await whole.board.sizes(scope);
				expect(new Map(sizes)).toEqual(await part.board.sizes(null));
			}),
			{ numRuns: 60 },
		);
		expect(held).toBeGreaterThan(0);
	});

	test("folds that are opened show no row from beside, and none opens that has no row in it", async () => {
		const { store } = await scene();
		await fill(store, null);
		const { folds } = await store.board.page(asking({ fold: { open: [] } }));
		const open = Object.values(folds).map(({ id }) => ({ id, limit: 99 }));
		const where = {
			...{ brokers: ["*"], channels: ["orders*", "a*"], groups: ["*"] },
		};
		const scope = [where];
		const page = await store.board.page(asking({ fold: { open }, scope }));
		const opened = Object.values(page.opened).flat();
		expect(opened.length).toBeGreaterThan(0);
		for (const row of opened) expect(holdsAt(scope, row)).toBe(true);
	});

	test("a cursor that names a row elsewhere is no cursor, like one that names none", async () => {
		const { store } = await scene();
		await fill(store, null);
		const scope = [{ brokers: ["one"], channels: ["*"], groups: ["*"] }];
		const [mine] = various.filter((row) => holdsAt(scope, row));
		const [other] = various.filter((row) => !holdsAt(scope, row));
		const at = (id: string) => {
			const list = JSON.stringify(["gravity", id]);
			const cursor = Buffer.from(list).toString("base64url");
			return store.board.page(asking({ cursor, scope }));
		};
		await expect(at(mine?.id ?? "")).resolves.toBeDefined();
		for (const id of [other?.id ?? "", "never"])
			await expect(at(id)).rejects.toThrow("bad cursor");
	});
}
