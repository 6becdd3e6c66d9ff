// What is taken back of a clean-up? Of what whoever asks may see, all that can be.
import { isUndoable, undoFaultOf } from "#lib/core/clean-up/undo.ts";
import { Problem } from "#lib/core/problem.ts";
import { type Asker, type Listed, notAllowed } from "./listed.ts";

const undoing = { action: "undo", need: "act without loss" } as const;

export async function undoneBy(
	id: string,
	{ seen, may }: Asker,
	nowMs: number,
): Promise<readonly Listed[]> {
	const errand = await seen.errands.find(id);
	if (errand?.wish.verb !== "clean up")
		throw new Problem("not found", "errand gone");
	const { cleanUp } = errand.wish;
	const fault = undoFaultOf({ ...errand, cleanUp }, nowMs);
	if (fault !== null) throw new Problem("refused", fault);
	return (errand.undertaking?.targets ?? [])
		.filter(isUndoable)
		.map((undone) => {
			const { subscription, plan } = undone;
			const deed = { ...undoing, undone: plan?.cleanUp.action ?? "undo" };
			const failure = may(subscription, deed) ? null : notAllowed;
			return { id: undone.id, subscription, failure, undone, others: [] };
		});
}
