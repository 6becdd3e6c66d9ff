// Does the web answer, does the collector tick, and how many brokers does it hear? Anybody may ask, so no broker is named.
import { type Freshness, freshnessOf } from "#lib/core/freshness.ts";
import type { ReadyReply } from "#lib/wire/liveness.ts";
import { collectorOnWire } from "#lib/wire/on-wire.ts";
import type { Asked } from "./guard.ts";
import { reply } from "./reply.ts";

export const answerAlive = async (): Promise<Response> => reply({ ok: true });

/** Ready means that the collector ticks. A broker that is silent is a fact to show, not a reason to stop showing. */
export async function answerReady(asked: Asked): Promise<Response> {
	const { nowMs } = asked;
	const { board, pulse } = await asked.store();
	const collector = collectorOnWire(await pulse.last(), nowMs);
	const brokers: Record<Freshness, number> = { fresh: 0, late: 0, silent: 0 };
	for (const { heardMs, everyMs } of await board.brokers())
		brokers[freshnessOf(heardMs, everyMs, nowMs)]++;
	const ready = collector.freshness === "fresh";
	const body: ReadyReply = {
		ready,
		collector: collector.freshness,
		at: collector.at,
		brokers,
	};
	return reply(body, { code: ready ? 200 : 503 });
}
