// Since when do messages wait that were there before we were? The broker's own index by time, asked once a partition.

import type { Links } from "../connection/links.ts";
import type { Outage } from "../positions/ends.ts";
import type { Topic } from "../positions/topics.ts";
import {
	type AskedPartitions,
	listOffsets,
	type TopicOffsets,
} from "../protocol/list-offsets.ts";
import { byLeader, type Spot } from "./unread-spots.ts";
import type { Written } from "./written.ts";

const minuteMs = 60_000;
const agesMs = [1, 5, 15, 60, 6 * 60, 24 * 60, 7 * 24 * 60].map(
	(minutes) => minutes * minuteMs,
);
/** A look into the index costs a broker about 0.2 ms, so that one tick costs each leader less than a tenth of a second. */
const partitionsMax = 50;

export async function backFill(
	links: Links,
	spots: readonly Spot[],
	writtenOf: (topic: Topic) => Written,
	outage: Outage,
	nowMs: number,
	untilMs: number,
): Promise<void> {
	const leaders = byLeader(spots, partitionsMax, (node) => outage.has(node));
	const asked = [...leaders].map(async ([leader, partitions]) => {
		const firsts = partitions.flatMap(([first]) => first ?? []);
		const link = links.nodes.get(leader);
		if (!link) return;
		const entries = entriesOf(firsts);
		const answers = await Promise.all(
			agesMs.map((ageMs) =>
				link.ask(listOffsets(entries, BigInt(nowMs - ageMs)), untilMs),
			),
		);
		const topics = new Map(firsts.map(({ topic }) => [topic.name, topic]));
		// From the youngest to the oldest: each goes before all that is known.
		answers.forEach((answer, i) => {
			const askedMs = nowMs - (agesMs[i] ?? 0);
			for (const one of answer) {
				const topic = topics.get(one.topic);
				if (topic) take(one, writtenOf(topic), askedMs);
			}
		});
		for (const { topic, partition } of firsts)
			writtenOf(topic).filled[partition] = 1;
	});
	await Promise.allSettled(asked);
}

function entriesOf(spots: readonly Spot[]): readonly AskedPartitions[] {
	const topics = Map.groupBy(spots, ({ topic }) => topic.name);
	return [...topics].map(([topic, own]) => ({
		topic,
		partitions: own.map(({ partition }) => partition),
	}));
}

/** The log ended at the message found from the moment asked for until that message came; nothing found, and it ended where it ends. */
export function take(
	{ partitions, codes, offsets, timesMs }: TopicOffsets,
	written: Written,
	askedMs: number,
): void {
	for (let i = 0; i < partitions.length; i++) {
		if (codes[i] !== 0) continue;
		const partition = partitions[i] ?? -1;
		const offset = offsets[i] ?? Number.NaN;
		const end = Number.isNaN(offset) ? written.firstEnd(partition) : offset;
		if (Number.isNaN(end)) continue;
		const foundMs = timesMs[i] ?? Number.NaN;
		if (foundMs > askedMs) written.learned(partition, foundMs, end);
		written.learned(partition, askedMs, end);
	}
}
