// How does a plan for a queue look? What every one of them has, and what each has to say of itself.
import { type Amount, about, exactly } from "#lib/core/amount.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { type Counts, figuresOf } from "../../figures.ts";
import { seenOf } from "./again.ts";
import { type Line, linesOf } from "./lines.ts";
import type { QueueNow } from "./queue-now.ts";
import type { Further, Seen } from "./seen.ts";

type Own = Pick<Plan, "cleanUp" | "risk" | "effects" | "refusal"> &
	Partial<Pick<Plan, "warnings" | "messages" | "membersRemoved" | "typed">> & {
		readonly before: Counts;
		readonly after: Counts;
		readonly lines: readonly Line[];
		/** Null where nothing is to be done. */
		readonly further: Further | null;
	};

export function drawn(now: QueueNow, own: Own): Plan {
	const { before, after, lines, further, ...said } = own;
	const seen: Seen = {
		queue: seenOf(now),
		further: further ?? { action: "nothing" },
	};
	return {
		...{ seenMs: Date.now(), warnings: [], messages: exactly(0) },
		...{ choices: [], members: [], membersLeftOut: 0, membersRemoved: 0 },
		...{ moves: [], movesLeftOut: 0, pace: null, typed: null },
		...{ undo: "impossible", ...said, seen },
		figures: figuresOf(before, after),
		commands: linesOf(lines),
	};
}

/** What comes and goes was counted a moment ago. */
export const amountOf = ({ isIdle }: QueueNow, n: number): Amount =>
	(isIdle ? exactly : about)(n);

export const counted = (n: number | null): Amount | null =>
	n === null ? null : exactly(n);
