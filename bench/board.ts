// How long does one page of a large board take? Folded and not, whole and filtered, first and last, each asked of a board that has just changed; and all of it as a file?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseFilter } from "#lib/core/filter/filter.ts";
import { openStore } from "#lib/store/open.ts";
import type { BoardQuery, Folding } from "#lib/store/store.ts";
import { fileOf } from "./board-file.ts";
import { factOf, fill, rowOf } from "./board-rows.ts";
import { percentile, table } from "./table.ts";

const rowCount = 100_000;
const rounds = 25;
const limit = 200;

const folder = await mkdtemp(join(tmpdir(), "tidemark-bench-"));
const store = await openStore(folder);
try {
	await fill(store, rowCount);
	const questions: readonly [string, string][] = [
		["the whole board", ""],
		["what waits, nearly all of it", "lag:>0"],
		["a tenth of it", "verdict:stalled"],
		["a word in a name", "orders77"],
	];
	const unfolded: number[] = [];
	const folded: number[] = [];
	const lines: string[][] = [];
	for (const [name, text] of questions)
		for (const fold of [null, { open: [] }]) {
			const parsed = parseFilter(text);
			const filter = "filter" in parsed ? parsed.filter : [];
			const times = await pagesIn({
				filter,
				sort: "gravity",
				limit,
				cursor: null,
				fold,
			});
			(fold ? folded : unfolded).push(...times);
			lines.push([
				`${name}, ${fold ? "folded" : "row by row"}`,
				...figures(times),
			]);
		}
	for (const [name, share] of [
		["the middle page", 0.5],
		["the last page", 1],
	] as const)
		for (const fold of [null, { open: [] }])
			lines.push([
				`${name}, ${fold ? "folded" : "row by row"}`,
				...figures(await pagesIn(await pageAt(share, fold))),
			]);
	table(["ms", "p50", "p95", "max"], lines);
	const files: string[][] = [];
	for (const format of ["json", "csv"] as const) {
		const it = await fileOf(store, format, rowCount);
		const values = [it.ms / 1_000, it.megabytes, it.heldMegabytes];
		files.push([format, ...values.map((value) => value.toFixed(1))]);
	}
	table([`${rowCount} rows as a file`, "s", "MB", "MB held"], files);
	const ratio = percentile(folded, 0.95) / percentile(unfolded, 0.95);
	process.stdout.write(`figure board ${ratio.toFixed(2)}\n`);
} finally {
	await store.close();
	await rm(folder, { recursive: true, force: true });
}

/** With a share of 1 as deep as an offset can lead. */
async function pageAt(
	share: number,
	fold: Folding | null,
): Promise<BoardQuery> {
	const whole = { filter: [], sort: "gravity", limit, fold } as const;
	const { lines } = await store.board.page({ ...whole, cursor: null });
	return {
		...whole,
		cursor: null,
		offset: Math.floor((lines - limit) * share),
	};
}

/** The first pages, or the one at an offset again and again, one after the other; before each the board changes, so that nothing is known from before. */
async function pagesIn(query: BoardQuery): Promise<readonly number[]> {
	const times: number[] = [];
	let cursor: string | null = null;
	for (let round = 0; round < rounds; round++) {
		await store.board.write({
			broker: factOf(0, rowCount),
			rows: [rowOf(0, round)],
			gone: [],
		});
		const startedMs = performance.now();
		const page = await store.board.page({ ...query, cursor });
		times.push(performance.now() - startedMs);
		cursor = page.next;
	}
	return times;
}

function figures(times: readonly number[]): string[] {
	const all = [
		percentile(times, 0.5),
		percentile(times, 0.95),
		Math.max(...times),
	];
	return all.map((ms) => ms.toFixed(1));
}
