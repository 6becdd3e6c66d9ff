// How is a plan done? The world is looked at again first, then it is done once, and what came of it is what the broker shows.
import { setTimeout as after } from "node:timers/promises";
import type { Outcome } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { figuresSince } from "../../figures.ts";
import type { Course } from "../../system.ts";
import { endingOf, newTally, refuse, type Tally } from "../../tally.ts";
import { changesSince } from "./again.ts";
import { countsOf } from "./counts.ts";
import { endGroup } from "./destroy.ts";
import { evict, notEvictedNow } from "./evict.ts";
import { notForgotten, putForget } from "./forget.ts";
import type { GroupNow } from "./group-now.ts";
import { hiddenIn, notIdle } from "./idle.ts";
import { lookedAt, type Shown, shownBy } from "./looked.ts";
import type { Place } from "./place.ts";
import { whyNot } from "./refused.ts";
import { putReset } from "./reset.ts";
import { type Seen, seenIn } from "./seen.ts";
import { standingsOf } from "./standing.ts";
import { Untold } from "./told.ts";
import { putUndo } from "./undo.ts";

export async function apply(
	place: Place,
	plan: Plan,
	course: Course,
): Promise<Outcome> {
	const seen = seenIn(plan);
	const tally = newTally();
	await course.progress({ messages: 0, members: 0, stage: "looking again" });
	if (plan.refusal !== null) tally.refusals.push(plan.refusal);
	else if (seen === null) refuse(tally, "changed since");
	if (seen === null || plan.refusal !== null)
		return outcomeOf(plan, tally, null);
	let now: GroupNow;
	try {
		now = await lookedAt(place, seen);
	} catch (error) {
		tally.refusals.push(whyNot(error));
		return outcomeOf(plan, tally, null);
	}
	tally.refusals.push(...refusalsOf(place, seen, now));
	if (tally.refusals.length > 0) {
		const counts = countsOf(now, place.learned.rules);
		return outcomeOf(plan, tally, { counts, atMs: now.atMs });
	}
	const isAnswered = await act(place, now, seen, course, tally);
	return proved(place, plan, seen, course, tally, isAnswered);
}

/** The broker is the second lock: it refuses whoever comes between this look and what follows. */
function refusalsOf({ learned, group }: Place, seen: Seen, now: GroupNow) {
	const { further } = seen;
	if (further.action === "evict") {
		const refusal = notEvictedNow(seen, further, now);
		return refusal === null ? [] : [refusal];
	}
	const busy =
		further.action === "forget"
			? notForgotten(now, further.members)
			: notIdle(now);
	if (busy !== null) return [busy];
	const changes = changesSince(seen, now);
	if (changes.length > 0) return changes;
	const { refusal } = hiddenIn(now, learned.times.rest(group));
	return refusal === null ? [] : [refusal];
}

/** False where nobody knows whether all of it was done. */
async function act(
	place: Place,
	now: GroupNow,
	seen: Seen,
	course: Course,
	tally: Tally,
): Promise<boolean> {
	const { further } = seen;
	try {
		switch (further.action) {
			case "reset":
				await putReset(place, now, further.targets, course, tally);
				break;
			case "undo":
				await putUndo(place, now, further.targets, course, tally);
				break;
			case "destroy":
				await endGroup(place, now, course, tally);
				break;
			case "forget":
				await putForget(place, now, further.targets, course, tally);
				break;
			case "evict":
				await evict(place, now, further, course, tally);
		}
		return true;
	} catch (error) {
		if (!(error instanceof Untold)) throw error;
		tally.refusals.push(whyNot(error.cause));
		return !error.isSent;
	}
}

const secondLookSeconds = 10;

/** A program that nobody sees writes its own positions again within seconds: where there may be one it is waited for. */
async function proved(
	place: Place,
	plan: Plan,
	seen: Seen,
	course: Course,
	tally: Tally,
	isAnswered: boolean,
): Promise<Outcome> {
	const { messages, members } = tally;
	const tell = () => course.progress({ messages, members, stage: "proving" });
	await tell();
	const mayBeHidden = plan.warnings.some(
		({ code }) => code === "program unseen",
	);
	const isWaited = mayBeHidden && messages > 0;
	for (let left = isWaited ? secondLookSeconds : 0; left > 0; left--) {
		if (course.stop.aborted) break;
		await after(1_000);
		await tell();
	}
	const shown = await shownBy(place, seen).catch(() => null);
	const { further } = seen;
	if (further.action === "evict") {
		const here = shown?.described?.members;
		const isOut = here?.every(({ id }) => id !== further.id) ?? false;
		if (!isAnswered && isOut) [tally.members, tally.refusals.length] = [1, 0];
		return outcomeOf(plan, tally, shown, !isAnswered && !isOut);
	}
	const all = shown && standingsOf(seen, shown);
	if (!isAnswered) {
		const put = (all?.["as put"] ?? 0) + (all?.["reads on"] ?? 0);
		tally.messages = Math.max(messages, put);
		const isWhole = all !== null && all["as before"] + all["put back"] === 0;
		if (isWhole) tally.refusals.length = 0;
		return outcomeOf(plan, tally, shown, !isWhole);
	}
	const left = sizeOf(seen) - messages;
	const back = all ? all["as before"] + all["put back"] - left : 0;
	if (back > 0) {
		place.learned.times.worked(place.group, Date.now());
		refuse(tally, "put back", { partitions: back });
		tally.messages = Math.max(0, messages - back);
	}
	return outcomeOf(plan, tally, shown);
}

const sizeOf = ({ further }: Seen): number =>
	further.targets.reduce((sum, { partitions }) => sum + partitions.length, 0);

function outcomeOf(
	plan: Plan,
	tally: Tally,
	shown: Pick<Shown, "counts" | "atMs"> | null,
	isUnknown = false,
): Outcome {
	return {
		ending: isUnknown ? "unknown" : endingOf(tally),
		messagesDone: tally.messages,
		membersRemoved: tally.members,
		refusals: tally.refusals,
		figures: shown ? figuresSince(plan, shown.counts) : [],
		verifiedMs: shown?.atMs ?? null,
	};
}
