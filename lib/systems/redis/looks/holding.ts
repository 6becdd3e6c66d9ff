// Which looks are there at what a group holds? Its entries, a page at a time, and counts of all of them.
import type { Look } from "#lib/core/look.ts";
import { anyPending } from "#lib/core/pending.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import type { LookPage } from "../../system.ts";
import { openCounts } from "./counts.ts";
import { type Asking, heldBy } from "./held.ts";
import { pageOf } from "./pending.ts";
import { type SurveyCounts, surveyNow } from "./survey.ts";
import { pageEveryMs, turnsEvery } from "./turns.ts";

export type HoldingLooks = {
	look(subscription: Subscription, page: LookPage): Promise<Look>;
	close(): void;
};

/** One row of turns for all who look, so that many cost the server no more than one. */
export function openHoldingLooks(
	asking: Asking,
	everyMs = pageEveryMs,
): HoldingLooks {
	const turns = turnsEvery(everyMs);
	const counts: SurveyCounts = openCounts(turns);
	return {
		close: counts.close,
		async look(subscription, { part, limit, pending = anyPending }) {
			const held = heldBy(asking, subscription, pending.member);
			const none = {
				...{ offset: 0, partitions: [], members: [], settings: [] },
				...{ pending: null, survey: null },
			};
			if (part === "pending") {
				const { total, ...page } = await pageOf(held, pending, limit, turns);
				return { ...none, atMs: Date.now(), part, total, pending: page };
			}
			const now = await surveyNow(held, subscription, pending, counts);
			return { ...none, part, total: now.survey.total, ...now };
		},
	};
}
