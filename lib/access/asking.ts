// May somebody ask for this? Asked by the web before an errand is written and by the collector before it is run.
import {
	isDoable,
	type Leave,
	needOf,
	needOfPlan,
	needs,
} from "#lib/core/clean-up/consent.ts";
import type { Undertaking } from "#lib/core/clean-up/undertaking.ts";
import { showsContents, type Wish } from "#lib/core/errand.ts";
import { type Act, may } from "./roles.ts";

function actsFor(wish: Wish): readonly Act[] {
	switch (wish.verb) {
		case "try":
			return ["administer"];
		case "clean up":
			return ["look", needOf(wish.cleanUp)];
		case "look":
			return showsContents(wish) ? ["look", "see contents"] : ["look"];
		case "back-test":
			return ["look"];
		default:
			return ["look", "tend alerts"];
	}
}

export const mayAsk = (role: string, wish: Wish): boolean =>
	actsFor(wish).every((act) => may(role, act));

/** A plan may turn out graver than what was asked for: who approves it needs the right for each. */
export const mayApprove = (
	role: string,
	{ targets }: Pick<Undertaking, "targets">,
): boolean =>
	targets.every(
		(target) =>
			target.plan === null ||
			!isDoable(target) ||
			may(role, needOfPlan(target.plan.cleanUp, target.plan.risk)),
	);

export const leaveOf = (
	role: string,
	{ readOnly, readOnlyBrokers }: Omit<Leave, "allowed">,
): Leave => ({
	...{ readOnly, readOnlyBrokers },
	allowed: needs.filter((need) => may(role, need)),
});
