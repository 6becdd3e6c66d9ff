// What does a plan do, and how much of it? Of several plans, all they do together.
import { type Amount, exactly, sumOf } from "#lib/core/amount.ts";
import type { Deed, DeedKind, Unit } from "#lib/say/words/clean-up-deeds.ts";
import type { Words } from "#lib/say/words/words.ts";
import type { OutcomeReply, TargetReply } from "#lib/wire/clean-up.ts";
import type { PlanReply } from "#lib/wire/clean-up-plan.ts";

type Wish = PlanReply["cleanUp"];
type Kinded = Pick<PlanReply, "cleanUp" | "effects">;

export function kindOf({ cleanUp, effects }: Kinded): DeedKind {
	if (cleanUp.action === "undo")
		return effects.some(({ code }) => code === "restore positions")
			? "restore"
			: "undo";
	if (cleanUp.action !== "reclaim") return cleanUp.action;
	return cleanUp.fate ?? "hand over";
}

/** As the plans say; without one, as it was wished. */
export function kindOfAll(
	cleanUp: Wish,
	targets: readonly Pick<TargetReply, "plan">[],
): DeedKind {
	const [plan] = targets.flatMap(({ plan }) => plan ?? []);
	return kindOf(plan ?? { cleanUp, effects: [] });
}

const ofPositions: readonly DeedKind[] = [
	...(["reset", "forget", "destroy", "restore"] as const),
];

export const unitOf = (kind: DeedKind): Unit =>
	ofPositions.includes(kind) ? "positions" : "messages";

export const isDoable = ({ plan }: Pick<TargetReply, "plan">): boolean =>
	plan !== null && plan.refusal === null;

export const deedOf = (
	plan: Kinded & Pick<PlanReply, "messages" | "membersRemoved">,
): Deed => ({
	kind: kindOf(plan),
	messages: plan.messages,
	members: plan.membersRemoved,
	targets: 1,
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
		kind: kindOf(first),
		messages: sumOf(plans.map(({ messages }) => messages)) ?? nothing,
		members: plans.reduce((sum, plan) => sum + plan.membersRemoved, 0),
		targets: plans.length,
	};
}

type Done = Pick<OutcomeReply, "ending" | "messagesDone" | "membersRemoved">;

export const deedDone = (kind: DeedKind, outcomes: readonly Done[]): Deed => ({
	kind,
	messages: exactly(
		outcomes.reduce((sum, { messagesDone }) => sum + messagesDone, 0),
	),
	members: outcomes.reduce((sum, it) => sum + it.membersRemoved, 0),
	targets: outcomes.filter(
		({ ending }) => ending === "done" || ending === "partly done",
	).length,
});

/** What is done, and where it is done in several: groups that end are counted already. */
export const inAll = (
	{ bulk }: Pick<Words["cleanUp"], "bulk">,
	deed: Deed,
	verb: string,
): string =>
	deed.targets > 1 && deed.kind !== "destroy"
		? bulk.button(verb, deed.targets)
		: verb;

/** The clean-up as it is, with choices filled in where a plan was drawn. */
export const cleanUpOf = (
	wish: Wish,
	targets: readonly TargetReply[],
): PlanReply["cleanUp"] =>
	targets.find(({ plan }) => plan !== null)?.plan?.cleanUp ?? wish;
