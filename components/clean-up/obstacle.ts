// What still keeps somebody from saying yes? Told before the server is asked, which asks again.
import { type Leave, needOfPlan } from "#lib/core/clean-up/consent.ts";
import type { CleanUpReply } from "#lib/wire/clean-up.ts";
import { isDoable } from "./deed.ts";

export type Obstacle = "mayNot" | "needsReason" | "needsName";

type Allowed = Pick<Leave, "allowed"> & { readonly reasonRequired: boolean };

export function obstacleTo(
	{ undertaking }: Pick<CleanUpReply, "undertaking">,
	leave: Allowed | null,
	yes: { readonly why: string; readonly typed: string },
): Obstacle | null {
	if (undertaking === null) return null;
	const plans = undertaking.targets
		.filter(isDoable)
		.flatMap(({ plan }) => plan ?? []);
	const mayAll = plans.every(
		({ cleanUp, risk }) =>
			leave === null || leave.allowed.includes(needOfPlan(cleanUp, risk)),
	);
	if (!mayAll) return "mayNot";
	if (leave?.reasonRequired && yes.why.trim() === "") return "needsReason";
	const { typed } = undertaking;
	return typed !== null && yes.typed.trim() !== typed.trim()
		? "needsName"
		: null;
}
