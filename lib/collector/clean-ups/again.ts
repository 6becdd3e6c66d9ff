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
/** After a longer pause what a clean-up left says little of whether it lasted. */
const missedMostMs = 3_600_000;

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

/** Those whose last look is still to come, or was missed not long ago, when this process begins. */
export async function lookedAgain({
	store,
}: CleanUpParts): Promise<readonly string[]> {
	const sinceMs = Date.now() - missedMostMs;
	const { errands } = await store.errands.list({
		...{ filter: { states: endings }, limit: latestMost, cursor: null },
	});
	return errands
		.filter(({ endedMs }) => endedMs !== null && endedMs > sinceMs)
		.map(({ id }) => id);
}

/** When the next look is due; of several that were missed the last is made up for. Null after the last. */
export function nextLook(
	dueMs: readonly number[],
	lookedMs: number,
	nowMs: number,
): number | null {
	const open = dueMs.filter((ms) => ms > lookedMs);
	return open.findLast((ms) => ms <= nowMs) ?? open[0] ?? null;
}

/** Ends once all looks were made; rejects when told to end before. */
export async function lookAgain(
	id: string,
	parts: CleanUpParts,
	ended: AbortSignal,
): Promise<void> {
	const { errands } = parts.store;
	const errand = await errands.find(id);
	const endedMs = errand?.endedMs ?? null;
	if (errand === null || endedMs === null) return;
	const dueMs = parts.againMs.map((ms) => endedMs + ms);
	const latestMs = Math.max(...parts.againMs);
	let lookedMs = lastSeen(errand) ?? endedMs;
	for (;;) {
		const nextMs = nextLook(dueMs, lookedMs, Date.now());
		if (nextMs === null) return;
		// A clock that was set back makes nobody wait for longer than was meant.
		const restMs = Math.min(Math.max(0, nextMs - Date.now()), latestMs);
		await after(restMs, undefined, { signal: ended, ref: false });
		lookedMs = Math.max(nextMs, Date.now());
		// Read anew, because somebody may have taken it back meanwhile.
		const now = await errands.find(id);
		if (now?.undertaking?.undoneBy !== null) return;
		await seenAgain(now, parts);
	}
}

const lastSeen = ({ undertaking }: Errand): number | null =>
	undertaking?.targets
		.flatMap(({ afterwards }) => afterwards.map(({ atMs }) => atMs))
		.reduce<number | null>((a, b) => Math.max(a ?? b, b), null) ?? null;

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
