// Who says yes to a plan, no, or stop? Yes to the plan that was shown, by whoever asked for it, with all that it asks for.

import { mayApprove } from "#lib/access/asking.ts";
import { readOnlyAt, typedFor, unsaidIn } from "#lib/core/clean-up/consent.ts";
import { isLate } from "#lib/core/clean-up/late.ts";
import type { Undertaking } from "#lib/core/clean-up/undertaking.ts";
import { mayCleanUpAnythingAt } from "#lib/core/people/rights.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Approved } from "#lib/store/clean-up-port.ts";
import type { SeenStore } from "#lib/store/seen.ts";
import { cleanUpOnWire } from "#lib/wire/clean-up-on-wire.ts";
import { approvalRequest } from "#lib/wire/clean-up-request.ts";
import { bodyOf } from "./body.ts";
import { type CleanUpErrand, cleanUpFound, spotsIn } from "./clean-up.ts";
import type { AskedBy } from "./guard.ts";
import { reply } from "./reply.ts";

type Said = {
	readonly hash: string;
	readonly typed: string | null;
	readonly why: string | null;
};

export async function approveErrand(asked: AskedBy): Promise<Response> {
	const body = await bodyOf(asked.request, approvalRequest);
	const why = body.why?.trim() || null;
	const said = { hash: body.hash, typed: body.typed ?? null, why };
	const { store, errand } = await found(asked);
	refuseOthers(errand, asked);
	// A repeated request, or one from another tab, is told how the first one goes.
	if (isApproved(errand, said)) return answered(store, errand.id);
	judge(errand, said, asked);
	const { person, nowMs } = asked;
	const { name: by, session } = person;
	const approval = { by, session, from: null, atMs: nowMs, ...said };
	const approved = await store.errands.approve(errand.id, approval);
	const now = await cleanUpFound(store, errand.id);
	if (approved !== "approved" && !isApproved(now, said)) throw faults[approved];
	return answered(store, errand.id);
}

const faults: Readonly<Record<Exclude<Approved, "approved">, Problem>> = {
	changed: new Problem("stale", "plan changed"),
	expired: new Problem("stale", "plan expired"),
	"not theirs": new Problem("forbidden", "plan of another"),
	"not planned": new Problem("refused", "plan closed"),
};

export async function cancelErrand(asked: AskedBy): Promise<Response> {
	const { store, errand } = await found(asked);
	refuseOthers(errand, asked);
	await store.errands.cancel(errand.id, asked.person.name, asked.nowMs);
	return answered(store, errand.id);
}

/** Whoever may act there may say stop, whoever began it: what is done stays, and nothing more is begun. */
export async function stopErrand(asked: AskedBy): Promise<Response> {
	const { store, errand } = await found(asked);
	const { targets } = errand.undertaking ?? { targets: [] };
	const { rights } = asked.person;
	const isTheirs = targets.every(({ subscription }) =>
		mayCleanUpAnythingAt(rights, subscription),
	);
	if (!isTheirs) throw new Problem("forbidden", "not allowed");
	await store.errands.stop(errand.id, asked.person.name, asked.nowMs);
	return answered(store, errand.id);
}

async function found(asked: AskedBy) {
	const store = await asked.store();
	return { store, errand: await cleanUpFound(store, asked.params.id ?? "") };
}

async function answered(store: SeenStore, id: string): Promise<Response> {
	const errand = await cleanUpFound(store, id);
	return reply(cleanUpOnWire(errand, errand.wish));
}

/** People who share a name are told apart by their sign-in. */
function refuseOthers({ session }: CleanUpErrand, { person }: AskedBy): void {
	if (session !== person.session)
		throw new Problem("forbidden", "plan of another");
}

const isApproved = ({ undertaking }: CleanUpErrand, { hash }: Said): boolean =>
	undertaking !== null &&
	undertaking.approval !== null &&
	undertaking.hash === hash;

function judge(errand: CleanUpErrand, said: Said, asked: AskedBy): void {
	const { state, undertaking } = errand;
	if (state === "expired") throw faults.expired;
	if (state !== "planned" || undertaking === null) throw faults["not planned"];
	if (isLate(undertaking, asked.nowMs)) throw faults.expired;
	if (said.hash !== undertaking.hash) throw faults.changed;
	for (const { broker } of spotsIn(errand)) {
		const hindrance = readOnlyAt(asked.place.acting, broker);
		if (hindrance !== null)
			throw new Problem("forbidden", hindrance, { broker });
	}
	if (!mayApprove(asked.person.rights, undertaking))
		throw new Problem("forbidden", "not allowed");
	judgeWords(undertaking, said, asked);
}

function judgeWords(
	{ targets }: Undertaking,
	said: Said,
	{ place }: AskedBy,
): void {
	const fault = unsaidIn(said, targets, place.acting.reasonRequired);
	if (fault === null) return;
	if (fault === "nothing to approve") throw new Problem("refused", fault);
	const typed = typedFor(targets);
	const isName = fault === "name not typed" && typed !== null;
	throw new Problem("invalid", fault, isName ? { typed } : {});
}
