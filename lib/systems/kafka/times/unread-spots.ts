// At which offsets do groups have something unread, and which of these are worth a closer look?

import type { Topic, Topics } from "../positions/topics.ts";
import { placed } from "../protocol/named-position.ts";
import type { GroupPositions } from "../protocol/offset-fetch.ts";
import type { Course, Moves } from "./moves.ts";
import type { Written } from "./written.ts";

export type Spot = {
	readonly topic: Topic;
	readonly partition: number;
	/** The oldest message that is unread and still there. */
	readonly offset: number;
	readonly course: Course;
	/** The place of the partition in the course. */
	readonly at: number;
};

export type Spots = {
	/** Older than anything seen of their partition. */
	readonly beforeEvidence: readonly Spot[];
	/** Groups that rest at a record nobody has read yet. */
	readonly resting: readonly Spot[];
};

export function spotsOf(
	groups: readonly GroupPositions[],
	topics: Topics,
	moves: Moves,
	writtenOf: (topic: Topic) => Written,
): Spots {
	const beforeEvidence: Spot[] = [];
	const resting: Spot[] = [];
	for (const { group, topics: read } of groups)
		for (const { topic: name } of read) {
			const topic = topics.find(name);
			const course = moves.of(group, name);
			if (!topic || !course) continue;
			const written = writtenOf(topic);
			const { partitions, rests, recordOffsets } = course;
			for (let at = 0; at < partitions.length; at++) {
				const partition = partitions[at] ?? -1;
				const offset = unreadFrom(topic, partition, course.positions[at]);
				if (Number.isNaN(offset)) continue;
				const isRead = recordOffsets[at] === offset;
				const isOld =
					!isRead &&
					written.filled[partition] === 0 &&
					Number.isNaN(written.writtenMs(partition, offset));
				if (isOld)
					beforeEvidence.push({ topic, partition, offset, course, at });
				if (rests[at] === 1 && !isRead)
					resting.push({ topic, partition, offset, course, at });
			}
		}
	return { beforeEvidence, resting };
}

/** NaN where nothing is unread, or nobody knows. */
export function unreadFrom(
	{ starts, ends }: Pick<Topic, "starts" | "ends">,
	partition: number,
	committed = Number.NaN,
): number {
	const start = starts[partition] ?? Number.NaN;
	const position = placed(committed, start);
	const from = start > position ? start : position;
	const end = ends[partition] ?? Number.NaN;
	return position <= end && from < end ? from : Number.NaN;
}

/** At most so many partitions of each leader. Leaders that are silent, or not known, are left for later. */
export function byLeader(
	spots: readonly Spot[],
	partitionsMax: number,
	isSilent: (leader: number) => boolean,
): ReadonlyMap<number, readonly (readonly Spot[])[]> {
	const leaders = new Map<number, Map<string, Spot[]>>();
	for (const spot of spots) {
		const leader = spot.topic.leaders[spot.partition] ?? -1;
		if (leader < 0 || isSilent(leader)) continue;
		const own = leaders.get(leader) ?? new Map<string, Spot[]>();
		leaders.set(leader, own);
		const key = `${spot.topic.id}/${spot.partition}`;
		const same = own.get(key);
		if (same) same.push(spot);
		else if (own.size < partitionsMax) own.set(key, [spot]);
	}
	return new Map(
		[...leaders].map(([leader, own]) => [leader, [...own.values()]]),
	);
}
