// Where do these partitions of one topic start and end, as far as their leaders say?
import type { Links } from "../connection/links.ts";
import {
	earliest,
	latest,
	listOffsets,
	type Moment,
} from "../protocol/list-offsets.ts";
import type { TopicPlace } from "../protocol/metadata.ts";

type ByPartition = ReadonlyMap<number, number>;

export async function endsOf(
	links: Links,
	place: TopicPlace,
	shown: readonly number[],
	untilMs: number,
): Promise<{ readonly starts: ByPartition; readonly ends: ByPartition }> {
	const [starts, ends] = await Promise.all([
		offsetsOf(links, place, shown, earliest, untilMs),
		offsetsOf(links, place, shown, latest, untilMs),
	]);
	return { starts, ends };
}

/** A leader that does not answer leaves its partitions out, and the others stand. */
async function offsetsOf(
	links: Links,
	{ topic, leaders }: TopicPlace,
	shown: readonly number[],
	moment: Moment,
	untilMs: number,
): Promise<ByPartition> {
	const offsets = new Map<number, number>();
	const asked = Map.groupBy(shown, (partition) => leaders[partition] ?? -1);
	const answers = [...asked].map(async ([leader, partitions]) => {
		const link = links.nodes.get(leader);
		const request = listOffsets([{ topic, partitions }], moment);
		for (const answer of (await link?.ask(request, untilMs)) ?? [])
			answer.partitions.forEach((partition, i) => {
				const offset = answer.offsets[i] ?? Number.NaN;
				if (!Number.isNaN(offset)) offsets.set(partition, offset);
			});
	});
	await Promise.allSettled(answers);
	return offsets;
}
