// How is a plan for a queue done? Only to the queue that was seen, once, and what came of it is what the broker counts then.
import type { Outcome } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import { type Changes, runPlan } from "../../run-plan.ts";
import type { Course } from "../../system.ts";
import type { Tally } from "../../tally.ts";
import { whyNot } from "./answered.ts";
import { type Connected, connectedNow } from "./connected-now.ts";
import { figuresNow, figuresSettled } from "./counts.ts";
import { deleteChanges, deleteQueue } from "./delete.ts";
import { evict, evictChanges } from "./evict.ts";
import { moveChanges, type Target, targetOf } from "./move.ts";
import type { Place } from "./place.ts";
import { purge, purgeChanges } from "./purge.ts";
import { type QueueNow, queueNow } from "./queue-now.ts";
import { runShovel } from "./run-shovel.ts";
import { type Seen, seenIn } from "./seen.ts";

type Now = {
	readonly queue: QueueNow;
	/** Where messages go; null where they go nowhere, or that is gone. */
	readonly target: Target | null;
	readonly connected: Connected | null;
};

export function apply(
	place: Place,
	plan: Plan,
	course: Course,
): Promise<Outcome> {
	const seen = seenIn(plan);
	let isBegun = false;
	return runPlan<Place, Now, Seen>(
		{
			...{ seen, whyNot },
			open: async () => place,
			look: async () => nowOf(place, seen),
			changes: (seen, now) => changesSince(place, seen, now),
			act: async (_, now, seen, tally) => {
				isBegun = true;
				await act(place, now, seen, course, tally);
			},
			figures: (_, seen) =>
				(isBegun ? figuresSettled : figuresNow)(place, plan, seen),
		},
		plan,
		course,
	);
}

async function nowOf(place: Place, seen: Seen | null): Promise<Now> {
	const further = seen?.further;
	return {
		queue: await queueNow(place),
		target:
			further?.action === "move" ? await targetOf(place, further.to) : null,
		connected:
			further?.action === "evict"
				? await connectedNow(place, further.connection)
				: null,
	};
}

function changesSince(place: Place, seen: Seen, now: Now): Changes<Seen> {
	const refusal = refusalSince(place, seen, now);
	return refusal === null
		? { refusals: [], rest: seen }
		: { refusals: [refusal], rest: null };
}

function refusalSince(
	place: Place,
	seen: Seen,
	{ queue, target, connected }: Now,
): Refusal | null {
	const { further } = seen;
	switch (further.action) {
		case "purge":
			return purgeChanges(place, seen.queue, queue);
		case "delete":
			return deleteChanges(place, seen.queue, queue);
		case "move":
			return moveChanges(place, seen.queue, further, queue, target);
		case "evict":
			return evictChanges(place, seen, further, queue, connected);
		case "nothing":
			return { code: "nothing to do", values: {} };
	}
}

async function act(
	place: Place,
	{ queue, target }: Now,
	{ further }: Seen,
	course: Course,
	tally: Tally,
): Promise<void> {
	switch (further.action) {
		case "purge":
			return purge(place, queue, course, tally);
		case "delete":
			return deleteQueue(place, course, tally);
		case "evict":
			return evict(place, queue, further, course, tally);
		case "move":
			if (target !== null)
				await runShovel(place, queue, target, further, course, tally);
	}
}
