// What does an ordinary row, and an ordinary broker, look like to a test that cares about one thing in it?
import { exactly } from "#lib/core/amount.ts";
import type { BrokerFact, Row } from "#lib/core/board.ts";
import type { GoneMark } from "#lib/core/gone.ts";
import { idOf } from "#lib/core/subscription.ts";

export function rowOf(channel: string, part: Partial<Row> = {}): Row {
	const { broker = "one", kind = "log", group = "readers" } = part;
	return {
		id: idOf({ broker, kind, channel, group }),
		broker,
		system: "some",
		kind,
		channel,
		group,
		family: null,
		verdict: "healthy",
		reason: { code: "caught up", values: {} },
		sinceMs: 1_000,
		lag: exactly(0),
		timeLagSeconds: null,
		holding: null,
		oldestHeldSeconds: null,
		deliveriesMax: null,
		pace: { in: null, out: null },
		members: null,
		marginSeconds: null,
		state: null,
		notes: [],
		drainedSeconds: null,
		spark: [],
		highWater: null,
		atMs: 2_000,
		stale: false,
		stood: null,
		...part,
	};
}

export const goneOf = (
	id: string,
	why: GoneMark["why"] = null,
	atMs = 5_000,
): GoneMark => ({ id, why, atMs });

export function factOf(part: Partial<BrokerFact> = {}): BrokerFact {
	return {
		name: "one",
		system: "some",
		address: "some://127.0.0.1:1",
		everyMs: 5_000,
		heardMs: 10,
		readMs: 10,
		triedMs: 10,
		trouble: null,
		parts: [],
		version: "1.0",
		subscriptions: 1,
		ownShare: null,
		connections: null,
		standing: [],
		...part,
	};
}
