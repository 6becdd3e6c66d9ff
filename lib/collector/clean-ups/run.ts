// How is what somebody approved done? Once, one subscription after another, and with an outcome for each, whatever happens.
import { setTimeout as after } from "node:timers/promises";
import type { Outcome } from "#lib/core/clean-up/outcome.ts";
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import type { Target, Undertaking } from "#lib/core/clean-up/undertaking.ts";
import { endingOf } from "#lib/core/clean-up/whole.ts";
import type { Errand } from "#lib/core/errand.ts";
import { failureOf } from "../failure-of.ts";
import { traceOf } from "../trace-of.ts";
import { apply } from "./apply.ts";
import { beforeOf } from "./before.ts";
import { followed, refusalOf, refused } from "./consent.ts";
import type { CleanUpParts } from "./parts.ts";
import type { Turns } from "./turns.ts";

/** What is done cannot be left untold: a store that cannot be written is tried again until it can. */
const restMs = 1_000;

export type Running = CleanUpParts & {
	readonly turns: Turns;
	/** Raised when somebody says stop, or this process ends. */
	readonly stop: AbortSignal;
};

/** True where this call ended it. */
export async function run(errand: Errand, parts: Running): Promise<boolean> {
	const { id, undertaking } = errand;
	if (undertaking === null) return false;
	if (undertaking.stoppedBy !== null)
		return refuse(id, undertaking, refused("was stopped"), parts);
	const { errands } = parts.store;
	const nowMs = Date.now();
	const refusal = await refusalOf(undertaking, parts, nowMs);
	if (refusal !== null) return refuse(id, undertaking, refusal, parts);
	const claimed = await errands.claim(id, nowMs);
	// Somebody else takes back the same, or has.
	if (claimed === "taken")
		return refuse(id, undertaking, refused("changed since"), parts);
	if (claimed === "expired") await errands.expire(nowMs);
	if (claimed !== "claimed") return false;
	const outcomes: Record<string, Outcome> = {};
	for (const target of undertaking.targets) {
		const outcome = await outcomeOf(errand, target, parts);
		outcomes[target.id] = outcome;
		await settled(id, target.id, outcome, parts);
	}
	await finished(id, outcomes, parts);
	return true;
}

function refuse(
	id: string,
	{ targets }: Undertaking,
	refusal: Refusal,
	{ store }: CleanUpParts,
): Promise<boolean> {
	const outcome = notDone(refusal);
	return store.errands.finish(id, {
		state: outcome.ending,
		outcomes: Object.fromEntries(targets.map(({ id }) => [id, outcome])),
		...{ failure: null, endedMs: Date.now() },
	});
}

export const notDone = (refusal: Refusal): Outcome => ({
	...{ ending: "refused", messagesDone: 0, membersRemoved: 0 },
	...{ refusals: [refusal], figures: [], verifiedMs: null },
});

async function outcomeOf(
	errand: Errand,
	target: Target,
	parts: Running,
): Promise<Outcome> {
	const it = followed(target, parts);
	if ("code" in it) return notDone(it);
	const { broker } = target.subscription;
	return parts.turns.take(broker, async () => {
		if (parts.stop.aborted) return notDone(refused("was stopped"));
		const cleanUps = parts.connectionTo(broker)?.cleanUps;
		if (!cleanUps) return notDone(refused("gone"));
		const { store, log, stop, silentMs } = parts;
		const { errands } = store;
		const { id, wish } = errand;
		const undone =
			wish.verb === "clean up" && wish.cleanUp.action === "undo"
				? wish.cleanUp.errand
				: null;
		return apply({
			...{ cleanUps, subscription: target.subscription, plan: it },
			before: undone === null ? [] : await beforeOf(store, undone, target.id),
			...{ stop, silentMs },
			move: (progress) => errands.move(id, target.id, progress),
			keep: (before) => errands.keep(id, target.id, before),
			failureOf: (error) => failureOf(error, log),
		});
	});
}

/** Where it cannot be written now it is told with the end. */
async function settled(
	id: string,
	target: string,
	outcome: Outcome,
	{ store, log }: CleanUpParts,
): Promise<void> {
	try {
		await store.errands.settle(id, target, outcome);
	} catch (error) {
		log.warn({ errand: id, error: traceOf(error) }, "outcome told later");
	}
}

async function finished(
	id: string,
	outcomes: Readonly<Record<string, Outcome>>,
	{ store, log }: CleanUpParts,
): Promise<void> {
	const state = endingOf(Object.values(outcomes).map(({ ending }) => ending));
	const endedMs = Date.now();
	for (;;) {
		try {
			const end = { state, outcomes, failure: null, endedMs };
			await store.errands.finish(id, end);
			return;
		} catch (error) {
			log.error({ errand: id, error: traceOf(error) }, "outcome not written");
			await after(restMs, undefined, { ref: false });
		}
	}
}
