// From where does a group read on, and what does that cost?
import type { Reset } from "#lib/core/clean-up/clean-up.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Course } from "../../system.ts";
import type { Tally } from "../../tally.ts";
import { type GroupNow, topicIn } from "./group-now.ts";
import { hasMarkers } from "./markers-between.ts";
import type { Place } from "./place.ts";
import { positionPlan } from "./position-plan.ts";
import type { Put } from "./puts.ts";
import type { Targets } from "./seen.ts";
import { aimsOf } from "./whereto.ts";
import { write } from "./write.ts";

export async function planReset(
	place: Place,
	now: GroupNow,
	cleanUp: Reset,
): Promise<Plan> {
	const topic = topicIn(now, place.subscription.channel);
	const { aims, refusal } = await aimsOf(place, topic, cleanUp);
	return positionPlan(place, now, {
		...{ cleanUp, action: "reset", undo: "while empty", aims, refusal },
		hasMarkers: await hasMarkers(place, topic, aims),
	});
}

/** With what was written beside each position. */
export async function putReset(
	place: Place,
	now: GroupNow,
	targets: readonly Targets[],
	course: Course,
	tally: Tally,
): Promise<void> {
	const puts = targets.flatMap(({ topic, partitions, positions }) =>
		partitions.map((partition, i): Put => {
			const was = now.topics.get(topic)?.positions.get(partition);
			const { metadata = "" } = was ?? {};
			return { topic, partition, position: positions[i] ?? null, metadata };
		}),
	);
	await write(place, now, puts, course, tally);
}
