// How far is a clean-up of one or several subscriptions? Counts so far, the stage it is in, and the share of the whole.
import { type Stage, stages } from "#lib/core/clean-up/outcome.ts";
import type { TargetReply } from "#lib/wire/clean-up.ts";
import { isDoable } from "./deed.ts";

export type Far = {
	readonly messages: number;
	readonly members: number;
	/** Null while nothing has begun. */
	readonly stage: Stage | null;
	/** Of one. */
	readonly share: number;
};

export function progressOf(targets: readonly TargetReply[]): Far {
	const doable = targets.filter(isDoable);
	let [messages, members, all] = [0, 0, 0];
	let stage: Stage | null = null;
	for (const { plan, progress, outcome } of doable) {
		if (plan === null) continue;
		messages += outcome?.messagesDone ?? progress?.messages ?? 0;
		members += outcome?.membersRemoved ?? progress?.members ?? 0;
		all += plan.messages.n + plan.membersRemoved;
		if (outcome === null && progress !== null) stage = progress.stage;
	}
	const isOver = doable.every(({ outcome }) => outcome !== null);
	if (stage === null && isOver) stage = stages[stages.length - 1] ?? null;
	const done = all === 0 ? 0 : (messages + members) / all;
	return { messages, members, stage, share: Math.min(1, done) };
}
