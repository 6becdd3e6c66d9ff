// Where is each partition to stand, by what somebody asked for? Brought within what is kept.
import type { Reset, Whereto } from "#lib/core/clean-up/clean-up.ts";
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import { Problem } from "#lib/core/problem.ts";
import { coordinatorOf } from "../looks/look-group.ts";
import { placedIn, type TopicNow } from "./group-now.ts";
import { offsetsAt } from "./offsets-at.ts";
import type { Place } from "./place.ts";
import { positionsNow } from "./positions-now.ts";
import type { Aim } from "./rows.ts";

type Aims =
	| { readonly aims: readonly Aim[]; readonly refusal: null }
	| { readonly aims: readonly []; readonly refusal: Refusal };

/** By partition; what is not there is left as it is. */
type Asked = ReadonlyMap<number, number>;

export async function aimsOf(
	place: Place,
	topic: TopicNow,
	{ partitions, to }: Reset,
): Promise<Aims> {
	const named = partitions ?? listedIn(to, topic) ?? allOf(topic);
	const isThere = (one: number) => one < topic.place.leaders.length;
	const unknown = named.filter((one) => !isThere(one)).length;
	if (unknown > 0)
		return refused({
			code: "no such partition",
			values: { partitions: unknown },
		});
	const wanted = [...new Set(named)].toSorted((a, b) => a - b);
	const asked = await askedFor(place, topic, to, wanted);
	if (asked === null) {
		const group = to.place === "group" ? to.group : "";
		return refused({ code: "other group unknown", values: { group } });
	}
	const aims = wanted.flatMap((partition) => {
		const position = asked.get(partition);
		const first = topic.starts.get(partition);
		const end = topic.ends.get(partition);
		if (position === undefined || first === undefined || end === undefined)
			return [];
		const within = Math.max(first, Math.min(end, position));
		const isBrought = within !== position;
		return [{ topic: topic.place.topic, partition, to: within, isBrought }];
	});
	return { aims, refusal: null };
}

const refused = (refusal: Refusal): Aims => ({ aims: [], refusal });

const allOf = ({ place }: TopicNow): readonly number[] => [
	...place.leaders.keys(),
];

const listedIn = (
	to: Whereto,
	{ place }: TopicNow,
): readonly number[] | null =>
	to.place === "listed"
		? to.positions
				.filter(({ channel }) => channel === place.topic)
				.map(({ partition }) => partition)
		: null;

/** Null where the other group has no position here. */
async function askedFor(
	place: Place,
	topic: TopicNow,
	to: Whereto,
	wanted: readonly number[],
): Promise<Asked | null> {
	const each = (position: number): Asked =>
		new Map(wanted.map((one) => [one, position]));
	switch (to.place) {
		case "first":
			return topic.starts;
		case "end":
			return topic.ends;
		case "time":
			return atTime(place, topic, to.atMs, wanted);
		case "ago":
			return atTime(place, topic, Date.now() - to.ms, wanted);
		case "shift":
			return shifted(topic, to.messages);
		case "exact":
			return each(to.position);
		case "group":
			return ofGroup(place, topic, to.group);
		case "listed":
			return new Map(
				to.positions
					.filter(({ channel }) => channel === topic.place.topic)
					.map(({ partition, position }) => [partition, position]),
			);
	}
}

/** Where nothing is that young it is the end. */
async function atTime(
	{ links, untilMs }: Place,
	{ place, ends }: TopicNow,
	atMs: number,
	partitions: readonly number[],
): Promise<Asked> {
	const moment = BigInt(Math.max(0, Math.floor(atMs)));
	const wanted = [{ place, partitions }];
	const found = await offsetsAt(links, wanted, moment, untilMs());
	const own = found.get(place.topic);
	return new Map(
		partitions.flatMap((one) => {
			const position = own?.get(one) ?? ends.get(one);
			return position === undefined ? [] : [[one, position] as const];
		}),
	);
}

/** Only from where it stands. */
const shifted = ({ positions }: TopicNow, messages: number): Asked =>
	new Map(
		[...positions.values()].flatMap(({ partition, position }) =>
			position === null ? [] : [[partition, position + messages] as const],
		),
	);

async function ofGroup(
	{ links, untilMs }: Place,
	topic: TopicNow,
	group: string,
): Promise<Asked | null> {
	try {
		const found = await coordinatorOf(links, group, untilMs());
		const { place } = topic;
		const whole = [{ topic: place.topic, partitions: allOf(topic) }];
		const { positions } = await positionsNow(found, whole, untilMs());
		const own = positions.get(place.topic);
		if (own === undefined || own.size === 0) return null;
		return new Map(
			[...placedIn(own, topic)].flatMap(([one, { position }]) =>
				position === null ? [] : [[one, position] as const],
			),
		);
	} catch (error) {
		if (error instanceof Problem) return null;
		throw error;
	}
}
