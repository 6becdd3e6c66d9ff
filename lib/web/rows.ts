// Which rows fit a filter, all of them? Read some at a time while they are sent, so that a large board needs no more memory than a small one.
import type { BoardQuery, Store } from "#lib/store/store.ts";
import type { RowReply } from "#lib/wire/board.ts";
import { isoOf, rowOnWire } from "#lib/wire/on-wire.ts";
import { type RowsFormat, rowsRequest } from "#lib/wire/rows.ts";
import { filterIn } from "./board.ts";
import { queryOf, wantsCsv } from "./body.ts";
import { csvOf } from "./csv.ts";
import type { AskedBy } from "./guard.ts";
import { textReply } from "./reply.ts";
import { cellsOf, heads } from "./rows-csv.ts";

const rowsAtOnce = 500;

const contentTypes: Readonly<Record<RowsFormat, string>> = {
	csv: "text/csv; charset=utf-8; header=present",
	json: "application/json",
};

export async function answerRows(asked: AskedBy): Promise<Response> {
	const { request, nowMs } = asked;
	const params = new URL(request.url).searchParams;
	const { filter, sort, format } = queryOf(params, rowsRequest);
	const as = format ?? (wantsCsv(request) ? "csv" : "json");
	const store = await asked.place.store();
	const query = { filter: filterIn(filter), sort, limit: rowsAtOnce };
	const parts = partsOf(store, { ...query, cursor: null, fold: null });
	const at = isoOf(nowMs);
	const pieces =
		as === "csv" ? csvPieces(parts) : jsonPieces(parts, at, filter);
	return textReply(streamOf(pieces), {
		"content-type": contentTypes[as],
		"content-disposition": `attachment; filename="tidemark-board-${at.replaceAll(/[-:]|\.\d+/g, "")}.${as}"`,
	});
}

async function* partsOf(
	store: Store,
	query: BoardQuery,
): AsyncGenerator<readonly RowReply[]> {
	const brokers = await store.board.brokers();
	const heard = new Map(brokers.map(({ name, heardMs }) => [name, heardMs]));
	let cursor: string | null = null;
	do {
		const page = await store.board.page({ ...query, cursor });
		yield page.rows.map((row) => rowOnWire(row, heard.get(row.broker) ?? null));
		cursor = page.next;
	} while (cursor !== null);
}

type Parts = AsyncIterable<readonly RowReply[]>;

async function* csvPieces(parts: Parts): AsyncGenerator<string> {
	yield csvOf([heads]);
	for await (const rows of parts) yield csvOf(rows.map(cellsOf));
}

async function* jsonPieces(
	parts: Parts,
	at: string,
	filter: string,
): AsyncGenerator<string> {
	yield `{"at":${JSON.stringify(at)},"filter":${JSON.stringify(filter)},"rows":[`;
	let between = "\n";
	for await (const rows of parts)
		for (const row of rows) {
			yield between + JSON.stringify(row);
			between = ",\n";
		}
	yield "\n]}\n";
}

/** Nothing is read before somebody takes it, and no further once they have gone. */
function streamOf(
	pieces: AsyncGenerator<string>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
	const encoder = new TextEncoder();
	return new ReadableStream({
		async pull(controller) {
			const { done, value } = await pieces.next();
			if (done) controller.close();
			else controller.enqueue(encoder.encode(value));
		},
		async cancel() {
			await pieces.return(undefined);
		},
	});
}
