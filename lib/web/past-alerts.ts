// What fired, and for how long? The latest first: a page for the screen, or all that fit as a file.
import { Problem } from "#lib/core/problem.ts";
import type { PastAlerts, PastAsked } from "#lib/store/alert-port.ts";
import type { SeenStore } from "#lib/store/seen.ts";
import type { AlertReply, PastAlertsReply } from "#lib/wire/alerts.ts";
import { alertOnWire } from "#lib/wire/alerts-on-wire.ts";
import { pastAlertsRequest } from "#lib/wire/alerts-request.ts";
import { isoOf } from "#lib/wire/on-wire.ts";
import { cellsOf, heads } from "./alerts-csv.ts";
import { queryOf } from "./body.ts";
import { csvOf } from "./csv.ts";
import { fileHeaders } from "./file.ts";
import type { AskedBy } from "./guard.ts";
import { reply, textReply } from "./reply.ts";
import { jsonPieces, streamOf } from "./stream.ts";

const weekMs = 7 * 24 * 3_600_000;
const atOnce = 100;

export async function answerPastAlerts(asked: AskedBy): Promise<Response> {
	const { request, nowMs } = asked;
	const params = new URL(request.url).searchParams;
	const { format, ...query } = queryOf(params, pastAlertsRequest);
	const toMs = query.to === undefined ? nowMs : Date.parse(query.to);
	const fromMs =
		query.from === undefined ? toMs - weekMs : Date.parse(query.from);
	if (fromMs >= toMs) throw new Problem("invalid", "bad query", { at: "from" });
	const page = { fromMs, toMs, limit: query.limit };
	const wanted: PastAsked = { ...page, cursor: query.cursor ?? null };
	const store = await asked.store();
	const at = isoOf(nowMs);
	if (format === undefined) {
		const body = onWire(await store.alerts.past(wanted), at);
		return reply(body);
	}
	const parts = partsOf(store, wanted);
	const pieces =
		format === "csv"
			? csvPieces(parts)
			: jsonPieces(`{"at":${JSON.stringify(at)},"alerts":`, parts);
	return textReply(streamOf(pieces), fileHeaders("alerts", format, nowMs));
}

const onWire = (past: PastAlerts, at: string): PastAlertsReply => ({
	...past,
	at,
	alerts: past.alerts.map(alertOnWire),
});

async function* partsOf(
	{ alerts }: SeenStore,
	asked: PastAsked,
): AsyncGenerator<readonly AlertReply[]> {
	let { cursor } = asked;
	do {
		const page: PastAlerts = await alerts.past({
			...asked,
			...{ limit: atOnce, cursor },
		});
		yield page.alerts.map(alertOnWire);
		cursor = page.next;
	} while (cursor !== null);
}

async function* csvPieces(
	parts: AsyncIterable<readonly AlertReply[]>,
): AsyncGenerator<string> {
	yield csvOf([heads]);
	for await (const alerts of parts) yield csvOf(alerts.map(cellsOf));
}
