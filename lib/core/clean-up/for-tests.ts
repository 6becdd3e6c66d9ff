// What do the tests of clean-ups plan? One message handed over, and whatever the test says otherwise.
import { exactly } from "../amount.ts";
import { reclaimAll } from "./clean-up.ts";
import type { Outcome } from "./outcome.ts";
import type { Plan } from "./plan.ts";
import type { Target, Undertaking } from "./undertaking.ts";

export const planOf = (given: Partial<Plan> = {}): Plan => ({
	cleanUp: { ...reclaimAll, fate: "hand over", to: "b" },
	risk: "moves messages",
	seenMs: 1,
	effects: [],
	warnings: [],
	figures: [],
	choices: [],
	members: [],
	membersLeftOut: 0,
	moves: [],
	movesLeftOut: 0,
	pace: null,
	messages: exactly(1),
	membersRemoved: 0,
	undo: "until acknowledged",
	commands: null,
	typed: null,
	refusal: null,
	seen: { secret: "of the system" },
	...given,
});

export const outcomeOf = (given: Partial<Outcome> = {}): Outcome => ({
	ending: "done",
	messagesDone: 1,
	membersRemoved: 0,
	refusals: [],
	figures: [],
	verifiedMs: 2,
	...given,
});

export const targetOf = (given: Partial<Target> = {}): Target => ({
	id: "a".repeat(43),
	subscription: { broker: "shop", kind: "log", channel: "orders", group: "g" },
	plan: planOf(),
	failure: null,
	progress: null,
	outcome: null,
	afterwards: [],
	kept: 0,
	...given,
});

export const undertakingOf = (
	given: Partial<Undertaking> = {},
): Undertaking => ({
	targets: [targetOf()],
	leftOut: 0,
	hash: "hash",
	plannedMs: 1,
	expiresMs: 120_001,
	approval: null,
	startedMs: null,
	stoppedBy: null,
	undoneBy: null,
	...given,
});
