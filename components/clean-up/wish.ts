// What is asked for anew when somebody chooses otherwise, or when a plan is too old? The same, of the same subscriptions.
import { type Action, reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import type { Targets } from "#lib/core/clean-up/undertaking.ts";
import type { CleanUpReply } from "#lib/wire/clean-up.ts";
import type { PlanReply } from "#lib/wire/clean-up-plan.ts";

const hourMs = 3_600_000;

export type PlanWish = PlanReply["cleanUp"];
type Choice = PlanReply["choices"][number];

/** With every choice left to the plan. */
export function wishFor(action: Exclude<Action, "undo" | "evict">): PlanWish {
	switch (action) {
		case "reclaim":
			return { ...reclaimAll, members: null };
		case "remove":
			return { action, members: null };
		case "redrive":
			return { action, from: null };
		case "recover":
			return { action, from: null, served: "next" };
		case "move":
			return { action, to: null };
		case "reset":
			return { action, partitions: null, to: { place: "ago", ms: hourMs } };
		default:
			return { action };
	}
}

/** Who was asked about, named one by one once that is known. */
export function targetsAgain({ undertaking, filter }: CleanUpReply): Targets {
	const ids = undertaking?.targets.map(({ id }) => id) ?? [];
	return ids.length === 0 ? { filter: filter ?? "" } : { subscriptions: ids };
}

export function wishWith(
	wish: PlanWish,
	choice: Pick<Choice, "fate" | "to">,
): PlanWish {
	if (wish.action !== "reclaim") return wish;
	return { ...wish, fate: choice.fate, to: choice.to };
}
