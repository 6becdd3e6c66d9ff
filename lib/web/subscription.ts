// What is known of one subscription? Its row, its broker's fact sheet and the words to say it with.
import type { Gone } from "#lib/core/gone.ts";
import { Problem } from "#lib/core/problem.ts";
import type { SubscriptionReply } from "#lib/wire/board.ts";
import {
	brokerOnWire,
	collectorOnWire,
	isoOf,
	rowOnWire,
	systemOnWire,
} from "#lib/wire/on-wire.ts";
import { askAgainMs } from "./board.ts";
import type { AskedBy } from "./guard.ts";
import { reply } from "./reply.ts";

export async function answerSubscription(asked: AskedBy): Promise<Response> {
	const { nowMs, params } = asked;
	const { board, pulse } = await asked.store();
	const row = await board.row(params.id ?? "");
	if (row === null) throw gone(await board.gone(params.id ?? ""));
	const brokers = await board.brokers();
	const broker = brokers.find(({ name }) => name === row.broker);
	const systems = await board.systems();
	const system = systems.find(({ name }) => name === row.system);
	if (broker === undefined || system === undefined)
		throw new Problem("not found", "subscription gone");
	const body: SubscriptionReply = {
		at: isoOf(nowMs),
		askAgainMs: askAgainMs([broker]),
		collector: collectorOnWire(await pulse.last(), nowMs),
		broker: brokerOnWire(broker, nowMs),
		system: systemOnWire(system),
		row: rowOnWire(row, broker.readMs),
	};
	return reply(body);
}

/** The page of a gone subscription says what it was, and why and when it went, as long as that is remembered. */
function gone(it: Gone | null): Problem {
	if (it === null) return new Problem("not found", "subscription gone");
	const { broker, channel, group, why, atMs } = it;
	return new Problem("not found", "subscription gone", {
		...{ broker, channel, why: why ?? "", at: isoOf(atMs) },
		...(group === null ? {} : { group }),
	});
}
