// What stands in the list that a plan is drawn of, and who asked for it?
import type { Target } from "#lib/core/clean-up/undertaking.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import type { SeenStore } from "#lib/store/seen.ts";
import type { Store } from "#lib/store/store.ts";
import type { Allowance } from "./allowance.ts";

/** One of the list, and why no plan is drawn for it; null where one is. */
export type Listed = {
	readonly id: string;
	readonly subscription: Subscription;
	readonly failure: ProblemDetail | null;
	/** What is taken back; null where nothing is. */
	readonly undone: Target | null;
	/** The other subscriptions of its group, where it is about all of that. */
	readonly others: readonly string[];
};

/** What there is for whoever asks, and what of it they may do something to. */
export type Asker = {
	readonly store: Store;
	readonly seen: SeenStore;
	readonly may: Allowance;
};

export const notAllowed: ProblemDetail = { key: "not allowed", values: {} };
