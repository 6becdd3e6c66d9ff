// How is a list cleaned up? By hand where it is a plain one, else by its own program.
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import { Problem } from "#lib/core/problem.ts";
import { figuresSince } from "../../../figures.ts";
import { type Changes, runPlan } from "../../../run-plan.ts";
import type { Course, Undone } from "../../../system.ts";
import type { Tally } from "../../../tally.ts";
import type { List } from "../../lists/layout.ts";
import type { Cleaner } from "../cleaner.ts";
import { whyNot } from "../refusals.ts";
import { planItsOwn } from "./its-own-way.ts";
import {
	connectedAs,
	countsOf,
	type ListNow,
	listNow,
	type Place,
	placeAt,
} from "./list-now.ts";
import { moveAll } from "./move.ts";
import { prove } from "./prove.ts";
import { planRecover } from "./recover.ts";
import { planRedrive } from "./redrive.ts";
import { type Seen, seenIn } from "./seen.ts";
import { applyUndo, planUndo } from "./undo.ts";

/** `known`: the list of that name, as the ticks remember it. */
export const openListCleaner = (
	known: (name: string) => List | undefined,
): Cleaner => {
	const at = (spot: Parameters<typeof placeAt>[0]) =>
		placeAt(spot, known(spot.subscription.channel));
	return {
		plan: async (spot, cleanUp, undone) => planAt(at(spot), cleanUp, undone),
		apply: (open, plan, course, secret) =>
			runPlan<Place, ListNow, Seen>(
				{
					open: async () => at(await open()),
					...{ seen: seenIn(plan), look: listNow, changes: changesSince },
					act: (place, _, seen, tally) => act(place, seen, course, tally),
					whyNot: (error) => whyNot(error, secret),
					figures: async (place, seen) =>
						figuresSince(plan, await countsOf(place, seen)),
				},
				plan,
				course,
			),
		prove: async (spot, plan, before) => prove(at(spot), plan, before),
	};
};

async function planAt(
	place: Place,
	cleanUp: CleanUp,
	undone: Undone | null,
): Promise<Plan> {
	const { remedy } = place.list;
	const now = await listNow(place);
	switch (cleanUp.action) {
		case "recover":
			return remedy.by === "hand"
				? planRecover(place, now, remedy, cleanUp)
				: planItsOwn(place, now, remedy, cleanUp);
		case "redrive":
			return remedy.by === "hand"
				? planRedrive(place, now, remedy, cleanUp.from)
				: planItsOwn(place, now, remedy, cleanUp);
		case "undo":
			return planUndo(place, now, cleanUp.errand, undone);
		default:
			throw new Problem("refused", "not offered");
	}
}

function changesSince(seen: Seen, now: ListNow): Changes<Seen> {
	const refusals = refusalsSince(seen, now);
	return { refusals, rest: refusals.length === 0 ? seen : null };
}

function refusalsSince(seen: Seen, now: ListNow): readonly Refusal[] {
	if (now.runId !== seen.runId) return [{ code: "other server", values: {} }];
	// Without its clock nobody can say what was touched since.
	if (now.atMs < seen.atMs) return [{ code: "changed since", values: {} }];
	return seen.moves.flatMap(({ to, worker }): readonly Refusal[] =>
		connectedAs(now, to, worker)
			? [{ code: "still connected", values: { name: worker } }]
			: [],
	);
}

async function act(
	place: Place,
	{ moves, back }: Seen,
	course: Course,
	tally: Tally,
): Promise<void> {
	if (back !== null) return applyUndo(place, back, course, tally);
	await course.progress({ messages: 0, members: 0, stage: "messages" });
	await moveAll(place, moves, course, tally, true);
}
