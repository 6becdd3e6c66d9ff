// What does the record tell of each step of a clean-up? Enough to know what was done when the errand itself is long forgotten.
import type { Errand } from "../errand.ts";
import type { ProblemDetail } from "../problem.ts";
import type { RecordEntry, RecordEvent } from "../record.ts";
import type { CleanUp } from "./clean-up.ts";
import type { Afterwards, Outcome } from "./outcome.ts";
import type { Plan } from "./plan.ts";
import type { Target } from "./undertaking.ts";

/** As many names or refusals as one line names of a target; the rest is counted. */
const namedMax = 100;

/** The step, and who took it. */
export function stepOf(
	errand: Errand,
	event: RecordEvent,
	by: string | null,
	atMs: number,
): RecordEntry {
	const { id, wish } = errand;
	const undoes =
		wish.verb === "clean up" && wish.cleanUp.action === "undo"
			? { undoes: wish.cleanUp.errand }
			: {};
	return { atMs, errand: id, event, by, told: undoes };
}

/** What was approved, so that it can be read without the plan. */
export function approvalOf(errand: Errand): RecordEntry | null {
	const approval = errand.undertaking?.approval;
	if (!errand.undertaking || !approval) return null;
	const { hash, leftOut, targets } = errand.undertaking;
	const { by, from, why, typed, atMs } = approval;
	const step = stepOf(errand, "approved", by, atMs);
	const told = { from, why, typed, hash, leftOut };
	const its = { ...told, targets: targets.map(plannedOf) };
	return { ...step, told: { ...step.told, ...its } };
}

export function endOf(
	errand: Errand,
	event: RecordEvent,
	{ outcomes, failure, endedMs }: Ended,
): RecordEntry {
	const step = stepOf(errand, event, null, endedMs);
	const its = Object.entries(outcomes).map(([id, it]) => outcomeOf(id, it));
	return { ...step, told: { ...step.told, outcomes: its, failure } };
}

type Ended = {
	readonly outcomes: Readonly<Record<string, Outcome>>;
	readonly failure: ProblemDetail | null;
	readonly endedMs: number;
};

export function seenAgain(
	errand: Errand,
	target: string,
	afterwards: Afterwards,
): RecordEntry {
	const step = stepOf(errand, "seen again", null, afterwards.atMs);
	const { code, values } = afterwards;
	return { ...step, told: { ...step.told, target, code, values } };
}

const plannedOf = ({ id, subscription, plan, failure }: Target) => ({
	...{ id, subscription, failure },
	plan: plan && planOf(plan),
});

const planOf = ({ cleanUp, risk, messages, membersRemoved }: Plan) => ({
	...{ cleanUp: shortOf(cleanUp), risk, messages, membersRemoved },
});

function shortOf(cleanUp: CleanUp): Readonly<Record<string, unknown>> {
	if (!("members" in cleanUp) || cleanUp.members === null) return cleanUp;
	const { named, leftOut } = firstOf(cleanUp.members);
	return { ...cleanUp, members: named, membersLeftOut: leftOut };
}

function outcomeOf(target: string, outcome: Outcome) {
	const { named, leftOut } = firstOf(outcome.refusals);
	return { target, ...outcome, refusals: named, refusalsLeftOut: leftOut };
}

const firstOf = <T>(all: readonly T[]) => ({
	named: all.slice(0, namedMax),
	leftOut: Math.max(0, all.length - namedMax),
});
