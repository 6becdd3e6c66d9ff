// How is a plan done? The world is looked at again first, then step by step, and what came of it is what the broker shows.
import type { Outcome } from "#lib/core/clean-up/outcome.ts";
import type { Figure, Plan } from "#lib/core/clean-up/plan.ts";
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import type { Course } from "./system.ts";
import { endingOf, newTally, refuse, type Tally } from "./tally.ts";

/** The broker said no, or nothing at all: whether it was done is then unknown. */
export class StepFailed extends Error {
	readonly isAnswered: boolean;
	constructor(cause: Error, isAnswered: boolean) {
		super(cause.message, { cause });
		this.name = "StepFailed";
		this.isAnswered = isAnswered;
	}
}

/** How one kind looks, compares and acts. */
export type Doing<Place, Now, Seen> = {
	/** Null for a plan that this program did not draw. */
	readonly seen: Seen | null;
	/** Throws where there is no connection. */
	open(): Promise<Place>;
	look(place: Place): Promise<Now>;
	/** Whatever is no longer as it was seen, and what can be done nevertheless; null where nothing can. */
	changes(seen: Seen, now: Now): Changes<Seen>;
	act(place: Place, now: Now, seen: Seen, tally: Tally): Promise<void>;
	/** Of whatever came in the way of looking or doing; throws what is a bug. */
	whyNot(error: unknown): Refusal;
	/** What the plan counted, as it is now. */
	figures(place: Place, seen: Seen): Promise<readonly Figure[]>;
};

export type Changes<Seen> = {
	readonly refusals: readonly Refusal[];
	readonly rest: Seen | null;
};

export async function runPlan<Place, Now, Seen>(
	doing: Doing<Place, Now, Seen>,
	plan: Plan,
	course: Course,
): Promise<Outcome> {
	const { seen } = doing;
	const tally = newTally();
	await course.progress({ messages: 0, members: 0, stage: "looking again" });
	if (plan.refusal !== null) tally.refusals.push(plan.refusal);
	else if (seen === null) refuse(tally, "changed since");
	if (seen === null || plan.refusal !== null)
		return outcomeOf(tally, null, false);
	let place: Place;
	let now: Now;
	try {
		place = await doing.open();
		now = await doing.look(place);
	} catch (error) {
		tally.refusals.push(doing.whyNot(error));
		return outcomeOf(tally, null, false);
	}
	let isUnknown = false;
	try {
		const { refusals, rest } = doing.changes(seen, now);
		tally.refusals.push(...refusals);
		if (rest !== null) await doing.act(place, now, rest, tally);
	} catch (error) {
		if (!(error instanceof StepFailed)) throw error;
		isUnknown = !error.isAnswered;
		tally.refusals.push(doing.whyNot(error.cause));
	}
	const { messages, members } = tally;
	await course.progress({ messages, members, stage: "proving" });
	const shown = await doing.figures(place, seen).catch(() => null);
	return outcomeOf(tally, shown, isUnknown);
}

const outcomeOf = (
	tally: Tally,
	figures: readonly Figure[] | null,
	isUnknown: boolean,
): Outcome => ({
	ending: isUnknown ? "unknown" : endingOf(tally),
	messagesDone: tally.messages,
	membersRemoved: tally.members,
	refusals: tally.refusals,
	figures: figures ?? [],
	verifiedMs: figures === null ? null : Date.now(),
});
