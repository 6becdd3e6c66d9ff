// What do positions and ends say of each group and topic?
import { lagOf } from "#lib/core/lag.ts";
import { type Members, nothingKnown, type Reading } from "#lib/core/reading.ts";
import type { Trouble } from "#lib/core/trouble.ts";
import type { TopicPositions } from "../protocol/offset-fetch.ts";
import { endTrouble, type Outage } from "./ends.ts";
import type { Placing } from "./places.ts";
import type { Topic } from "./topics.ts";

export const kind = "topic";

export type Around = {
	readonly members: Members | null;
	readonly outage: Outage;
	readonly placing: Placing;
	readonly atMs: number;
};

/** Null where no partition has a position: such a topic is not read by this group. */
export function readingOf(
	group: string,
	read: TopicPositions,
	topic: Topic,
	{ members, outage, placing, atMs }: Around,
): Reading | null {
	if (read.positions.every(Number.isNaN)) return null;
	const { partitions } = read;
	const starts = new Float64Array(partitions.length);
	const ends = new Float64Array(partitions.length);
	for (let i = 0; i < partitions.length; i++) {
		const partition = partitions[i] ?? -1;
		starts[i] = topic.starts[partition] ?? Number.NaN;
		ends[i] = topic.ends[partition] ?? Number.NaN;
	}
	const columns = { partitions, ...placing(read, topic), starts, ends };
	const { lag, lost, arrived, departed, counted, ahead } = lagOf(columns);
	if (counted === 0 && ahead === 0) {
		const trouble = firstTrouble(read, topic, outage);
		if (trouble) return silentReading(group, read.topic, trouble, atMs);
	}
	return {
		...emptyReading(group, read.topic, atMs),
		...{ lag, lost, arrived, departed, counted, ahead, members, columns },
	};
}

function firstTrouble(
	{ partitions, positions }: TopicPositions,
	topic: Topic,
	outage: Outage,
): Trouble | null {
	for (let i = 0; i < partitions.length; i++) {
		if (Number.isNaN(positions[i])) continue;
		const trouble = endTrouble(topic, partitions[i] ?? -1, outage);
		if (trouble) return trouble;
	}
	return null;
}

/** The subscription is there, and nothing can be said of it. */
export const silentReading = (
	group: string,
	channel: string,
	trouble: Trouble,
	atMs: number,
): Reading => ({ ...emptyReading(group, channel, atMs), trouble });

const emptyReading = (
	group: string,
	channel: string,
	atMs: number,
): Reading => ({ ...nothingKnown, kind, channel, group, atMs });
