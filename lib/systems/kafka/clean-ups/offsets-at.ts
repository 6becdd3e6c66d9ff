// Where do these partitions of several topics start, end, or stand at a moment? Each leader is asked once.
import { TroubleError } from "#lib/systems/trouble-error.ts";
import type { Links } from "../connection/links.ts";
import { troubleOfCode } from "../connection/trouble-of.ts";
import {
	type AskedPartitions,
	listOffsets,
	type Moment,
} from "../protocol/list-offsets.ts";
import type { TopicPlace } from "../protocol/metadata.ts";

export type Wanted = {
	readonly place: TopicPlace;
	readonly partitions: readonly number[];
};

/** Null where there is nothing that young. */
export type Offsets = ReadonlyMap<string, ReadonlyMap<number, number | null>>;

const noLeader = 5;

/** All of them, or a TroubleError: what lies beyond what is known cannot be planned. */
export async function offsetsAt(
	links: Links,
	wanted: readonly Wanted[],
	moment: Moment,
	untilMs: number,
): Promise<Offsets> {
	const found = new Map<string, Map<number, number | null>>();
	const asked = [...byLeader(wanted)].map(async ([leader, topics]) => {
		const link = links.nodes.get(leader);
		if (!link) throw new TroubleError(troubleOfCode(noLeader));
		const answers = await link.ask(listOffsets(topics, moment), untilMs);
		for (const { topic, partitions, codes, offsets } of answers)
			partitions.forEach((partition, i) => {
				const code = codes[i] ?? 0;
				if (code !== 0) throw new TroubleError(troubleOfCode(code));
				const offset = offsets[i] ?? Number.NaN;
				const own = found.get(topic) ?? new Map<number, number | null>();
				found.set(topic, own);
				own.set(partition, Number.isNaN(offset) ? null : offset);
			});
	});
	await Promise.all(asked);
	return found;
}

function byLeader(
	wanted: readonly Wanted[],
): ReadonlyMap<number, readonly AskedPartitions[]> {
	const asked = new Map<number, AskedPartitions[]>();
	for (const { place, partitions } of wanted) {
		const { topic, leaders } = place;
		const led = Map.groupBy(partitions, (one) => leaders[one] ?? -1);
		for (const [leader, own] of led) {
			const topics = asked.get(leader) ?? [];
			asked.set(leader, topics);
			topics.push({ topic, partitions: own });
		}
	}
	return asked;
}
