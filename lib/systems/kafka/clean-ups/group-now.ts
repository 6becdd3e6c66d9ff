// What is there before a clean-up is planned, and again before it is done? One look at a group, where it stands and who is in it.
import { Problem } from "#lib/core/problem.ts";
import type { Link } from "../connection/link.ts";
import { coordinatorOf, describedOf, type Found } from "../looks/look-group.ts";
import type { DescribedGroup } from "../protocol/described.ts";
import type { ListedGroup } from "../protocol/group-requests.ts";
import { earliest, latest } from "../protocol/list-offsets.ts";
import { metadata, type TopicPlace } from "../protocol/metadata.ts";
import { placed } from "../protocol/named-position.ts";
import { type Offsets, offsetsAt } from "./offsets-at.ts";
import type { Place } from "./place.ts";
import { type CommittedNow, positionsNow } from "./positions-now.ts";

export type PositionNow = CommittedNow & {
	/** The number of the message it stands at; null where nobody knows. */
	readonly position: number | null;
};

export type TopicNow = {
	readonly place: TopicPlace;
	/** By partition, those that have one. */
	readonly positions: ReadonlyMap<number, PositionNow>;
	/** Of all partitions where the topic was named, else of those with a position. */
	readonly starts: ReadonlyMap<number, number>;
	readonly ends: ReadonlyMap<number, number>;
};

export type GroupNow = {
	/** Another cluster at the same address has another. */
	readonly cluster: string;
	readonly listed: ListedGroup;
	/** To its coordinator. */
	readonly link: Link;
	/** Null where its members are asked for in a way not spoken here. */
	readonly described: DescribedGroup | null;
	readonly topics: ReadonlyMap<string, TopicNow>;
	/** Partitions whose position a transaction is writing. */
	readonly unstable: number;
	readonly atMs: number;
};

/** Throws a Problem where there is no such group. `topics` are looked at whole; null for all that it has positions in. */
export async function groupNow(
	place: Place,
	topics: readonly string[] | null,
	/** Of a group that no node lists. */
	known: Found | null = null,
): Promise<GroupNow> {
	const { links, group, untilMs } = place;
	const where = await links.first(metadata(topics ?? []), untilMs());
	links.settle(where.nodes);
	const named = where.topics.filter(isThere);
	const found = known ?? (await coordinatorOf(links, group, untilMs()));
	const asked = topics && named.map(wholly);
	const [described, { positions, unstable }] = await Promise.all([
		known === null ? describedOf(found, untilMs()) : null,
		positionsNow(found, asked, untilMs()),
	]);
	const places = topics ? named : await placesOf(place, [...positions.keys()]);
	const wanted = places.map((one) => ({
		place: one,
		partitions: topics
			? [...one.leaders.keys()]
			: [...(positions.get(one.topic)?.keys() ?? [])],
	}));
	const [starts, ends] = await Promise.all([
		offsetsAt(links, wanted, earliest, untilMs()),
		offsetsAt(links, wanted, latest, untilMs()),
	]);
	const topicNow = (one: TopicPlace): TopicNow => {
		const kept = { starts: knownIn(starts, one), ends: knownIn(ends, one) };
		return {
			...{ place: one, ...kept },
			positions: placedIn(positions.get(one.topic), kept),
		};
	};
	return {
		...{ cluster: where.cluster, listed: found.listed, link: found.link },
		...{ described, unstable, atMs: Date.now() },
		topics: new Map(places.map((one) => [one.topic, topicNow(one)])),
	};
}

/** The topic of a subscription; throws a Problem where it is no more. */
export function topicIn({ topics }: GroupNow, name: string): TopicNow {
	const topic = topics.get(name);
	if (topic === undefined) throw new Problem("not found", "subscription gone");
	return topic;
}

const wholly = ({ topic, leaders }: TopicPlace) => ({
	...{ topic, partitions: [...leaders.keys()] },
});

async function placesOf(
	{ links, untilMs }: Place,
	topics: readonly string[],
): Promise<readonly TopicPlace[]> {
	if (topics.length === 0) return [];
	const where = await links.first(metadata(topics), untilMs());
	return where.topics.filter(isThere);
}

/** Neither gone nor hidden, and not named twice: 3, 17 and 29. */
const isThere = ({ code }: TopicPlace): boolean =>
	code !== 3 && code !== 17 && code !== 29;

type Kept = Pick<TopicNow, "starts" | "ends">;

/** Which message a position stands at, as long as the log is as it is; null where nobody knows. */
export function placeIn(
	{ starts, ends }: Kept,
	partition: number,
	committed: number,
): number | null {
	const place = placed(committed, starts.get(partition), ends.get(partition));
	return Number.isNaN(place) ? null : place;
}

export const placedIn = (
	committed: ReadonlyMap<number, CommittedNow> = new Map(),
	kept: Kept,
): TopicNow["positions"] =>
	new Map(
		Array.from(committed, ([partition, now]) => [
			partition,
			{ ...now, position: placeIn(kept, partition, now.committed) },
		]),
	);

const knownIn = (
	offsets: Offsets,
	{ topic }: TopicPlace,
): ReadonlyMap<number, number> =>
	new Map(
		[...(offsets.get(topic) ?? [])].flatMap(([partition, offset]) =>
			offset === null ? [] : [[partition, offset] as const],
		),
	);
