// May it still be done, right before it is? What was true when somebody said yes may not be any more.
import { mayApprove } from "#lib/access/asking.ts";
import { personOf } from "#lib/access/sessions.ts";
import { isDoable, readOnlyAt, unsaidIn } from "#lib/core/clean-up/consent.ts";
import { needOfPlan } from "#lib/core/clean-up/need.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { RefusalCode } from "#lib/core/clean-up/refusal-code.ts";
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import type { Target, Undertaking } from "#lib/core/clean-up/undertaking.ts";
import type { Rights } from "#lib/core/people/role.ts";
import { type Allowance, allowanceOf } from "./allowance.ts";
import { hashOf } from "./hash.ts";
import { mayNameThere } from "./named.ts";
import type { CleanUpParts } from "./parts.ts";

export const refused = (code: RefusalCode): Refusal => ({ code, values: {} });

/** Why none of it is done; null where it may be. */
export async function refusalOf(
	it: Undertaking,
	parts: CleanUpParts,
	nowMs: number,
): Promise<Refusal | null> {
	const { store, access, leave, reasonRequired } = parts;
	const { approval } = it;
	if (approval === null || hashOf(it.targets) !== it.hash)
		return refused("changed since");
	if (leave.readOnly) return refused("read-only");
	const person = await personOf(store, approval.session, access, nowMs);
	if (!person || !mayApprove(person.rights, it)) return refused("not allowed");
	const may = await allowanceOf(store, person.rights);
	for (const target of it.targets)
		if (
			!mayBeDone(target, may) ||
			!(await mayBeNamed(target, person.rights, parts))
		)
			return refused("not allowed");
	// The web asks for it as well; a row that another hand wrote has nothing of it.
	const unsaid = unsaidIn(approval, it.targets, reasonRequired);
	if (unsaid === null || unsaid === "nothing to approve") return null;
	return refused("not allowed");
}

/** To all of its group, where that is what is done. */
function mayBeDone(target: Target, may: Allowance): boolean {
	const { plan, subscription } = target;
	if (plan === null || !isDoable(target)) return true;
	const { cleanUp, risk } = plan;
	const need = needOfPlan(cleanUp, risk);
	return may(subscription, { action: cleanUp.action, need });
}

const mayBeNamed = async (
	target: Target,
	rights: Rights,
	parts: CleanUpParts,
): Promise<boolean> =>
	target.plan === null ||
	!isDoable(target) ||
	mayNameThere(rights, target.subscription, target.plan.cleanUp, parts);

/** Why nothing is done to this one, or the plan that is followed. */
export function followed(
	{ plan, subscription }: Target,
	{ leave }: CleanUpParts,
): Refusal | Plan {
	const { broker } = subscription;
	if (plan === null) return refused("gone");
	if (readOnlyAt(leave, broker) !== null) return refused("read-only");
	return plan.refusal ?? plan;
}
