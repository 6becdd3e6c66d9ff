// What became of a clean-up whose collector died in the middle? Nobody saw its end, so the broker is asked what there is.
import { setTimeout as after } from "node:timers/promises";
import { heldIn, type Outcome } from "#lib/core/clean-up/outcome.ts";
import type { Target } from "#lib/core/clean-up/undertaking.ts";
import { endingOf } from "#lib/core/clean-up/whole.ts";
import type { Errand } from "#lib/core/errand.ts";
import type { Proof } from "#lib/systems/system.ts";
import { traceOf } from "../trace-of.ts";
import { proofOf } from "./again.ts";
import { beforeOf } from "./before.ts";
import { refused } from "./consent.ts";
import type { CleanUpParts } from "./parts.ts";
import { notDone } from "./run.ts";

/** A connection that was just opened needs a moment; who waits longer is told that nothing is known. */
const tries = 3;
const betweenMs = 500;

/** Never begun again: whether it was done is not known, and twice is worse than not at all. */
export async function endBroken(
	{ id, undertaking }: Errand,
	parts: CleanUpParts,
): Promise<void> {
	const { errands } = parts.store;
	const targets = undertaking?.targets ?? [];
	const proofs = await Promise.all(
		targets.map((target) =>
			isOpen(target) ? proofIn(id, target, parts) : null,
		),
	);
	const outcomes: Record<string, Outcome> = {};
	for (const [i, target] of targets.entries()) {
		const kept = await surelyDone(id, target, parts);
		outcomes[target.id] = endOf(target, kept, proofs[i] ?? null);
	}
	const state = endingOf(Object.values(outcomes).map(({ ending }) => ending));
	const endedMs = Date.now();
	await errands.finish(id, { state, outcomes, failure: null, endedMs });
	for (const [i, target] of targets.entries())
		for (const afterwards of proofs[i]?.afterwards ?? [])
			await errands.tell(id, target.id, afterwards);
}

/** Begun, and nobody saw how it ended. */
const isOpen = ({ outcome, progress }: Target): boolean =>
	outcome === null && progress !== null;

/** What was before is kept of each message once it is done; of positions before anything is asked, so that says nothing. */
async function surelyDone(
	errand: string,
	{ id, kept }: Target,
	{ store }: CleanUpParts,
): Promise<number> {
	if (kept === 0) return 0;
	const first = await beforeOf(store, errand, id, 1);
	return heldIn(first).length > 0 ? kept : 0;
}

function endOf(target: Target, kept: number, proof: Proof | null): Outcome {
	if (target.outcome !== null) return target.outcome;
	// Before the first word of it was written nothing of it was asked of the broker.
	if (target.progress === null) return notDone(refused("was stopped"));
	const { messages, members } = target.progress;
	return {
		// How far it was is told now and then; what was before, of each step.
		...{ ending: "unknown", messagesDone: Math.max(messages, kept) },
		membersRemoved: members,
		...{ refusals: [], figures: proof?.figures ?? [] },
		verifiedMs: proof && Date.now(),
	};
}

async function proofIn(
	id: string,
	target: Target,
	parts: CleanUpParts,
): Promise<Proof | null> {
	for (let tried = 1; ; tried++) {
		try {
			return await proofOf(id, target, parts);
		} catch (error) {
			if (tried < tries) await after(betweenMs);
			else {
				const trace = traceOf(error);
				parts.log.warn({ errand: id, error: trace }, "nobody knows its end");
				return null;
			}
		}
	}
}
