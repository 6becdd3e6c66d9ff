// How is a group of a stream cleaned up? Each action has its plan.
import {
	type CleanUp,
	type Reclaim,
	reclaimAll,
} from "#lib/core/clean-up/clean-up.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Undone } from "../../../system.ts";
import type { MembersWatch } from "../../members/watch.ts";
import type { Cleaner } from "../cleaner.ts";
import { apply } from "./apply.ts";
import { planClear } from "./clear.ts";
import { planCount } from "./count.ts";
import { planDestroy } from "./destroy.ts";
import { groupNow, type Place, placeAt } from "./group-now.ts";
import { planPark } from "./park.ts";
import { prove } from "./prove.ts";
import { planReclaim } from "./reclaim-plan.ts";
import { planRedrive } from "./redrive.ts";
import { planTrim } from "./trim.ts";
import { planUndo } from "./undo.ts";

export const openStreamCleaner = (watch: MembersWatch): Cleaner => ({
	plan: async (spot, cleanUp, undone) =>
		planAt(placeAt(spot, watch), cleanUp, undone),
	apply: (open, plan, course, secret) =>
		apply(async () => placeAt(await open(), watch), plan, course, secret),
	prove: async (spot, plan, before) =>
		prove(placeAt(spot, watch), plan, before),
});

async function planAt(
	place: Place,
	cleanUp: CleanUp,
	undone: Undone | null,
): Promise<Plan> {
	const now = await groupNow(place);
	switch (cleanUp.action) {
		case "reclaim":
			return planReclaim(place, now, cleanUp);
		case "remove":
			return planReclaim(place, now, removing(cleanUp.members));
		case "clear":
			return planClear(place, now);
		case "park":
			return planPark(place, now);
		case "trim":
			return planTrim(place, now);
		case "count":
			return planCount(place, now);
		case "destroy":
			return planDestroy(place, now);
		case "redrive":
			return planRedrive(place, now, cleanUp.from);
		case "undo":
			return planUndo(place, now, cleanUp.errand, undone);
		default:
			throw new Problem("refused", "not offered");
	}
}

/** Who holds something is relieved of it first, so that nothing is forgotten. */
const removing = (members: readonly string[] | null): Reclaim => ({
	...reclaimAll,
	members,
});
