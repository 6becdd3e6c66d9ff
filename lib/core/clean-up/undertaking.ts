// How does a clean-up go, from the plan to what came of it? One errand may clean up several subscriptions, each with a plan and an outcome.
import type { ProblemDetail } from "../problem.ts";
import type { Subscription } from "../subscription.ts";
import type { Afterwards, Outcome, Progress } from "./outcome.ts";
import type { Plan } from "./plan.ts";

/** As many as one errand may clean up. */
export const targetsMax = 100;

/** What it is about: named one by one, or all that match a filter when the plan is drawn. */
export type Targets =
	| { readonly subscriptions: readonly string[] }
	| { readonly filter: string };

export type Undertaking = {
	/** Fixed when the plan was drawn. */
	readonly targets: readonly Target[];
	/** How many more matched than one errand may clean up. */
	readonly leftOut: number;
	/** Of all plans as they were shown; who approves names it. */
	readonly hash: string;
	readonly plannedMs: number;
	readonly expiresMs: number;
	readonly approval: Approval | null;
	readonly startedMs: number | null;
	/** Who said stop; null while nobody did. */
	readonly stoppedBy: string | null;
	/** The errand that takes it back; null while none did. */
	readonly undoneBy: string | null;
};

export type Target = {
	readonly id: string;
	readonly subscription: Subscription;
	/** Null where none could be drawn; `failure` says why. */
	readonly plan: Plan | null;
	readonly failure: ProblemDetail | null;
	readonly progress: Progress | null;
	readonly outcome: Outcome | null;
	readonly afterwards: readonly Afterwards[];
	/** Of how many messages it is kept what was before. */
	readonly kept: number;
};

export type Approval = {
	readonly by: string;
	/** The role is looked up again when it is run. */
	readonly session: string;
	/** The address the approval came from; null where nobody saw one. */
	readonly from: string | null;
	readonly atMs: number;
	readonly why: string | null;
	/** The name, or how many they are; null where nothing was. */
	readonly typed: string | null;
};

const idPattern = /^[A-Za-z0-9_-]{43}$/;
export const filterLengthMax = 2_000;

export function areTargets(it: unknown): it is Targets {
	if (typeof it !== "object" || it === null) return false;
	const { subscriptions, filter }: Record<string, unknown> = { ...it };
	if (subscriptions === undefined)
		return typeof filter === "string" && filter.length <= filterLengthMax;
	return (
		filter === undefined &&
		Array.isArray(subscriptions) &&
		subscriptions.length >= 1 &&
		subscriptions.length <= targetsMax &&
		subscriptions.every((id) => typeof id === "string" && idPattern.test(id))
	);
}
