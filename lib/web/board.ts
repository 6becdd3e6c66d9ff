// What does the board answer? A page of it, or word that nothing changed, with the ages either way.
import type { BrokerFact, Row } from "#lib/core/board.ts";
import { type Filter, parseFilter } from "#lib/core/filter/filter.ts";
import { freshnessOf } from "#lib/core/freshness.ts";
import { Problem } from "#lib/core/problem.ts";
import type { SeenStore } from "#lib/store/seen.ts";
import type { BoardPage, BoardQuery, Pulse } from "#lib/store/store.ts";
import type { BoardReply } from "#lib/wire/board.ts";
import { boardRequest } from "#lib/wire/board-request.ts";
import {
	brokerOnWire,
	collectorOnWire,
	foldOnWire,
	isoOf,
	rowOnWire,
	systemOnWire,
} from "#lib/wire/on-wire.ts";
import { queryOf } from "./body.ts";
import { etagOf, hasAlready, rightsMark } from "./etag.ts";
import type { AskedBy } from "./guard.ts";
import { bareReply, reply } from "./reply.ts";

/** Raised when the answer takes another shape, so that no screen keeps the old one. */
const shape = 5;

export async function answerBoard(asked: AskedBy): Promise<Response> {
	const params = new URL(asked.request.url).searchParams;
	const query = boardQueryOf(params);
	const store = await asked.store();
	const scene = { asked, filter: params.get("filter") ?? "", query };
	const before = await factsOf(store);
	const mark = markOf(scene, before, await store.board.rev());
	if (hasAlready(asked.request.headers, mark))
		return bareReply(304, headersOf(mark, before, asked.nowMs));

	// Brokers are read after the rows: facts newer than the revision are asked for again, older ones never would be.
	const page = await store.board.page(query);
	const systems = await store.board.systems();
	const facts = await factsOf(store);
	const read = new Map(facts.brokers.map(({ name, readMs }) => [name, readMs]));
	const onWire = (row: Row) => rowOnWire(row, read.get(row.broker) ?? null);
	const body: BoardReply = {
		rev: page.rev,
		at: isoOf(asked.nowMs),
		askAgainMs: askAgainMs(facts.brokers),
		total: page.total,
		counts: { ...page.counts },
		firing: facts.firing,
		collector: collectorOnWire(facts.pulse, asked.nowMs),
		brokers: facts.brokers.map((fact) => brokerOnWire(fact, asked.nowMs)),
		systems: systems.map(systemOnWire),
		lines: page.lines,
		offset: query.offset ?? 0,
		calmLines: page.calmLines,
		calm: page.calm,
		rows: page.rows.map(onWire),
		folds: foldsOnWire(page, read),
		opened: Object.fromEntries(
			Object.entries(page.opened).map(([id, rows]) => [id, rows.map(onWire)]),
		),
		next: page.next,
	};
	const etag = markOf(scene, facts, page.rev);
	return reply(body, { headers: headersOf(etag, facts, asked.nowMs) });
}

function foldsOnWire(
	{ rows, folds }: BoardPage,
	read: ReadonlyMap<string, number | null>,
): BoardReply["folds"] {
	return Object.fromEntries(
		rows.flatMap(({ id, broker }) => {
			const fold = folds[id];
			return fold ? [[id, foldOnWire(fold, read.get(broker) ?? null)]] : [];
		}),
	);
}

export function boardQueryOf(params: URLSearchParams): BoardQuery {
	const { filter, cursor, fold, open, ...rest } = queryOf(params, boardRequest);
	return {
		...rest,
		filter: filterIn(filter),
		cursor: cursor ?? null,
		fold: fold === "families" ? { open } : null,
	};
}

export function filterIn(text: string): Filter {
	const parsed = parseFilter(text);
	if ("filter" in parsed) return parsed.filter;
	const { at = 0, length = 0, key, values } = parsed.mistakes[0] ?? {};
	throw new Problem("invalid", key ?? "bad query", { ...values, at, length });
}

type Facts = {
	readonly brokers: readonly BrokerFact[];
	readonly pulse: Pulse | null;
	/** How many alerts fire, for the bell. */
	readonly firing: number;
};

async function factsOf(store: SeenStore): Promise<Facts> {
	const [brokers, pulse, firing] = await Promise.all([
		store.board.brokers(),
		store.pulse.last(),
		store.alerts.firingTotal(),
	]);
	return { brokers, pulse, firing };
}

/** Half the shortest interval: whoever asks more often would see the same again. */
export function askAgainMs(brokers: readonly BrokerFact[]): number {
	const shortest = Math.min(...brokers.map(({ everyMs }) => everyMs), 10_000);
	return Math.max(1_000, Math.round(shortest / 2));
}

type Scene = {
	readonly asked: AskedBy;
	readonly filter: string;
	readonly query: BoardQuery;
};

/** A store that was made anew starts its revisions anew: the collector's start tells them apart. */
function markOf(scene: Scene, facts: Facts, rev: number): string {
	const { brokers, pulse, firing } = facts;
	const { asked, filter, query } = scene;
	const { nowMs } = asked;
	return etagOf([
		shape,
		rev,
		firing,
		filter,
		query.sort,
		query.cursor,
		query.offset ?? 0,
		query.limit,
		query.fold && JSON.stringify(query.fold),
		rightsMark(asked.person),
		pulse?.startedMs ?? null,
		pulse?.history ?? null,
		freshnessOf(pulse?.atMs ?? null, pulse?.everyMs ?? 0, nowMs),
		...brokers.flatMap((broker) => [
			broker.name,
			broker.everyMs,
			freshnessOf(broker.heardMs, broker.everyMs, nowMs),
		]),
	]);
}

export function headersOf(
	etag: string,
	{ brokers, pulse }: Omit<Facts, "firing">,
	nowMs: number,
) {
	const age = (ms: number | null) =>
		ms === null ? "-" : String(Math.max(0, nowMs - ms));
	return {
		etag,
		"tidemark-at": isoOf(nowMs),
		"tidemark-heard": brokers.map(({ heardMs }) => age(heardMs)).join(","),
		"tidemark-collector": age(pulse?.atMs ?? null),
	};
}
