// What still keeps somebody from saying yes? Told before the server is asked, which asks again.
import type { Leave } from "#lib/core/clean-up/consent.ts";
import { needOfPlan } from "#lib/core/clean-up/need.ts";
import { mayCleanUpAt } from "#lib/core/people/rights.ts";
import type { CleanUpReply } from "#lib/wire/clean-up.ts";
import { isDoable } from "./deed.ts";

export type Obstacle = "mayNot" | "needsReason" | "needsName";

type Allowed = Pick<Leave, "rights"> & { readonly reasonRequired: boolean };

export function obstacleTo(
	{ undertaking }: Pick<CleanUpReply, "undertaking">,
	leave: Allowed | null,
	yes: { readonly why: string; readonly typed: string },
): Obstacle | null {
	if (undertaking === null) return null;
	const mayAll = undertaking.targets.filter(isDoable).every((target) => {
		if (leave === null || target.plan === null) return true;
		const { cleanUp, risk } = target.plan;
		const need = needOfPlan(cleanUp, risk);
		return mayCleanUpAt(
			leave.rights,
			cleanUp.action,
			need,
			target.subscription,
		);
	});
	if (!mayAll) return "mayNot";
	if (leave?.reasonRequired && yes.why.trim() === "") return "needsReason";
	const { typed } = undertaking;
	return typed !== null && yes.typed.trim() !== typed.trim()
		? "needsName"
		: null;
}
