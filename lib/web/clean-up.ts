// What is refused of a clean-up before anybody asks a broker? What is read-only, not allowed, or cannot be taken back.
import { leaveOf } from "#lib/access/asking.ts";
import {
	hindranceTo,
	isDoable,
	isTooMany,
	type Need,
	needOf,
} from "#lib/core/clean-up/consent.ts";
import { undoFaultOf } from "#lib/core/clean-up/undo.ts";
import type { CleanUpWish, Errand } from "#lib/core/errand.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Store } from "#lib/store/store.ts";
import { filterIn } from "./board.ts";
import type { AskedBy } from "./guard.ts";

export type CleanUpErrand = Errand & { readonly wish: CleanUpWish };

export const isCleanUp = (errand: Errand): errand is CleanUpErrand =>
	errand.wish.verb === "clean up";

export async function cleanUpFound(
	store: Store,
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
	store: Store,
): Promise<void> {
	const need = needOf(cleanUp);
	refuseHindered(asked, need, []);
	if (cleanUp.action === "undo")
		return judgeUndo(await cleanUpFound(store, cleanUp.errand), asked);
	if (isTooMany(cleanUp, targets))
		throw new Problem("invalid", "one at a time");
	if ("filter" in targets) return void filterIn(targets.filter);
	const brokers = new Set<string>();
	for (const id of targets.subscriptions) {
		const it = (await store.board.row(id)) ?? (await store.board.gone(id));
		if (it === null) throw new Problem("not found", "subscription gone");
		brokers.add(it.broker);
	}
	const [only] = brokers;
	if (only !== undefined && brokers.size === 1)
		refuseHindered(asked, need, [only]);
}

function judgeUndo(errand: CleanUpErrand, asked: AskedBy): void {
	const { cleanUp } = errand.wish;
	const fault = undoFaultOf({ ...errand, cleanUp }, asked.nowMs);
	if (fault !== null) throw new Problem("refused", fault);
	refuseHindered(asked, "act without loss", brokersIn(errand));
}

/** Those of which anything would be changed. */
export const brokersIn = ({ undertaking }: Errand): readonly string[] =>
	(undertaking?.targets ?? [])
		.filter(isDoable)
		.map(({ subscription }) => subscription.broker);

export function refuseHindered(
	{ person, place }: AskedBy,
	need: Need,
	brokers: readonly string[],
): void {
	const leave = leaveOf(person.role, place.acting);
	// No broker has the empty name: it stands for what holds for all of them.
	for (const broker of ["", ...brokers]) {
		const hindrance = hindranceTo(leave, broker, need);
		if (hindrance !== null)
			throw new Problem("forbidden", hindrance, broker ? { broker } : {});
	}
}
