// What is refused of a clean-up before anybody asks a broker? What is read-only, not allowed, or cannot be taken back.
import { leaveOf } from "#lib/access/asking.ts";
import {
	hindranceAnywhere,
	hindranceTo,
	isDoable,
	isTooMany,
	type Wanted,
} from "#lib/core/clean-up/consent.ts";
import { needOf } from "#lib/core/clean-up/need.ts";
import { undoFaultOf } from "#lib/core/clean-up/undo.ts";
import type { CleanUpWish, Errand } from "#lib/core/errand.ts";
import type { Spot } from "#lib/core/people/scope.ts";
import { Problem } from "#lib/core/problem.ts";
import type { SeenStore } from "#lib/store/seen.ts";
import { filterIn } from "./board.ts";
import type { AskedBy } from "./guard.ts";

export type CleanUpErrand = Errand & { readonly wish: CleanUpWish };

export const isCleanUp = (errand: Errand): errand is CleanUpErrand =>
	errand.wish.verb === "clean up";

export async function cleanUpFound(
	store: SeenStore,
	id: string,
): Promise<CleanUpErrand> {
	const errand = await store.errands.find(id);
	if (errand === null || !isCleanUp(errand))
		throw new Problem("not found", "errand gone");
	return errand;
}

/** A filter is resolved by the collector, which then says of each that is hindered that it is. */
export async function judgeCleanUp(
	{ targets, cleanUp }: CleanUpWish,
	asked: AskedBy,
	store: SeenStore,
): Promise<void> {
	const wanted = { action: cleanUp.action, need: needOf(cleanUp) };
	refuseHindered(asked, wanted, []);
	if (cleanUp.action === "undo")
		return judgeUndo(await cleanUpFound(store, cleanUp.errand), asked);
	if (isTooMany(cleanUp, targets))
		throw new Problem("invalid", "one at a time");
	if ("filter" in targets) return void filterIn(targets.filter);
	const spots: Spot[] = [];
	for (const id of targets.subscriptions) {
		const it = (await store.board.row(id)) ?? (await store.board.gone(id));
		if (it === null) throw new Problem("not found", "subscription gone");
		spots.push(it);
	}
	refuseHindered(asked, wanted, spots);
}

function judgeUndo(errand: CleanUpErrand, asked: AskedBy): void {
	const { cleanUp } = errand.wish;
	const fault = undoFaultOf({ ...errand, cleanUp }, asked.nowMs);
	if (fault !== null) throw new Problem("refused", fault);
	refuseHindered(asked, undoing, spotsIn(errand));
}

export const undoing: Wanted = { action: "undo", need: "act without loss" };

/** Those of which anything would be changed. */
export const spotsIn = ({ undertaking }: Errand): readonly Spot[] =>
	(undertaking?.targets ?? [])
		.filter(isDoable)
		.map(({ subscription }) => subscription);

/** Where some of it may be done, the plan says of each of the others why not. */
export function refuseHindered(
	{ person, place }: AskedBy,
	wanted: Wanted,
	spots: readonly Spot[],
): void {
	const leave = leaveOf(person.rights, place.acting);
	const nowhere = hindranceAnywhere(leave, wanted);
	if (nowhere !== null) throw new Problem("forbidden", nowhere);
	const hindered = spots.flatMap(({ broker, ...spot }) => {
		const its = hindranceTo(leave, { broker, ...spot }, wanted);
		return its === null ? [] : [{ its, broker }];
	});
	const [first] = hindered;
	if (first && hindered.length === spots.length)
		throw new Problem("forbidden", first.its, { broker: first.broker });
}
