// Did it last? What a clean-up left is looked at again a while after its end, also by a collector that was started since.
import { setTimeout as after } from "node:timers/promises";
import { endings } from "#lib/core/clean-up/outcome.ts";
import type { Target } from "#lib/core/clean-up/undertaking.ts";
import type { Errand } from "#lib/core/errand.ts";
import type { Proof } from "#lib/systems/system.ts";
import { within } from "../deadline.ts";
import { traceOf } from "../trace-of.ts";
import { beforeOf, samplesMax } from "./before.ts";
import type { CleanUpParts } from "./parts.ts";

const latestMost = 100;

/** A proof of what may have been done as well: of an unknown end as of a good one. */
export const leftTraces = ({ outcome, progress }: Target): boolean =>
	outcome?.ending === "unknown" ||
	(outcome !== null && outcome.messagesDone + outcome.membersRemoved > 0) ||
	(outcome === null && progress !== null);

/** Throws where the broker does not answer. */
export async function proofOf(
	errand: string,
	{ id, subscription, plan }: Target,
	{ store, connectionTo, deadlineMs }: CleanUpParts,
): Promise<Proof | null> {
	const cleanUps = connectionTo(subscription.broker)?.cleanUps;
	if (!cleanUps || plan === null) return null;
	const before = await beforeOf(store, errand, id, samplesMax);
	return within(deadlineMs, cleanUps.prove(subscription, plan, before));
}

/** Those whose last look is still to come, when this process begins. */
export async function lookedAgain({
	store,
	againMs,
}: CleanUpParts): Promise<readonly string[]> {
	const sinceMs = Date.now() - Math.max(0, ...againMs);
	const { errands } = await store.errands.list({
		...{ filter: { states: endings }, limit: latestMost, cursor: null },
	});
	return errands
		.filter(({ endedMs }) => endedMs !== null && endedMs > sinceMs)
		.map(({ id }) => id);
}

/** Ends once all looks were made, or at once when told to. */
export async function lookAgain(
	id: string,
	parts: CleanUpParts,
	ended: AbortSignal,
): Promise<void> {
	for (const agoMs of parts.againMs) {
		const errand = await parts.store.errands.find(id);
		const restMs = (errand?.endedMs ?? 0) + agoMs - Date.now();
		// What was due while nobody was there is made up by the next look.
		if (restMs <= 0) continue;
		await after(restMs, undefined, { signal: ended, ref: false });
		// Read anew, because somebody may have taken it back meanwhile.
		const now = await parts.store.errands.find(id);
		if (now?.undertaking?.undoneBy === null) await seenAgain(now, parts);
	}
}

async function seenAgain(errand: Errand, parts: CleanUpParts): Promise<void> {
	const { store, log } = parts;
	for (const target of errand.undertaking?.targets ?? []) {
		if (!leftTraces(target)) continue;
		try {
			const proof = await proofOf(errand.id, target, parts);
			for (const afterwards of proof?.afterwards ?? [])
				await store.errands.tell(errand.id, target.id, afterwards);
		} catch (error) {
			log.warn({ errand: errand.id, error: traceOf(error) }, "not seen again");
		}
	}
}
