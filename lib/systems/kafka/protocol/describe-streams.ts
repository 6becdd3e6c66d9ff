// Who is registered in streams groups, which give out tasks of a topology and not partitions of topics?
import { Cursor } from "./cursor.ts";
import {
	askedGroups,
	awayEpoch,
	type Describe,
	type DescribedGroup,
	describedGroups,
	entries,
	type Member,
	numbers,
	texts,
} from "./described.ts";

export const describeStreams: Describe = (groups) => ({
	name: "StreamsGroupDescribe",
	key: 89,
	oldest: 0,
	newest: 0,
	encode: () => askedGroups(groups),
	decode: decodeStreamsGroups,
});

export function decodeStreamsGroups(bytes: Buffer): DescribedGroup[] {
	const from = new Cursor(bytes);
	return describedGroups(from, () => {
		const sources = topology(from);
		const members = entries(from, () => member(from, sources));
		return { assignor: null, members };
	});
}

/** Which topics each part of the topology reads; null where the group has no topology yet. */
type Sources = ReadonlyMap<string, ReadonlySet<string>> | null;

const isThere = (from: Cursor): boolean => from.int8() >= 0;

function topology(from: Cursor): Sources {
	if (!isThere(from)) return null;
	from.int32();
	const sources = entries(from, () => {
		const id = from.string();
		const read = texts(from);
		texts(from);
		innerTopics(from);
		return [id, new Set([...read, ...innerTopics(from)])] as const;
	});
	from.skipTags();
	return sources.length === 0 ? null : new Map(sources);
}

const innerTopics = (from: Cursor): string[] =>
	entries(from, () => {
		const topic = from.string();
		from.skip(4 + 2);
		pairs(from);
		return topic;
	});

const pairs = (from: Cursor) =>
	entries(from, () => {
		from.skipBytes();
		from.skipBytes();
	});

function member(from: Cursor, sources: Sources): Member {
	const id = from.string();
	const isAway = from.int32() === awayEpoch;
	const instanceId = from.string() || null;
	from.skipBytes();
	const clientId = from.string();
	const host = from.string();
	from.int32();
	from.skipBytes();
	skipEndpoint(from);
	pairs(from);
	taskOffsets(from);
	taskOffsets(from);
	const tasks = activeTasks(from);
	activeTasks(from);
	const isClassic = from.int8() !== 0;
	return {
		...{ id, instanceId, clientId, host, isAway },
		mayBeDead: isClassic && instanceId !== null,
		partitionsOf: (topic) => sources && partitionsIn(tasks, sources, topic),
	};
}

function skipEndpoint(from: Cursor): void {
	if (!isThere(from)) return;
	from.skipBytes();
	from.skip(2);
	from.skipTags();
}

const taskOffsets = (from: Cursor) =>
	entries(from, () => {
		from.skipBytes();
		from.skip(4 + 8);
	});

type Task = { readonly part: string; readonly partitions: readonly number[] };

const tasks = (from: Cursor): Task[] =>
	entries(from, () => ({ part: from.string(), partitions: numbers(from) }));

/** Standby and warm-up tasks keep state ready and read nothing of the group's topics. */
function activeTasks(from: Cursor): readonly Task[] {
	const active = tasks(from);
	tasks(from);
	tasks(from);
	from.skipTags();
	return active;
}

/** A task reads the partition of its number in every source topic of its part. */
const partitionsIn = (
	tasks: readonly Task[],
	sources: NonNullable<Sources>,
	topic: string,
): readonly number[] =>
	tasks
		.filter(({ part }) => sources.get(part)?.has(topic))
		.flatMap(({ partitions }) => partitions)
		.sort((a, b) => a - b);
