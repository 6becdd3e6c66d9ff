// Where does a group stand whose position is no number of a message? Where that was when it was first seen, until it commits another.
import { isFirstKept, isNamed } from "../protocol/named-position.ts";
import type { TopicPositions } from "../protocol/offset-fetch.ts";
import type { Topic } from "./topics.ts";

/** `unplaced` and `early` as the columns of a reading have them. */
export type Placed = {
	readonly positions: Float64Array;
	readonly unplaced: number;
	readonly early: number;
};

export type Placing = (read: TopicPositions, topic: Topic) => Placed;

type Place = {
	readonly committed: number;
	/** NaN where nobody knows. */
	readonly at: number;
	/** It stands there or further on. */
	readonly isEarly: boolean;
};
type ByPartition = ReadonlyMap<number, Place>;
type Known = {
	/** When the group was last read. */
	readonly ends: Float64Array;
	readonly places: ByPartition;
};

const nowhere: ByPartition = new Map();

/** What is removed there is removed unread, and what comes behind it is unread: a position that went along with the log would call it read. */
export class Places {
	/** By group and topic id. */
	readonly #groups = new Map<string, ReadonlyMap<string, Known>>();
	#ends = new WeakMap<Topic, Float64Array>();
	#atMs = Number.NaN;

	/** Of all that a group has now: what is not placed again is forgotten. */
	next(group: string, atMs: number): Placing {
		if (atMs !== this.#atMs) this.#ends = new WeakMap();
		this.#atMs = atMs;
		const before = this.#groups.get(group);
		const now = new Map<string, Known>();
		this.#groups.set(group, now);
		return (read, topic) => {
			const places = read.positions.some(isNamed)
				? placesOf(read, topic, before?.get(topic.id) ?? null)
				: nowhere;
			now.set(topic.id, { ends: this.#endsOf(topic), places });
			return placed(read, places);
		};
	}

	/** One copy for all groups of a tick. */
	#endsOf(topic: Topic): Float64Array {
		const ends = this.#ends.get(topic) ?? topic.ends.slice();
		this.#ends.set(topic, ends);
		return ends;
	}

	/** As far as ticks have placed it. */
	of(group: string, topicId: string, partition: number): number | null {
		const known = this.#groups.get(group)?.get(topicId);
		const { at = Number.NaN } = known?.places.get(partition) ?? {};
		return Number.isNaN(at) ? null : at;
	}

	/** Forgets every group but these. */
	keep(groups: ReadonlySet<string>): void {
		for (const group of this.#groups.keys())
			if (!groups.has(group)) this.#groups.delete(group);
	}
}

function placesOf(
	{ partitions, positions }: TopicPositions,
	topic: Topic,
	known: Known | null,
): ByPartition {
	const places = new Map<number, Place>();
	for (let i = 0; i < partitions.length; i++) {
		const committed = positions[i] ?? Number.NaN;
		if (!isNamed(committed)) continue;
		const partition = partitions[i] ?? -1;
		const place = isFirstKept(committed) ? firstKept : atEnd;
		const before = known?.places.get(partition) ?? null;
		const same = before?.committed === committed ? before : null;
		const isKnown = same !== null && !Number.isNaN(same.at);
		places.set(partition, {
			committed,
			...(isKnown ? same : place(topic, partition, known, same !== null)),
		});
	}
	return places;
}

type Found = Omit<Place, "committed">;
const unknown: Found = { at: Number.NaN, isEarly: false };

const firstKept = ({ starts }: Topic, partition: number): Found => ({
	...{ at: starts[partition] ?? Number.NaN, isEarly: false },
});

/** It was committed after the group was last read, so that the end of then lies not behind the one it means. */
function atEnd(
	{ starts, ends }: Topic,
	partition: number,
	known: Known | null,
	isOld: boolean,
): Found {
	const end = ends[partition] ?? Number.NaN;
	// Where nothing is kept nothing was left unread.
	if (starts[partition] === end) return { at: end, isEarly: false };
	const then = known?.ends[partition] ?? Number.NaN;
	return isOld || then > end ? unknown : { at: then, isEarly: then !== end };
}

function placed(
	{ partitions, positions }: TopicPositions,
	places: ByPartition,
): Placed {
	if (places.size === 0) return { positions, unplaced: 0, early: 0 };
	let [unplaced, early] = [0, 0];
	const own = positions.map((position, i) => {
		const place = places.get(partitions[i] ?? -1);
		if (place === undefined) return position;
		if (Number.isNaN(place.at)) unplaced++;
		else if (place.isEarly) early++;
		return place.at;
	});
	return { positions: own, unplaced, early };
}
