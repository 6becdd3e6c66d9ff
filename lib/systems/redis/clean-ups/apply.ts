// How is a plan done? The world is looked at again first, then step by step, and what came of it is what the broker shows.
import type { Outcome } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Course } from "../../system.ts";
import { TroubleError } from "../../trouble-error.ts";
import { changesSince } from "./again.ts";
import { countsOf, figuresSince } from "./counts.ts";
import { type GroupNow, groupNow, type Place } from "./group-now.ts";
import { sourcesIn } from "./prove.ts";
import { applyReclaim } from "./reclaim-apply.ts";
import { refusalFrom } from "./rights.ts";
import { StepFailed } from "./scripts.ts";
import { type Seen, seenIn } from "./seen.ts";
import { endingOf, newTally, refuse, type Tally } from "./tally.ts";

/** `open` throws where there is no connection. */
export async function apply(
	open: () => Promise<Place>,
	plan: Plan,
	course: Course,
	secret: string,
): Promise<Outcome> {
	const seen = seenIn(plan);
	const tally = newTally();
	await course.progress({ messages: 0, members: 0, stage: "looking again" });
	if (plan.refusal !== null) tally.refusals.push(plan.refusal);
	else if (seen === null) refuse(tally, "changed since");
	if (seen === null || plan.refusal !== null)
		return outcomeOf(plan, tally, null, false);
	let place: Place;
	let now: GroupNow;
	try {
		place = await open();
		now = await groupNow(place);
	} catch (error) {
		tally.refusals.push(whyNot(error, secret));
		return outcomeOf(plan, tally, null, false);
	}
	let isUnknown = false;
	try {
		tally.refusals.push(...changesSince(seen, now));
		if (tally.refusals.length === 0)
			await act(place, now, plan, seen, course, tally);
	} catch (error) {
		if (!(error instanceof StepFailed)) throw error;
		isUnknown = !error.isAnswered;
		tally.refusals.push(whyNot(error.cause, secret));
	}
	const { messages, members } = tally;
	await course.progress({ messages, members, stage: "proving" });
	const after = await groupNow(place).catch(() => null);
	return outcomeOf(plan, tally, after, isUnknown);
}

async function act(
	place: Place,
	now: GroupNow,
	{ cleanUp }: Plan,
	seen: Seen,
	course: Course,
	tally: Tally,
): Promise<void> {
	switch (cleanUp.action) {
		case "reclaim":
			return applyReclaim(place, now, cleanUp, seen, course, tally);
		default:
			throw new Error(`nobody does ${cleanUp.action}`);
	}
}

function whyNot(error: unknown, secret: string) {
	if (error instanceof Problem) return { code: "gone", values: {} } as const;
	if (!(error instanceof TroubleError)) return refusalFrom(error, secret);
	const { detail, code } = error.trouble;
	const values = { detail: detail || code };
	return { code: "broker failed", values } as const;
}

function outcomeOf(
	plan: Plan,
	tally: Tally,
	after: GroupNow | null,
	isUnknown: boolean,
): Outcome {
	const sources = sourcesIn(seenIn(plan));
	return {
		ending: isUnknown ? "unknown" : endingOf(tally),
		messagesDone: tally.messages,
		membersRemoved: tally.members,
		refusals: tally.refusals,
		figures: after === null ? [] : figuresSince(plan, countsOf(after, sources)),
		verifiedMs: after === null ? null : Date.now(),
	};
}
