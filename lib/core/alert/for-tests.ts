// What row, what rule, what alert do the tests of alerts begin with? A group that has read everything, and a rule about its verdict.
import { exactly } from "../amount.ts";
import type { Row } from "../board.ts";
import { members } from "../for-tests.ts";
import type { Alert, AlertTarget } from "./alert.ts";
import { type KnownRule, ruleBegun } from "./rule.ts";

export const minute = 60_000;

export const rowOf = (channel = "orders", change: Partial<Row> = {}): Row => ({
	...{ id: channel, broker: "eu", system: "some", kind: "log", channel },
	...{ group: "billing", family: null, verdict: "healthy" },
	reason: { code: "caught up", values: {} },
	...{ sinceMs: 1_000, lag: exactly(0), timeLagSeconds: exactly(0) },
	...{ holding: 0, oldestHeldSeconds: null, deliveriesMax: null },
	...{ pace: { in: 1, out: 1 }, members: members(2), marginSeconds: null },
	...{ drainedSeconds: null, spark: [], highWater: null, state: null },
	...{ notes: [], atMs: 2_000, stale: false, stood: null },
	...change,
});

export const ruleOf = (change: Partial<KnownRule> = {}): KnownRule => ({
	...{ ...ruleBegun, name: "stalled", from: "screen" },
	...{ forMs: minute, calmMs: 2 * minute, againMs: 60 * minute },
	...change,
});

export const targetOf = (channel = "orders"): AlertTarget => ({
	...{ is: "subscription", id: channel, system: "some", broker: "eu" },
	...{ kind: "log", channel, group: "billing" },
});

const seen: Alert["first"] = {
	...{ atMs: 0, verdict: "stalled", reason: null, n: null, action: null },
	...{ lag: exactly(12), marginSeconds: null, drainedSeconds: null },
};

export const alertOf = (id: string, change: Partial<Alert> = {}): Alert => ({
	...{ id, rule: "stalled", gravity: "warning", target: targetOf(id) },
	...{ state: "firing", sinceMs: 0, heldMs: minute, calmMs: 0, firedMs: 0 },
	...{ resolvedMs: null, end: null, first: seen, last: seen },
	...{ firings: [0], acknowledged: null },
	...change,
});

/** Chance that comes again with the same seed. */
export function chance(from: number): () => number {
	let state = from >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}
