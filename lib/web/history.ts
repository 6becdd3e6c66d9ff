// What was every number of a subscription, and which subscriptions are remembered?
import { Problem } from "#lib/core/problem.ts";
import {
	type HistoryReply,
	historyRequest,
	type RememberedReply,
	rememberedRequest,
} from "#lib/wire/history.ts";
import { historyOnWire, rememberedOnWire } from "#lib/wire/history-on-wire.ts";
import { queryOf, wantsCsv } from "./body.ts";
import type { AskedBy } from "./guard.ts";
import { historyCsv } from "./history-csv.ts";
import { reply, textReply } from "./reply.ts";

const dayMs = 24 * 3_600_000;
/** As long as anything can be kept. */
const longestMs = 3_660 * dayMs;

export async function answerHistory(asked: AskedBy): Promise<Response> {
	const { request, params, nowMs } = asked;
	const id = params.id ?? "";
	const query = queryOf(new URL(request.url).searchParams, historyRequest);
	const toMs = query.to ?? nowMs;
	const fromMs = query.from ?? toMs - dayMs;
	if (fromMs >= toMs || toMs - fromMs > longestMs)
		throw new Problem("invalid", "bad query", { at: "from" });
	const { history, alerts } = await asked.store();
	const { points } = query;
	const found = await history.range(id, { fromMs, toMs, points });
	if (found === null) throw new Problem("not found", "nothing remembered");
	const fired = await alerts.ofSubscription(id, fromMs, toMs);
	const { subscription, range } = found;
	const body: HistoryReply = historyOnWire(subscription, range, fired);
	return query.format === "csv" || (!query.format && wantsCsv(request))
		? textReply(historyCsv(body), {
				"content-type": "text/csv; charset=utf-8; header=present",
				"content-disposition": `attachment; filename="tidemark-history-${found.subscription.id.slice(0, 8)}.csv"`,
			})
		: reply(body);
}

export async function answerRemembered(asked: AskedBy): Promise<Response> {
	const params = new URL(asked.request.url).searchParams;
	const { name, limit } = queryOf(params, rememberedRequest);
	const { history } = await asked.store();
	const found = await history.find(name, limit);
	const body: RememberedReply = {
		subscriptions: found.map(rememberedOnWire),
	};
	return reply(body);
}
