// What would a clean-up do? One look at each broker it is about, at the same time, and one hash over all that is shown.
import type { Person } from "#lib/access/sessions.ts";
import { storeFor } from "#lib/access/view.ts";
import { readOnlyAt } from "#lib/core/clean-up/consent.ts";
import { type Plan, planLastsMs } from "#lib/core/clean-up/plan.ts";
import type { CleanUpWish } from "#lib/core/errand.ts";
import { Problem, type ProblemDetail } from "#lib/core/problem.ts";
import type { Planning } from "#lib/store/clean-up-port.ts";
import { within } from "../deadline.ts";
import { failureOf } from "../failure-of.ts";
import { allowanceOf } from "./allowance.ts";
import { beforeOf } from "./before.ts";
import { hashOf } from "./hash.ts";
import type { Listed } from "./listed.ts";
import { mayNameThere, patienceMs } from "./named.ts";
import { isReplay, lastPaceOf } from "./pace.ts";
import type { CleanUpParts } from "./parts.ts";
import { resolve } from "./targets.ts";

const atOnce = 8;

type Drawn = Planning["targets"][number];
type Asked = { readonly wish: CleanUpWish; readonly person: Person };

/** Throws a Problem where not one plan could be tried. */
export async function draw(
	wish: CleanUpWish,
	person: Person,
	parts: CleanUpParts,
): Promise<Planning> {
	if (parts.leave.readOnly) throw new Problem("refused", "read-only");
	const { cleanUp } = wish;
	const { store } = parts;
	const may = await allowanceOf(store, person.rights);
	const asker = { store, seen: storeFor(store, person), may };
	const { listed, leftOut } = await resolve(
		...([wish.targets, cleanUp, asker, Date.now()] as const),
	);
	const targets = await inTurns(listed, (one) =>
		drawn(one, { wish, person }, parts),
	);
	const [only] = targets;
	if (targets.length === 1 && only?.failure)
		throw new Problem("refused", only.failure.key, only.failure.values);
	const plannedMs = Date.now();
	const expiresMs = plannedMs + planLastsMs;
	return { targets, leftOut, hash: hashOf(targets), plannedMs, expiresMs };
}

async function drawn(
	one: Listed,
	asked: Asked,
	parts: CleanUpParts,
): Promise<Drawn> {
	const { id, subscription } = one;
	const failed = (failure: ProblemDetail): Drawn => ({
		...{ id, subscription, plan: null, failure },
	});
	if (one.failure !== null) return failed(one.failure);
	try {
		const plan = await planFor(one, asked, parts);
		return { id, subscription, plan, failure: null, others: one.others };
	} catch (error) {
		return failed(failureOf(error, parts.log));
	}
}

async function planFor(
	{ subscription, undone, id }: Listed,
	{ wish: { cleanUp }, person }: Asked,
	parts: CleanUpParts,
): Promise<Plan> {
	const { store, leave, connectionTo, deadlineMs } = parts;
	const { broker } = subscription;
	// Whether whoever asked may is said in the list: here it is the configuration's turn.
	const hindrance = readOnlyAt(leave, broker);
	if (hindrance !== null) throw new Problem("refused", hindrance, { broker });
	const cleanUps = connectionTo(broker)?.cleanUps;
	if (!cleanUps) throw new Problem("refused", "not offered");
	if (!(await mayNameThere(person.rights, subscription, cleanUp, parts)))
		throw new Problem("refused", "not allowed");
	const before =
		undone?.plan && cleanUp.action === "undo"
			? { plan: undone.plan, before: await beforeOf(store, cleanUp.errand, id) }
			: null;
	const plan = await within(
		deadlineMs + patienceMs,
		cleanUps.plan(subscription, cleanUp, before),
	);
	const pace =
		plan.refusal === null && isReplay(plan, undone?.plan ?? null)
			? await lastPaceOf(id, store.history, Date.now())
			: plan.pace;
	// As a store gives it back, so that the hash is that of what will lie there.
	return JSON.parse(JSON.stringify({ ...plan, pace }));
}

/** In the order they were given, some at once. */
async function inTurns<T, R>(
	all: readonly T[],
	run: (one: T) => Promise<R>,
): Promise<readonly R[]> {
	const results: R[] = [];
	for (let at = 0; at < all.length; at += atOnce)
		results.push(...(await Promise.all(all.slice(at, at + atOnce).map(run))));
	return results;
}
