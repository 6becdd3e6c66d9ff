// Where does a group stand whose position is no number of a message? Where that was when it was first seen, until it commits another.
import { isFirstKept } from "../protocol/first-kept.ts";
import type { TopicPositions } from "../protocol/offset-fetch.ts";
import type { Topic } from "./topics.ts";

export type Placed = {
	/** NaN where there is none, or nobody knows where it is. */
	readonly positions: Float64Array;
	/** How many of those not known are committed. */
	readonly unplaced: number;
};

export type Placing = (read: TopicPositions, topic: Topic) => Placed;

type ByPartition = ReadonlyMap<number, number>;
const nowhere: ByPartition = new Map();

/** What is removed there is removed unread: a position that went along with the start would call it read. */
export class Places {
	/** By group and topic id. */
	readonly #groups = new Map<string, ReadonlyMap<string, ByPartition>>();

	/** Of all that a group has now: what is not placed again is forgotten. */
	next(group: string): Placing {
		const before = this.#groups.get(group);
		this.#groups.delete(group);
		const now = new Map<string, ByPartition>();
		return (read, topic) => {
			if (!read.positions.some(isFirstKept))
				return { positions: read.positions, unplaced: 0 };
			const places = placesOf(read, topic, before?.get(topic.id));
			now.set(topic.id, places);
			this.#groups.set(group, now);
			return placed(read, places);
		};
	}

	/** By partition of those placed; empty where no tick has placed any. */
	of(group: string, topicId: string): ByPartition {
		return this.#groups.get(group)?.get(topicId) ?? nowhere;
	}

	/** Forgets every group but these. */
	keep(groups: ReadonlySet<string>): void {
		for (const group of this.#groups.keys())
			if (!groups.has(group)) this.#groups.delete(group);
	}
}

function placesOf(
	{ partitions, positions }: TopicPositions,
	{ starts }: Topic,
	before = nowhere,
): ByPartition {
	const places = new Map<number, number>();
	for (let i = 0; i < partitions.length; i++) {
		if (!isFirstKept(positions[i] ?? Number.NaN)) continue;
		const partition = partitions[i] ?? -1;
		const place = before.get(partition) ?? starts[partition] ?? Number.NaN;
		if (!Number.isNaN(place)) places.set(partition, place);
	}
	return places;
}

function placed(
	{ partitions, positions }: TopicPositions,
	places: ByPartition,
): Placed {
	let unplaced = 0;
	const own = positions.map((position, i) => {
		if (!isFirstKept(position)) return position;
		const place = places.get(partitions[i] ?? -1);
		if (place === undefined) unplaced++;
		return place ?? Number.NaN;
	});
	return { positions: own, unplaced };
}
