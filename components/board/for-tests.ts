// What does a row look like when nothing about it matters but what a test says?
import type { RowReply } from "#lib/wire/board.ts";

export function rowOf(over: Partial<RowReply> = {}): RowReply {
	return {
		id: "a",
		broker: "eu",
		system: "log",
		kind: "topic",
		channel: "orders",
		group: "billing",
		family: null,
		verdict: "healthy",
		reason: { code: "caught up", values: {} },
		since: "2026-11-20T14:00:00.000Z",
		lag: { n: 0, bound: "exact" },
		timeLagSeconds: null,
		holding: null,
		oldestHeldSeconds: null,
		deliveriesMax: null,
		pace: { in: 10, out: 10 },
		members: null,
		marginSeconds: null,
		state: null,
		notes: [],
		drainedSeconds: null,
		spark: [],
		at: "2026-11-20T14:32:06.000Z",
		stale: false,
		...over,
	};
}
