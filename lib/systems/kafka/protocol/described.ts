// What does a node tell of a group and of who is registered in it, whatever its kind?
import { Writer } from "@platformatic/kafka";
import type { Cursor } from "./cursor.ts";
import type { Request } from "./request.ts";

export type Member = {
	readonly id: string;
	readonly instanceId: string | null;
	readonly clientId: string;
	readonly host: string;
	/** A static member that left for a restart and is expected back. */
	readonly isAway: boolean;
	/** It stays registered, when it died, until a session timeout of its own choice, which is often long. */
	readonly mayBeDead: boolean;
	/** Null where that is not told, or told in a layout of its own. */
	partitionsOf(topic: string): readonly number[] | null;
};

export const identityOf = ({ id, clientId, host, instanceId }: Member) => ({
	name: id,
	clientId: clientId || null,
	host: host.replace(/^\//, "") || null,
	instanceId,
});

export type DescribedGroup = {
	readonly group: string;
	readonly code: number;
	readonly state: string;
	/** How its partitions are shared out, where that has a name. */
	readonly assignor: string | null;
	readonly members: readonly Member[];
};

export type Describe = (
	groups: readonly string[],
) => Request<readonly DescribedGroup[]>;

/** What a member's epoch says of one that left for a restart. */
export const awayEpoch = -2;

/** The same question in every kind but the oldest: which groups, and no, not what we would be allowed to do to them. */
export const askedGroups = (groups: readonly string[]): Writer =>
	Writer.create()
		.appendArray(
			[...groups],
			(writer, group) => writer.appendString(group),
			true,
			false,
		)
		.appendBoolean(false)
		.appendTaggedFields();

type Body = Pick<DescribedGroup, "assignor" | "members">;

/** Reads the answer's frame, and each group's head; `body` reads what follows, which differs by kind. */
export function describedGroups(
	from: Cursor,
	body: () => Body,
): DescribedGroup[] {
	from.int32();
	return entries(from, () => {
		const code = from.int16();
		from.skipBytes();
		const group = from.string();
		const state = from.string();
		from.skip(2 * 4);
		const told = { group, code, state, ...body() };
		from.int32();
		return told;
	});
}

/** A list of structures, each with its tagged fields at its end. */
export function entries<Entry>(from: Cursor, entry: () => Entry): Entry[] {
	const all: Entry[] = [];
	for (let left = from.count(); left > 0; left--) {
		all.push(entry());
		from.skipTags();
	}
	return all;
}

export function texts(from: Cursor): string[] {
	const all: string[] = [];
	for (let left = from.count(); left > 0; left--) all.push(from.string());
	return all;
}

export function numbers(from: Cursor): number[] {
	const all: number[] = [];
	for (let left = from.count(); left > 0; left--) all.push(from.int32());
	return all;
}

/** Partitions by topic, told in clear: a topic that is not named there has none. */
export function assignment(from: Cursor): Member["partitionsOf"] {
	const topicIdBytes = 16;
	const topics = entries(from, () => {
		from.skip(topicIdBytes);
		return { topic: from.string(), partitions: numbers(from) };
	});
	from.skipTags();
	return (topic) =>
		topics
			.filter((one) => one.topic === topic)
			.flatMap(({ partitions }) => partitions)
			.sort((a, b) => a - b);
}
