// What does a scrape get? All that stands on the board, read from the store some rows at a time, so that nobody else waits for it.
import { setImmediate as others } from "node:timers/promises";
import type { Row } from "#lib/core/board.ts";
import { freshnessOf } from "#lib/core/freshness.ts";
import { type Verdict, verdicts } from "#lib/core/verdict.ts";
import type { Store } from "#lib/store/store.ts";
import type { Asked } from "../guard.ts";
import { textReply } from "../reply.ts";
import { alertMetrics, samplesOfAlerts, samplesOfOutlet } from "./alerts.ts";
import {
	aroundMetrics,
	samplesOfBroker,
	samplesOfCollector,
	samplesOfSeries,
} from "./brokers.ts";
import { Exposition, type Pieces } from "./exposition.ts";
import { KnownNames } from "./known-names.ts";
import { rowMetrics, samplesOf } from "./rows.ts";

/** About 15,000 subscriptions of which everything is known. */
export const seriesMax = 200_000;
const rowsAtOnce = 500;

const openMetrics = "application/openmetrics-text; version=1.0.0";
const plain = "text/plain; version=0.0.4";

export async function answerMetrics(asked: Asked): Promise<Response> {
	const { request, place, nowMs } = asked;
	const accepts = request.headers.get("accept") ?? "";
	const type = accepts.includes("application/openmetrics-text")
		? openMetrics
		: plain;
	const pieces = await together(await place.store(), nowMs);
	// A stream of what is there already: put together, it would stand in memory twice.
	return textReply(streamOf(pieces), {
		"content-type": `${type}; charset=utf-8`,
	});
}

const streamOf = (pieces: Pieces): ReadableStream<Uint8Array<ArrayBuffer>> => {
	const left = pieces.values();
	return new ReadableStream({
		pull(stream) {
			const { done, value } = left.next();
			if (done) stream.close();
			else stream.enqueue(value);
		},
	});
};

const running = new WeakMap<Store, Promise<Pieces>>();

/** Whoever asks while an answer is made gets the same one: many that scrape cost little more than one. */
function together(store: Store, nowMs: number): Promise<Pieces> {
	const making = running.get(store);
	if (making) return making;
	const made = piecesOf(store, nowMs).finally(() => running.delete(store));
	running.set(store, made);
	return made;
}

export async function piecesOf(
	store: Store,
	nowMs: number,
	most: number = seriesMax,
): Promise<Pieces> {
	const [systems, pulse] = [
		await store.board.systems(),
		await store.pulse.last(),
	];
	const names = new KnownNames(systems);
	const metrics = [
		...[...aroundMetrics, ...alertMetrics],
		...[...rowMetrics, ...names.metrics],
	];
	const exposition = new Exposition(metrics, most);
	const brokers = new Map(
		(await store.board.brokers()).map((fact) => {
			const isFresh =
				freshnessOf(fact.heardMs, fact.everyMs, nowMs) === "fresh";
			return [fact.name, { fact, isFresh, counts: noCounts() }];
		}),
	);
	for await (const row of rowsOf(store)) {
		const broker = brokers.get(row.broker);
		const isOld = row.stale || !broker?.isFresh;
		if (broker) broker.counts[isOld ? "unknown" : row.verdict]++;
		exposition.within([...samplesOf(row, isOld), ...names.ofRow(row, isOld)]);
	}
	names.ofGroups(exposition);
	exposition.always(samplesOfCollector(pulse, nowMs));
	for (const { fact, counts } of brokers.values())
		exposition.always(samplesOfBroker(fact, counts, nowMs));
	const { alerts, outlets } = await store.alerts.alertCounts();
	exposition.always(samplesOfAlerts(alerts));
	for (const outlet of outlets) exposition.always(samplesOfOutlet(outlet));
	exposition.always(samplesOfSeries(exposition.written, exposition.leftOut));
	return exposition.text();
}

function noCounts(): Record<Verdict, number> {
	// The cast: every verdict is a key, because the list of all verdicts made them.
	return Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<
		Verdict,
		number
	>;
}

async function* rowsOf(store: Store): AsyncGenerator<Row> {
	for (let place: number | null = 0; place !== null; ) {
		const { rows, next } = await store.board.rowsAfter(place, rowsAtOnce);
		yield* rows;
		place = next;
		await others();
	}
}
