// How is a plan for a group done, and what does the broker show of it?
import { type CleanUp, reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import type { Outcome } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { Problem } from "#lib/core/problem.ts";
import { type Counts, figuresSince } from "../../../figures.ts";
import { runPlan } from "../../../run-plan.ts";
import type { Course } from "../../../system.ts";
import type { Tally } from "../../../tally.ts";
import { whyNot } from "../refusals.ts";
import { changesSince } from "./again.ts";
import { applyCount } from "./count.ts";
import { countsOf, nothingThere } from "./counts.ts";
import { applyDestroy } from "./destroy.ts";
import { type GroupNow, groupNow, lengthOf, type Place } from "./group-now.ts";
import { applyPark } from "./park.ts";
import { applyReclaim } from "./reclaim-apply.ts";
import { applyRedrive } from "./redrive.ts";
import { type Seen, seenIn } from "./seen.ts";
import { applyTrim } from "./trim.ts";
import { applyUndo } from "./undo.ts";

export const apply = (
	open: () => Promise<Place>,
	plan: Plan,
	course: Course,
	secret: string,
): Promise<Outcome> =>
	runPlan(
		{
			...{ seen: seenIn(plan), open, look: groupNow, changes: changesSince },
			act: (place, now, seen, tally) =>
				act(place, now, plan, seen, course, tally),
			whyNot: (error) => whyNot(error, secret),
			figures: async (place, seen) =>
				figuresSince(plan, await shownBy(place, plan, seen)),
		},
		plan,
		course,
	);

/** What the broker shows; that a group is no more can be shown too. */
export async function shownBy(
	place: Place,
	{ cleanUp }: Plan,
	seen: Seen | null,
): Promise<Counts> {
	const sources = new Set(seen?.members.map(({ name }) => name));
	const aside = asideIn(cleanUp, seen);
	const length = aside === null ? null : await lengthOf(place, aside);
	try {
		return countsOf(await groupNow(place), sources, length);
	} catch (error) {
		if (error instanceof Problem && cleanUp.action === "destroy")
			return nothingThere;
		throw error;
	}
}

function asideIn(cleanUp: CleanUp, seen: Seen | null): string | null {
	if (cleanUp.action === "redrive") return cleanUp.from;
	const isPutAside =
		cleanUp.action === "park" ||
		(cleanUp.action === "reclaim" && cleanUp.fate === "dead-letter");
	return isPutAside ? (seen?.to ?? null) : null;
}

/** The plan says what is done, and `seen` to what. */
async function act(
	place: Place,
	now: GroupNow,
	{ cleanUp }: Plan,
	seen: Seen,
	course: Course,
	tally: Tally,
): Promise<void> {
	const { further } = seen;
	switch (further.action) {
		case "reclaim":
		case "clear": {
			const order = cleanUp.action === "reclaim" ? cleanUp : reclaimAll;
			return applyReclaim(place, now, order, seen, course, tally);
		}
		case "park":
			return applyPark(place, further.ids, seen, course, tally);
		case "trim":
			return applyTrim(place, further.keptFrom, course, tally);
		case "count":
			return applyCount(place, further, course, tally);
		case "destroy":
			return applyDestroy(place, further, course, tally);
		case "redrive":
			return applyRedrive(place, seen, further, course, tally);
		case "undo":
			return applyUndo(place, further, course, tally);
	}
}
