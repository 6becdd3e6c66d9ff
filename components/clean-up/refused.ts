// Why was nothing of it done, or nothing planned? Since the world moved on, or for a reason that another plan would meet again.
import type { RefusalCode } from "#lib/core/clean-up/refusal-code.ts";
import type { CleanUpReply } from "#lib/wire/clean-up.ts";

/** What another look may show otherwise. */
const moved: readonly RefusalCode[] = [
	...(["came back", "holds messages", "moved since", "changed since"] as const),
	...(["message gone", "gone", "other server", "still needed"] as const),
	...(["acknowledged since", "copy was read", "no group"] as const),
	...(["has members", "regroups", "made again", "positions moved"] as const),
	...(["program at work", "still read", "still at work"] as const),
	...(["transaction open", "still connected", "taken since"] as const),
	...(["still in use", "not empty", "no such channel"] as const),
];

/** Nothing stands in its way: there is nothing, or nothing yet. */
const idle: readonly RefusalCode[] = ["nothing to do", "nobody judged"];

const targetsOf = ({ undertaking }: Pick<CleanUpReply, "undertaking">) =>
	undertaking?.targets ?? [];

export const hasMovedOn = (errand: Pick<CleanUpReply, "undertaking">) =>
	targetsOf(errand)
		.flatMap(({ outcome }) => outcome?.refusals ?? [])
		.some(({ code }) => moved.includes(code));

const isAll = (
	errand: Pick<CleanUpReply, "undertaking">,
	codes: readonly RefusalCode[],
): boolean =>
	targetsOf(errand).every(
		({ plan }) => plan?.refusal != null && codes.includes(plan.refusal.code),
	);

/** Of a plan that does nothing: there is nothing, or something stands in its way. */
export const isIdle = (errand: Pick<CleanUpReply, "undertaking">): boolean =>
	isAll(errand, idle);

/** No more than that is to be said. */
export const isEmpty = (errand: Pick<CleanUpReply, "undertaking">): boolean =>
	isAll(errand, ["nothing to do"]);
