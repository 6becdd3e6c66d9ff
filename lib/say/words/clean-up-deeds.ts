// What is a deed called, and how much of it is counted in what?
import type { Amount } from "#lib/core/amount.ts";
import type { Action, Fate } from "#lib/core/clean-up/clean-up.ts";

/** What is done: an action, what a reclaim makes of messages, or positions that are given back. */
export type DeedKind = Exclude<Action, "reclaim"> | Fate | "restore";

/** What is counted of it. */
export type Unit = "messages" | "positions";

/** How much of it: none of either where a plan does nothing. */
export type Deed = {
	readonly kind: DeedKind;
	readonly messages: Amount;
	readonly members: number;
	/** In how many subscriptions, or of how many groups where groups end. */
	readonly targets: number;
};

export type DeedWords = {
	/** The verb on the button, with its numbers. */
	button(deed: Deed): string;
	/** The heading while it is only a plan. */
	title(deed: Deed): string;
	/** While it is done. */
	doing(deed: Deed): string;
	/** Once it is done, as far as it was. */
	done(deed: Deed): string;
};
