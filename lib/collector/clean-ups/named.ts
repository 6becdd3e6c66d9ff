// May whoever asks name this other place? Where it is theirs as well, or where the plan would choose the same by itself.

import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import {
	channelNamed,
	mayName,
	withoutName,
} from "#lib/core/clean-up/named.ts";
import type { Rights } from "#lib/core/people/role.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import { within } from "../deadline.ts";
import type { CleanUpParts } from "./parts.ts";

/** The adapter's own deadline should fire first; ours is for the one that does not honour it. */
export const patienceMs = 500;

/** Nothing is asked of the place that was named. */
export async function mayNameThere(
	rights: Rights,
	subscription: Subscription,
	cleanUp: CleanUp,
	{ connectionTo, deadlineMs }: CleanUpParts,
): Promise<boolean> {
	if (mayName(rights, cleanUp, subscription)) return true;
	const named = channelNamed(cleanUp);
	const cleanUps = connectionTo(subscription.broker)?.cleanUps;
	if (named === null || !cleanUps) return false;
	const left = withoutName(cleanUp);
	const plan = await within(
		deadlineMs + patienceMs,
		cleanUps.plan(subscription, left, null),
	);
	return channelNamed(plan.cleanUp) === named;
}
