// What must somebody be allowed for this clean-up? By what it is, and by what its plan turned out to risk.
import type { CleanUp, Risk } from "./clean-up.ts";

/** From harmless to grave. */
export const needs = ["act without loss", "act", "administer"] as const;
export type Need = (typeof needs)[number];

/** By what it is, before anybody drew a plan. */
export function needOf(cleanUp: CleanUp): Need {
	if (["destroy", "delete"].includes(cleanUp.action)) return "administer";
	const mayLose =
		["trim", "forget", "evict", "purge"].includes(cleanUp.action) ||
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
