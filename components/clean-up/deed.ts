// What does a plan do, and how much of it? Of several plans, all they do together.
import { type Amount, exactly, sumOf } from "#lib/core/amount.ts";
import type { Deed, DeedKind } from "#lib/say/words-clean-up.ts";
import type { OutcomeReply, TargetReply } from "#lib/wire/clean-up.ts";
import type { PlanReply } from "#lib/wire/clean-up-plan.ts";

export function kindOf(cleanUp: PlanReply["cleanUp"]): DeedKind {
	if (cleanUp.action !== "reclaim") return cleanUp.action;
	return cleanUp.fate ?? "hand over";
}

export const isDoable = ({ plan }: Pick<TargetReply, "plan">): boolean =>
	plan !== null && plan.refusal === null;

export const deedOf = (
	plan: Pick<PlanReply, "cleanUp" | "messages" | "membersRemoved">,
): Deed => ({
	kind: kindOf(plan.cleanUp),
	messages: plan.messages,
	members: plan.membersRemoved,
});

const nothing: Amount = exactly(0);

/** Of all targets that can be done; null where there is none. */
export function deedOfAll(targets: readonly TargetReply[]): Deed | null {
	const plans = targets
		.filter(isDoable)
		.flatMap(({ plan }) => (plan === null ? [] : plan));
	const [first] = plans;
	if (first === undefined) return null;
	return {
		kind: kindOf(first.cleanUp),
		messages: sumOf(plans.map(({ messages }) => messages)) ?? nothing,
		members: plans.reduce((sum, plan) => sum + plan.membersRemoved, 0),
	};
}

export const deedDone = (
	cleanUp: PlanReply["cleanUp"],
	outcomes: readonly Pick<OutcomeReply, "messagesDone" | "membersRemoved">[],
): Deed => ({
	kind: kindOf(cleanUp),
	messages: exactly(
		outcomes.reduce((sum, { messagesDone }) => sum + messagesDone, 0),
	),
	members: outcomes.reduce((sum, it) => sum + it.membersRemoved, 0),
});

/** The clean-up as it is, with choices filled in where a plan was drawn. */
export const cleanUpOf = (
	wish: PlanReply["cleanUp"],
	targets: readonly TargetReply[],
): PlanReply["cleanUp"] =>
	targets.find(({ plan }) => plan !== null)?.plan?.cleanUp ?? wish;
