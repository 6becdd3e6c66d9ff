// Are there numbers between two positions that are no messages? Markers of transactions are, and what was given up.
import type { Links } from "../connection/links.ts";
import { isControl, isTransactional } from "../protocol/batches.ts";
import { type AskedOffsets, fetchBatches } from "../protocol/fetch.ts";
import type { TopicNow } from "./group-now.ts";
import type { Place } from "./place.ts";
import type { Aim } from "./rows.ts";

/** Some tell of a topic; whoever writes in transactions mostly writes all of it so. */
const partitionsMax = 20;
const bytesEach = 16 * 1024;

/** Told by the first batches from where it would read on; true also where those may not be read. */
export async function hasMarkers(
	{ links, untilMs }: Place,
	topic: TopicNow,
	aims: readonly Aim[],
): Promise<boolean> {
	const spots = aims
		.flatMap(({ partition, to }) => spotsIn(topic, partition, to))
		.toSorted((a, b) => b.size - a.size)
		.slice(0, partitionsMax);
	const { leaders } = topic.place;
	const led = Map.groupBy(spots, ({ partition }) => leaders[partition] ?? -1);
	const seen = [...led].map(([leader, own]) =>
		seenBy(links, leader, untilMs(), {
			topic: topic.place.topic,
			partitions: own.map(({ partition }) => partition),
			offsets: own.map(({ from }) => from),
		}),
	);
	return (await Promise.all(seen)).some((isSeen) => isSeen);
}

type Spot = {
	readonly partition: number;
	readonly from: number;
	readonly size: number;
};

/** Nothing lies between two positions that are the same, or beyond the end. */
function spotsIn(
	{ positions, starts, ends }: TopicNow,
	partition: number,
	to: number | null,
): readonly Spot[] {
	const first = starts.get(partition) ?? 0;
	const before = positions.get(partition)?.position ?? first;
	const from = Math.max(first, Math.min(before, to ?? before));
	const until = Math.max(before, to ?? before);
	const isAny = from < until && from < (ends.get(partition) ?? 0);
	return isAny ? [{ partition, from, size: until - from }] : [];
}

async function seenBy(
	links: Links,
	leader: number,
	untilMs: number,
	asked: AskedOffsets,
): Promise<boolean> {
	const options = { partitionBytesMax: bytesEach, committedOnly: false };
	const request = fetchBatches([asked], options);
	try {
		const answer = await links.nodes.get(leader)?.ask(request, untilMs);
		return (answer?.partitions ?? []).some(
			({ code, batches: { attributes } }) =>
				code !== 0 ||
				attributes.some((one) => isControl(one) || isTransactional(one)),
		);
	} catch {
		return true;
	}
}
