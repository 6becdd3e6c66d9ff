// Which rows fit a filter, all of them? Read some at a time while they are sent, so that a large board needs no more memory than a small one.
import type { SeenStore } from "#lib/store/seen.ts";
import type { BoardQuery } from "#lib/store/store.ts";
import type { RowReply } from "#lib/wire/board.ts";
import { isoOf, rowOnWire } from "#lib/wire/on-wire.ts";
import { rowsRequest } from "#lib/wire/rows.ts";
import { filterIn } from "./board.ts";
import { queryOf, wantsCsv } from "./body.ts";
import { csvOf } from "./csv.ts";
import { fileHeaders } from "./file.ts";
import type { AskedBy } from "./guard.ts";
import { textReply } from "./reply.ts";
import { cellsOf, heads } from "./rows-csv.ts";
import { jsonPieces, streamOf } from "./stream.ts";

const rowsAtOnce = 500;

export async function answerRows(asked: AskedBy): Promise<Response> {
	const { request, nowMs } = asked;
	const params = new URL(request.url).searchParams;
	const { filter, sort, format } = queryOf(params, rowsRequest);
	const as = format ?? (wantsCsv(request) ? "csv" : "json");
	const store = await asked.store();
	const query = { filter: filterIn(filter), sort, limit: rowsAtOnce };
	const parts = partsOf(store, { ...query, cursor: null, fold: null });
	const at = isoOf(nowMs);
	const pieces =
		as === "csv"
			? csvPieces(parts)
			: jsonPieces(
					`{"at":${JSON.stringify(at)},"filter":${JSON.stringify(filter)},"rows":`,
					parts,
				);
	return textReply(streamOf(pieces), {
		...fileHeaders("board", as, nowMs),
	});
}

async function* partsOf(
	store: SeenStore,
	query: BoardQuery,
): AsyncGenerator<readonly RowReply[]> {
	const brokers = await store.board.brokers();
	const read = new Map(brokers.map(({ name, readMs }) => [name, readMs]));
	let cursor: string | null = null;
	do {
		const page = await store.board.page({ ...query, cursor });
		yield page.rows.map((row) => rowOnWire(row, read.get(row.broker) ?? null));
		cursor = page.next;
	} while (cursor !== null);
}

type Parts = AsyncIterable<readonly RowReply[]>;

async function* csvPieces(parts: Parts): AsyncGenerator<string> {
	yield csvOf([heads]);
	for await (const rows of parts) yield csvOf(rows.map(cellsOf));
}
