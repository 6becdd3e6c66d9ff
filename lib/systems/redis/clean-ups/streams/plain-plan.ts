// How does a plan look that leaves nothing to choose? What each action has to say of itself, and the rest of it.
import { exactly } from "#lib/core/amount.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { FigureCode } from "#lib/core/clean-up/remark.ts";
import { type Counts, figuresOf } from "../../../figures.ts";
import { linesOf } from "../lines.ts";
import { countsOf } from "./counts.ts";
import type { GroupNow, Place } from "./group-now.ts";
import type { Further, Seen } from "./seen.ts";

type Own = Pick<Plan, "cleanUp" | "risk" | "effects" | "undo" | "refusal"> &
	Partial<Pick<Plan, "warnings" | "messages" | "membersRemoved" | "typed">> & {
		readonly further: Further;
		readonly shown: readonly FigureCode[];
		readonly seen?: Partial<Seen>;
		/** What will be counted otherwise than now. */
		readonly after?: Counts;
		/** What is counted beside the usual. */
		readonly before?: Counts;
		readonly commands?: readonly (readonly (string | number)[])[];
	};

export function plainPlan(place: Place, now: GroupNow, own: Own): Plan {
	const { further, shown, after = {}, before = {}, ...more } = own;
	const { commands = [], seen: alsoSeen, ...said } = more;
	const counts = { ...countsOf(now), ...before };
	const seen: Seen = {
		...{ runId: now.runId, atMs: now.atMs, groups: now.groups.length },
		...{ clears: false, to: null, members: [], further, ...alsoSeen },
	};
	return {
		...{ seenMs: Date.now(), warnings: [], messages: exactly(0) },
		...{ choices: [], members: [], membersLeftOut: 0, membersRemoved: 0 },
		...{ moves: [], movesLeftOut: 0, pace: null },
		...{ typed: null, ...said, seen },
		figures: figuresOf(counts, { ...counts, ...after }, shown),
		commands: linesOf(place, commands),
	};
}
