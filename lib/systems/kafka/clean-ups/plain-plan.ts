// How does a plan look in which nothing is left to choose? What each action has to say of itself, and the rest of it.
import { exactly } from "#lib/core/amount.ts";
import { movesShownMax, type Plan } from "#lib/core/clean-up/plan.ts";
import type { FigureCode } from "#lib/core/clean-up/remark.ts";
import { type Counts, figuresOf } from "../../figures.ts";
import { countsOf } from "./counts.ts";
import type { GroupNow } from "./group-now.ts";
import type { Place } from "./place.ts";
import type { Row } from "./rows.ts";
import { type Further, seenOf } from "./seen.ts";

type Own = Pick<Plan, "cleanUp" | "risk" | "effects" | "undo" | "refusal"> &
	Partial<
		Pick<Plan, "warnings" | "messages" | "membersRemoved" | "typed" | "members">
	> & {
		readonly further: Further;
		readonly shown: readonly FigureCode[];
		readonly rows?: readonly Row[];
		/** What will be counted otherwise than now. */
		readonly after?: Counts;
		readonly commands?: readonly string[] | null;
	};

export function plainPlan(
	{ learned: { rules } }: Place,
	now: GroupNow,
	{ further, shown, rows = [], after = {}, ...said }: Own,
): Plan {
	const counts = countsOf(now, rules);
	const moves = rows.toSorted((a, b) => sizeOf(b) - sizeOf(a)).map(moveOf);
	return {
		...{ seenMs: now.atMs, warnings: [], messages: exactly(rows.length) },
		...{ choices: [], members: [], membersLeftOut: 0, membersRemoved: 0 },
		...{ pace: null, typed: null, commands: null, ...said },
		moves: moves.slice(0, movesShownMax),
		movesLeftOut: Math.max(0, moves.length - movesShownMax),
		figures: figuresOf(counts, { ...counts, ...after }, shown),
		seen: seenOf(now, further),
	};
}

const sizeOf = ({ before, after }: Row): number =>
	Math.abs((after ?? 0) - (before ?? 0));

const moveOf = ({ channel, partition, before, after, ...more }: Row) => {
	const { first, end, isBrought } = more;
	return { channel, partition, before, after, first, end, isBrought };
};
