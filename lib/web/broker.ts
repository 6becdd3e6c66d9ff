// What is known of one broker? Its fact sheet, its rows counted by verdict, and the groups that are no row.
import type { BrokerFact } from "#lib/core/board.ts";
import type { FilterTerm } from "#lib/core/filter/filter.ts";
import { freshnessOf } from "#lib/core/freshness.ts";
import { Problem } from "#lib/core/problem.ts";
import type { SeenStore } from "#lib/store/seen.ts";
import type { Pulse } from "#lib/store/store.ts";
import type { BrokerPageReply } from "#lib/wire/broker.ts";
import {
	brokerOnWire,
	bystandersOnWire,
	collectorOnWire,
	isoOf,
	systemOnWire,
} from "#lib/wire/on-wire.ts";
import { askAgainMs, headersOf } from "./board.ts";
import { etagOf, hasAlready, rightsMark } from "./etag.ts";
import type { AskedBy } from "./guard.ts";
import { bareReply, reply } from "./reply.ts";

/** Raised when the answer takes another shape, so that no screen keeps the old one. */
const shape = 4;

export async function answerBroker(asked: AskedBy): Promise<Response> {
	const store = await asked.store();
	const rev = await store.board.rev();
	const facts = await factsOf(store, asked.params.name ?? "");
	const mark = markOf(facts, rev, asked);
	const headers = headersOf(mark, facts.shown, asked.nowMs);
	if (hasAlready(asked.request.headers, mark)) return bareReply(304, headers);
	return reply(await bodyOf(store, facts, asked.nowMs), { headers });
}

type Facts = {
	readonly broker: BrokerFact;
	readonly pulse: Pulse | null;
	readonly shown: {
		readonly brokers: readonly BrokerFact[];
		readonly pulse: Pulse | null;
	};
};

async function factsOf(store: SeenStore, name: string): Promise<Facts> {
	const brokers = await store.board.brokers();
	const broker = brokers.find((one) => one.name === name);
	if (broker === undefined)
		throw new Problem("not found", "broker unknown", { broker: name });
	const pulse = await store.pulse.last();
	return { broker, pulse, shown: { brokers: [broker], pulse } };
}

async function bodyOf(
	store: SeenStore,
	{ broker, pulse }: Facts,
	nowMs: number,
): Promise<BrokerPageReply> {
	const systems = await store.board.systems();
	const system = systems.find(({ name }) => name === broker.system);
	if (system === undefined)
		throw new Problem("not found", "broker unknown", { broker: broker.name });
	const { name: pattern, ownShare, connections, standing } = broker;
	const own: FilterTerm = { is: "match", key: "broker", pattern, not: false };
	const { counts } = await store.board.page({
		...{ filter: [own], sort: "gravity", limit: 1, cursor: null, fold: null },
	});
	return {
		at: isoOf(nowMs),
		askAgainMs: askAgainMs([broker]),
		collector: collectorOnWire(pulse, nowMs),
		broker: brokerOnWire(broker, nowMs),
		system: systemOnWire(system),
		counts: { ...counts },
		ownShare: ownShare && { ...ownShare },
		connections: connections && { ...connections },
		standing: standing.map(({ code, values }) => ({
			...{ code, values: { ...values } },
		})),
		bystanders: bystandersOnWire(await store.board.bystandersOf(pattern)),
	};
}

/** Read before what it stands for: what is newer is sent again once, and what is older never stays. */
function markOf(
	{ broker, pulse }: Facts,
	rev: number,
	{ person, nowMs }: AskedBy,
): string {
	const { name, everyMs, heardMs, ownShare, connections, standing } = broker;
	return etagOf([
		...[shape, rev, name, everyMs, rightsMark(person)],
		...[pulse?.startedMs ?? null, pulse?.history ?? null],
		freshnessOf(pulse?.atMs ?? null, pulse?.everyMs ?? 0, nowMs),
		freshnessOf(heardMs, everyMs, nowMs),
		// Finer than any screen shows it.
		ownShare && Math.round((10_000 * ownShare.busyMs) / ownShare.overMs),
		JSON.stringify([connections, standing]),
	]);
}
