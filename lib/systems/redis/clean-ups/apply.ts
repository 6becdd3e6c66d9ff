// How is a plan done? The world is looked at again first, then step by step, and what came of it is what the broker shows.
import { type CleanUp, reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import type { Outcome } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Course } from "../../system.ts";
import { endingOf, newTally, refuse, type Tally } from "../../tally.ts";
import { TroubleError } from "../../trouble-error.ts";
import { changesSince } from "./again.ts";
import { applyCount } from "./count.ts";
import { type Counts, countsOf, figuresSince, nothingThere } from "./counts.ts";
import { applyDestroy } from "./destroy.ts";
import { type GroupNow, groupNow, lengthOf, type Place } from "./group-now.ts";
import { applyReclaim } from "./reclaim-apply.ts";
import { applyRedrive } from "./redrive.ts";
import { refusalFrom } from "./rights.ts";
import { StepFailed } from "./scripts.ts";
import { type Seen, seenIn } from "./seen.ts";
import { applyTrim } from "./trim.ts";
import { applyUndo } from "./undo.ts";

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
	const shown = await shownBy(place, plan, seen).catch(() => null);
	return outcomeOf(plan, tally, shown, isUnknown);
}

/** What the broker shows; that a group is no more can be shown too. */
export async function shownBy(
	place: Place,
	{ cleanUp }: Plan,
	seen: Seen | null,
): Promise<Counts> {
	const sources = new Set(seen?.members.map(({ name }) => name));
	const aside = asideIn(cleanUp, seen);
	const length = aside === null ? null : await lengthOf(place, aside);
	try {
		return countsOf(await groupNow(place), sources, length);
	} catch (error) {
		if (error instanceof Problem && cleanUp.action === "destroy")
			return nothingThere;
		throw error;
	}
}

function asideIn(cleanUp: CleanUp, seen: Seen | null): string | null {
	if (cleanUp.action === "redrive") return cleanUp.from;
	const isPutAside =
		cleanUp.action === "reclaim" && cleanUp.fate === "dead-letter";
	return isPutAside ? (seen?.to ?? null) : null;
}

/** The plan says what is done, and `seen` to what. */
async function act(
	place: Place,
	now: GroupNow,
	{ cleanUp }: Plan,
	seen: Seen,
	course: Course,
	tally: Tally,
): Promise<void> {
	const { further } = seen;
	switch (further.action) {
		case "reclaim":
		case "clear": {
			const order = cleanUp.action === "reclaim" ? cleanUp : reclaimAll;
			return applyReclaim(place, now, order, seen, course, tally);
		}
		case "trim":
			return applyTrim(place, further.keptFrom, course, tally);
		case "count":
			return applyCount(place, further, course, tally);
		case "destroy":
			return applyDestroy(place, further, course, tally);
		case "redrive":
			return applyRedrive(place, seen, further, course, tally);
		case "undo":
			return applyUndo(place, further, course, tally);
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
	shown: Counts | null,
	isUnknown: boolean,
): Outcome {
	return {
		ending: isUnknown ? "unknown" : endingOf(tally),
		messagesDone: tally.messages,
		membersRemoved: tally.members,
		refusals: tally.refusals,
		figures: shown === null ? [] : figuresSince(plan, shown),
		verifiedMs: shown === null ? null : Date.now(),
	};
}
