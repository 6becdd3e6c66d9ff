// What does whoever applies a plan look at again, before it is done and after?
import { type Amount, exactly } from "#lib/core/amount.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Counts } from "../../figures.ts";
import { groupOrAbsent } from "./absent.ts";
import { countsOf } from "./counts.ts";
import { type GroupNow, groupNow } from "./group-now.ts";
import type { Place } from "./place.ts";
import type { Seen } from "./seen.ts";

/** Of the topics it is about. */
export function lookedAt(
	place: Place,
	{ topics, further, type }: Seen,
): Promise<GroupNow> {
	const names = topics.map(({ topic }) => topic);
	switch (further.action) {
		case "reset":
		case "forget":
			return groupNow(place, names);
		case "undo":
			return groupOrAbsent(place, names, type);
		case "destroy":
			return groupNow(place, null);
		case "evict":
			return groupNow(
				place,
				further.targets.map(({ topic }) => topic),
			);
	}
}

export type Shown = Pick<GroupNow, "topics" | "described" | "atMs"> & {
	readonly counts: Counts;
	/** No node lists it. */
	readonly isGone: boolean;
};

/** What the broker shows; that a group is no more can be shown too. */
export async function shownBy(place: Place, seen: Seen): Promise<Shown> {
	try {
		const now = await lookedAt(place, seen);
		const counts = countsOf(now, place.learned.rules);
		return { ...now, counts, isGone: false };
	} catch (error) {
		const { action } = seen.further;
		const mayGo = action === "destroy" || action === "forget";
		if (!mayGo || !(error instanceof Problem)) throw error;
		const atMs = Date.now();
		const nothing = { topics: new Map(), described: null, atMs };
		return { ...nothing, counts: nothingThere, isGone: true };
	}
}

const zero: Amount = exactly(0);
const nothingThere = { members: zero, waiting: zero, positions: zero };
