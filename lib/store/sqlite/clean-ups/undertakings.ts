// How is a clean-up read from its rows? With its plans whole, or without what is long of them.
import type {
	Afterwards,
	Outcome,
	Progress,
} from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type {
	Approval,
	Target,
	Undertaking,
} from "#lib/core/clean-up/undertaking.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import {
	fromJson,
	fromJsonOrNull,
	number,
	numberOrNull,
	text,
	textOrNull,
} from "../cells.ts";
import type { Cells, Connection } from "../connection.ts";

export type HowMuch = "whole" | "short";

const short =
	"id, subscription, plan, failure, progress, outcome, afterwards, kept";
const columns: Readonly<Record<HowMuch, string>> = {
	short,
	whole: `${short}, plan_more`,
};

/** Null until it has been planned. */
export function undertakingIn(
	connection: Connection,
	errand: string,
	howMuch: HowMuch,
): Undertaking | null {
	const cells = connection.one(
		"SELECT * FROM clean_up WHERE errand = ?",
		errand,
	);
	if (cells === null) return null;
	const sql = `SELECT ${columns[howMuch]} FROM clean_up_target WHERE errand = ? ORDER BY rowid`;
	return {
		targets: connection.all(sql, errand).map(targetOf),
		leftOut: number(cells.left_out),
		hash: text(cells.hash),
		plannedMs: number(cells.planned_ms),
		expiresMs: number(cells.expires_ms),
		approval: approvalOf(cells),
		startedMs: numberOrNull(cells.started_ms),
		stoppedBy: textOrNull(cells.stopped_by),
		undoneBy: textOrNull(cells.undone_by),
	};
}

/** Before a while nobody kept what was typed. */
function approvalOf({ approval }: Cells): Approval | null {
	const its = fromJsonOrNull<Approval>(approval);
	return its && { ...its, typed: its.typed ?? null };
}

const targetOf = (cells: Cells): Target => ({
	id: text(cells.id),
	subscription: fromJson<Subscription>(cells.subscription),
	plan: planOf(cells),
	failure: fromJsonOrNull<ProblemDetail>(cells.failure),
	progress: fromJsonOrNull<Progress>(cells.progress),
	outcome: fromJsonOrNull<Outcome>(cells.outcome),
	afterwards: fromJson<readonly Afterwards[]>(cells.afterwards),
	kept: number(cells.kept),
});

type Long = Pick<Plan, "choices" | "members" | "moves" | "commands" | "seen">;

const nothingLong: Long = {
	choices: [],
	members: [],
	moves: [],
	commands: null,
	seen: null,
};

function planOf({ plan, plan_more: more }: Cells): Plan | null {
	const rest = fromJsonOrNull<Omit<Plan, keyof Long>>(plan);
	if (rest === null) return null;
	return {
		...rest,
		...nothingLong,
		...(more === undefined ? {} : fromJson<Partial<Long>>(more)),
	};
}

export function planCells(plan: Plan): readonly [string, string] {
	const { choices, members, moves, commands, seen, ...rest } = plan;
	const long: Long = { choices, members, moves, commands, seen };
	return [JSON.stringify(rest), JSON.stringify(long)];
}
