// What keeps somebody from a clean-up? The configuration, their role, the plan itself, or what they did not say.
import type { CleanUp, Risk } from "./clean-up.ts";
import type { Approval, Target, Targets } from "./undertaking.ts";

/** What somebody must be allowed, from harmless to grave. */
export const needs = ["act without loss", "act", "administer"] as const;
export type Need = (typeof needs)[number];

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
	readonly allowed: readonly Need[];
	readonly readOnly: boolean;
	readonly readOnlyBrokers: readonly string[];
};

export function hindranceTo(
	leave: Leave,
	broker: string,
	need: Need,
): Hindrance | null {
	if (leave.readOnly) return "read-only";
	if (leave.readOnlyBrokers.includes(broker)) return "broker read-only";
	return leave.allowed.includes(need) ? null : "not allowed";
}

/** Whose work somebody's hand ends is named alone: never several, and never all that match. */
export const isTooMany = (cleanUp: CleanUp, targets: Targets): boolean =>
	cleanUp.action === "evict" &&
	("filter" in targets || targets.subscriptions.length > 1);

/** By what it is, before anybody drew a plan. */
export function needOf(cleanUp: CleanUp): Need {
	if (cleanUp.action === "destroy") return "administer";
	const mayLose =
		["trim", "forget", "evict"].includes(cleanUp.action) ||
		(cleanUp.action === "reclaim" && cleanUp.fate === "acknowledge");
	return mayLose ? "act" : "act without loss";
}

/** By what its plan says it risks as well. */
export function needOfPlan(cleanUp: CleanUp, risk: Risk): Need {
	const need = needOf(cleanUp);
	return risk === "loses messages" && need === "act without loss"
		? "act"
		: need;
}

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
