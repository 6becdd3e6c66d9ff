// What became of messages that went from list to list? How many of them somebody has taken since.
import { type Before, heldIn } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { figuresSince } from "../../../figures.ts";
import type { Proof } from "../../../system.ts";
import { countsOf, type Place } from "./list-now.ts";
import { seenIn } from "./seen.ts";
import { backOf, stillThere } from "./undo.ts";

export async function prove(
	place: Place,
	plan: Plan,
	before: readonly Before[],
): Promise<Proof> {
	const seen = seenIn(plan);
	if (seen === null) return { figures: [], afterwards: [] };
	const figures = figuresSince(plan, await countsOf(place, seen));
	const atMs = Date.now();
	const back = backOf(plan);
	const rows = heldIn(before).toReversed();
	if (back === null || rows.length === 0)
		return { figures, afterwards: [{ code: "as left", values: {}, atMs }] };
	const found = await stillThere(place, rows, back);
	const values = {
		read: rows.length - (found?.count ?? 0),
		messages: rows.length,
	};
	return { figures, afterwards: [{ code: "copies read", values, atMs }] };
}
