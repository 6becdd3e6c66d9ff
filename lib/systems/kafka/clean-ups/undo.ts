// What of a reset can be taken back? Each position becomes what it was, where it still is as it was put.
import { positionsIn } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import type { Course, Undone } from "../../system.ts";
import type { Tally } from "../../tally.ts";
import { hasPositions } from "../groups/share.ts";
import type { GroupNow } from "./group-now.ts";
import type { Place } from "./place.ts";
import { positionPlan } from "./position-plan.ts";
import type { Put } from "./puts.ts";
import { nowhere, type Seen, seenIn, stoodIn, type Targets } from "./seen.ts";
import { standingOf } from "./standing.ts";
import { write } from "./write.ts";

/** Those a reset was about. */
export const topicsOf = (undone: Undone | null): readonly string[] => [
	...new Set(positionsIn(undone?.before ?? []).map(({ channel }) => channel)),
];

/** Of what kind the group was, where it is no more. */
export const typeOf = (undone: Undone | null): string => {
	const seen = undone && seenIn(undone.plan);
	return seen?.type === "share" ? "share" : "classic";
};

export function planUndo(
	place: Place,
	now: GroupNow,
	errand: string,
	undone: Undone | null,
): Plan {
	const seen = undone && seenIn(undone.plan);
	const put = putBy(seen);
	const stood = stoodBy(seen);
	const before = positionsIn(undone?.before ?? []);
	const standing = Map.groupBy(before, ({ channel, partition, position }) => {
		return standingOf(
			{ ...stood(channel, partition), committed: position },
			put(channel, partition) ?? null,
			now.topics.get(channel)?.positions.get(partition) ?? nowhere,
		);
	});
	// A share group forgets whole topics only.
	const canGo = hasPositions(now.listed);
	const aims = (standing.get("as put") ?? [])
		.filter(({ position }) => canGo || position !== null)
		.map(({ channel, partition, position }) => ({
			...{ topic: channel, partition, to: position, isBrought: false },
		}));
	const partitions = (["reads on", "put back"] as const).reduce(
		(sum, one) => sum + (standing.get(one)?.length ?? 0),
		0,
	);
	return positionPlan(place, now, {
		...{ cleanUp: { action: "undo", errand }, action: "undo", aims },
		undo: "impossible",
		effects: (rows) =>
			rows.length === 0
				? []
				: [{ code: "restore positions", values: { partitions: rows.length } }],
		refusal: otherWorld(seen, now),
		...(partitions > 0
			? { nothing: { code: "positions moved", values: { partitions } } }
			: {}),
	});
}

/** Where it was put. */
function putBy(seen: Seen | null) {
	const all = new Map(
		seen?.further.targets.map(({ topic, partitions, positions }) => [
			topic,
			new Map(partitions.map((one, i) => [one, positions[i] ?? null])),
		]),
	);
	return (topic: string, partition: number) => all.get(topic)?.get(partition);
}

/** Where it was before. */
function stoodBy(seen: Seen | null) {
	const all = new Map(seen?.topics.map((one) => [one.topic, stoodIn(one)]));
	return (topic: string, partition: number) =>
		all.get(topic)?.get(partition) ?? nowhere;
}

function otherWorld(seen: Seen | null, now: GroupNow): Refusal | null {
	if (seen === null) return { code: "nothing to do", values: {} };
	if (seen.cluster !== now.cluster) return { code: "other server", values: {} };
	for (const { topic, id } of seen.topics) {
		const is = now.topics.get(topic);
		if (is !== undefined && is.place.id !== id)
			return { code: "made again", values: { channel: topic } };
	}
	return null;
}

/** With what was written beside each position then. */
export async function putUndo(
	place: Place,
	now: GroupNow,
	targets: readonly Targets[],
	course: Course,
	tally: Tally,
): Promise<void> {
	const before = new Map(
		positionsIn(course.before).map((it) => [
			`${it.partition} ${it.channel}`,
			it.metadata,
		]),
	);
	const puts = targets.flatMap(({ topic, partitions, positions }) =>
		partitions.map((partition, i): Put => {
			const metadata = before.get(`${partition} ${topic}`) ?? "";
			return { topic, partition, position: positions[i] ?? null, metadata };
		}),
	);
	await write(place, now, puts, course, tally, false);
}
