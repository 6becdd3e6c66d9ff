// What does a row look like when nothing about it matters but what a test says?
import type { FoldReply, RowReply } from "#lib/wire/board.ts";
import type { Entry } from "./entries.ts";

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
		highWater: null,
		at: "2026-11-20T14:32:06.000Z",
		stale: false,
		...over,
	};
}

export const entryOf = (row: RowReply): Entry => ({
	id: row.id,
	row,
	fold: null,
	inside: null,
});

export function foldOf(over: Partial<FoldReply> = {}): FoldReply {
	return {
		id: "fold",
		rows: 32,
		of: 32,
		counts: {
			...{ healthy: 32, abandoned: 0, unknown: 0, slow: 0 },
			...{ stalled: 0, stopped: 0, losing: 0 },
		},
		name: ["orders:stream:", { from: "0", to: "31" }],
		lag: { n: 0, bound: "exact" },
		timeLagSeconds: null,
		holding: null,
		oldestHeldSeconds: null,
		deliveriesMax: null,
		pace: { in: null, out: null },
		members: null,
		marginSeconds: null,
		drainedSeconds: null,
		spark: [],
		at: "2026-11-20T14:32:06.000Z",
		stale: false,
		...over,
	};
}
