// May somebody ask for this? Asked by the web before an errand is written and by the collector before it is run.
import type { AlertTarget } from "#lib/core/alert/alert.ts";
import { isInScope } from "#lib/core/alert/in-scope.ts";
import { isDoable, type Leave } from "#lib/core/clean-up/consent.ts";
import { needOf, needOfPlan } from "#lib/core/clean-up/need.ts";
import type { Undertaking } from "#lib/core/clean-up/undertaking.ts";
import { showsContents, type Wish } from "#lib/core/errand.ts";
import {
	may,
	mayAt,
	mayCleanUp,
	mayCleanUpAt,
	mayEverywhere,
	scopeOf,
} from "#lib/core/people/rights.ts";
import type { Rights } from "#lib/core/people/role.ts";
import { holdsAllOf, type Spot } from "#lib/core/people/scope.ts";

/** At least somewhere, and everywhere where it is about everything. */
export function mayAsk(rights: Rights, wish: Wish): boolean {
	switch (wish.verb) {
		case "try":
			return mayEverywhere(rights, "administer");
		case "look":
			return (
				may(rights, "look") &&
				(!showsContents(wish) || may(rights, "see contents"))
			);
		case "clean up": {
			const { cleanUp } = wish;
			return (
				may(rights, "look") &&
				mayCleanUp(rights, cleanUp.action, needOf(cleanUp))
			);
		}
		case "back-test":
			return may(rights, "look");
		case "acknowledge":
			return may(rights, "tend alerts");
		case "add person":
		case "set roles":
		case "remove person":
		case "invite":
		case "offer link":
			return mayEverywhere(rights, "administer");
		case "set password":
		case "add token":
		case "end token":
		case "end session":
		case "end sessions":
			// One's own: whose it is, is asked of the store.
			return rights.length > 0;
		default:
			// A rule or a mute is about whatever fits it, now or later.
			return (
				mayEverywhere(rights, "tend alerts") && mayEverywhere(rights, "see")
			);
	}
}

/** Of what is about one subscription: there as well. */
export function mayAskAt(rights: Rights, wish: Wish, spot: Spot): boolean {
	if (!mayAsk(rights, wish)) return false;
	switch (wish.verb) {
		case "look":
			return (
				mayAt(rights, "see", spot) &&
				mayAt(rights, "look", spot) &&
				(!showsContents(wish) || mayAt(rights, "see contents", spot))
			);
		case "clean up": {
			const { cleanUp } = wish;
			return mayCleanUpAt(rights, cleanUp.action, needOf(cleanUp), spot);
		}
		default:
			return true;
	}
}

/** Of a broker: where all of it is theirs to tend; of what is about everything: everywhere. */
export function mayAcknowledge(rights: Rights, target: AlertTarget): boolean {
	const tended = scopeOf(rights, ["tend alerts"]);
	if (!isInScope(scopeOf(rights, ["see"]), target)) return false;
	return target.is === "broker"
		? holdsAllOf(tended, target.broker)
		: isInScope(tended, target);
}

/** A plan may turn out graver than what was asked for: who approves it needs the right for each. */
export const mayApprove = (
	rights: Rights,
	{ targets }: Pick<Undertaking, "targets">,
): boolean =>
	targets.every((target) => {
		if (target.plan === null || !isDoable(target)) return true;
		const { cleanUp, risk } = target.plan;
		const need = needOfPlan(cleanUp, risk);
		return mayCleanUpAt(rights, cleanUp.action, need, target.subscription);
	});

export const leaveOf = (
	rights: Rights,
	{ readOnly, readOnlyBrokers }: Omit<Leave, "rights">,
): Leave => ({ rights, readOnly, readOnlyBrokers });
