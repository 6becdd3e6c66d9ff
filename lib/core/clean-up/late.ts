// Is a plan too old to be approved? Also where nobody knows how old it is, because the clock was set back since.
import type { Undertaking } from "./undertaking.ts";

/** Two processes of one machine may differ by this. */
export const planAheadMs = 60_000;

export const isLate = (
	{ plannedMs, expiresMs }: Pick<Undertaking, "plannedMs" | "expiresMs">,
	nowMs: number,
): boolean => nowMs >= expiresMs || nowMs < plannedMs - planAheadMs;
