// What does a clean-up on the wire look like when nothing about it matters but what a test says?
import { exactly } from "#lib/core/amount.ts";
import { reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import type {
	CleanUpReply,
	OutcomeReply,
	TargetReply,
	UndertakingReply,
} from "#lib/wire/clean-up.ts";
import type { PlanReply } from "#lib/wire/clean-up-plan.ts";

export const planned = "2026-11-21T12:00:00.000Z";
export const expires = "2026-11-21T12:02:00.000Z";

export const planOf = (over: Partial<PlanReply> = {}): PlanReply => ({
	cleanUp: { ...reclaimAll, members: null, fate: "hand over", to: "live-01" },
	risk: "moves messages",
	at: planned,
	effects: [],
	warnings: [],
	figures: [],
	choices: [],
	members: [],
	membersLeftOut: 0,
	moves: [],
	movesLeftOut: 0,
	pace: null,
	messages: exactly(42),
	membersRemoved: 12,
	undo: "until acknowledged",
	commands: [],
	typed: null,
	refusal: null,
	...over,
});

export const outcomeOf = (over: Partial<OutcomeReply> = {}): OutcomeReply => ({
	ending: "done",
	messagesDone: 42,
	membersRemoved: 12,
	refusals: [],
	figures: [],
	verified: planned,
	...over,
});

export const targetOf = (over: Partial<TargetReply> = {}): TargetReply => ({
	id: "a".repeat(43),
	subscription: { broker: "eu", kind: "log", channel: "orders", group: "g" },
	plan: planOf(),
	failure: null,
	progress: null,
	outcome: null,
	afterwards: [],
	kept: 0,
	...over,
});

export const undertakingOf = (
	over: Partial<UndertakingReply> = {},
): UndertakingReply => ({
	...{ targets: [targetOf()], leftOut: 0, hash: "h", planned, expires },
	...{ typed: null, approval: null, started: null },
	...{ stoppedBy: null, undoneBy: null },
	...over,
});

export const errandOf = (over: Partial<CleanUpReply> = {}): CleanUpReply => ({
	...{ verb: "clean up", id: "e1", by: "mina", from: "abcdefgh" },
	...{ state: "planned", asked: planned, ended: null },
	cleanUp: { ...reclaimAll, members: null },
	...{ filter: null, undertaking: undertakingOf(), failure: null },
	...over,
});
