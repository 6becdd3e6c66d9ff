// What does a position that moves do to messages: how many are read again, and how many never?
import type { PlannedMove } from "./plan.ts";

type Move = Pick<PlannedMove, "before" | "after" | "first" | "end">;

/** In positions; where a log has gaps, messages are at most as many. */
export type Moved = {
	readonly replayed: number;
	readonly skipped: number;
};

/** Only what is kept counts: what is gone can be neither read again nor skipped. */
export function movedBy({ before, after, first, end }: Move): Moved {
	if (before === null || after === null) return { replayed: 0, skipped: 0 };
	const from = Math.min(Math.max(before, first ?? before), end ?? Infinity);
	return {
		replayed: Math.max(0, from - after),
		skipped: Math.max(0, after - from),
	};
}
