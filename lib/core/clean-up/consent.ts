// What keeps somebody from a clean-up? The configuration, their role, the plan itself, or what they did not say.
import { mayCleanUp, mayCleanUpAt } from "../people/rights.ts";
import type { Rights } from "../people/role.ts";
import type { Spot } from "../people/scope.ts";
import type { Action, CleanUp } from "./clean-up.ts";
import type { Need } from "./need.ts";
import type { Approval, Target, Targets } from "./undertaking.ts";

/** What is known before anything is asked: a button is disabled and says it. */
export const hindrances = [
	/** Nothing may be changed from here at all. */
	"read-only",
	/** Nothing at this broker. {broker} */
	"broker read-only",
	"not allowed",
] as const;
export type Hindrance = (typeof hindrances)[number];

/** What a yes is refused with. */
export const consentFaults = [
	"plan of another",
	"plan expired",
	/** It is not the plan that was shown. */
	"plan changed",
	/** It was cancelled, or is over. */
	"plan closed",
	"nothing to approve",
	/** {typed} */
	"name not typed",
	"reason required",
] as const;
export type ConsentFault = (typeof consentFaults)[number];

/** Why something is not taken back. */
export const undoFaults = [
	/** Nothing of it was done, or it is not over. */
	"nothing to undo",
	"undone already",
	/** {hours} */
	"undo too late",
	"undo impossible",
] as const;
export type UndoFault = (typeof undoFaults)[number];

/** For so long it can be taken back. */
export const undoLastsMs = 24 * 3_600_000;
export const whyLengthMax = 500;

/** What may be changed from here, and what of that by whoever asks. */
export type Leave = {
	readonly rights: Rights;
	readonly readOnly: boolean;
	readonly readOnlyBrokers: readonly string[];
};

export type Wanted = { readonly action: Action; readonly need: Need };

export function hindranceTo(
	leave: Leave,
	spot: Spot,
	{ action, need }: Wanted,
): Hindrance | null {
	return (
		readOnlyAt(leave, spot.broker) ??
		(mayCleanUpAt(leave.rights, action, need, spot) ? null : "not allowed")
	);
}

/** Whoever asks. */
export function readOnlyAt(
	{ readOnly, readOnlyBrokers }: Omit<Leave, "rights">,
	broker: string,
): "read-only" | "broker read-only" | null {
	if (readOnly) return "read-only";
	return readOnlyBrokers.includes(broker) ? "broker read-only" : null;
}

/** What keeps somebody from it wherever it would be. */
export function hindranceAnywhere(
	leave: Leave,
	{ action, need }: Wanted,
): Hindrance | null {
	if (leave.readOnly) return "read-only";
	return mayCleanUp(leave.rights, action, need) ? null : "not allowed";
}

/** Whose work somebody's hand ends is named alone: never several, and never all that match. */
export const isTooMany = (cleanUp: CleanUp, targets: Targets): boolean =>
	cleanUp.action === "evict" &&
	("filter" in targets || targets.subscriptions.length > 1);

export const isDoable = ({ plan }: Pick<Target, "plan">): boolean =>
	plan !== null && plan.refusal === null;

/** What a yes leaves unsaid; null where it says enough. */
export function unsaidIn(
	{ typed, why }: Pick<Approval, "typed" | "why">,
	targets: readonly Target[],
	reasonRequired: boolean,
): "nothing to approve" | "name not typed" | "reason required" | null {
	if (!targets.some(isDoable)) return "nothing to approve";
	const name = typedFor(targets);
	if (name !== null && typed !== name) return "name not typed";
	return reasonRequired && !why?.trim() ? "reason required" : null;
}

/** What has to be typed for all of them: the one name, or where there are several, how many; null where nothing has to be. */
export function typedFor(targets: readonly Target[]): string | null {
	const names = new Set(
		targets.filter(isDoable).flatMap(({ plan }) => plan?.typed ?? []),
	);
	const [name = null] = names;
	return names.size > 1 ? String(names.size) : name;
}
