// Is a plan still young? With the time as its one parameter, and as `lib/core/clean-up/late.ts` says it.
import { planAheadMs } from "#lib/core/clean-up/late.ts";

export const inTime = `(? BETWEEN planned_ms - ${planAheadMs} AND expires_ms - 1)`;
