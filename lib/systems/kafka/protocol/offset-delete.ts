// Which positions of a group may go?
import { offsetDeleteV0 } from "@platformatic/kafka";
import { Cursor } from "./cursor.ts";
import type { Request } from "./request.ts";

export type TopicPartitions = {
	readonly topic: string;
	readonly partitions: readonly number[];
};

type Answered = { readonly partition: number; readonly code: number };

export type Forgotten = {
	/** Of the group as a whole: where it is not 0, nothing of it went. */
	readonly code: number;
	readonly topics: readonly {
		readonly topic: string;
		readonly partitions: readonly Answered[];
	}[];
};

/** Not of topics that a member reads. What was never committed goes without an error. */
export const offsetDelete = (
	group: string,
	topics: readonly TopicPartitions[],
): Request<Forgotten> => ({
	name: "OffsetDelete",
	key: 47,
	oldest: 0,
	newest: 0,
	isUntagged: true,
	encode: () =>
		offsetDeleteV0.createRequest(
			group,
			topics.map(({ topic, partitions }) => ({
				name: topic,
				partitions: partitions.map((partitionIndex) => ({ partitionIndex })),
			})),
		),
	decode: decodeOffsetDelete,
});

function decodeOffsetDelete(bytes: Buffer): Forgotten {
	const from = new Cursor(bytes);
	const code = from.int16();
	from.int32();
	const topics = plainEntries(from, () => ({
		topic: plainString(from),
		partitions: plainEntries(from, () => ({
			...{ partition: from.int32(), code: from.int16() },
		})),
	}));
	return { code, topics };
}

/** The encoding before the compact one: lengths are plain numbers, and nothing is tagged. */
function plainEntries<Entry>(from: Cursor, entry: () => Entry): Entry[] {
	const all: Entry[] = [];
	for (let left = from.int32(); left > 0; left--) all.push(entry());
	return all;
}

function plainString(from: Cursor): string {
	const length = from.int16();
	const at = from.at;
	from.skip(Math.max(0, length));
	return from.bytes.toString("utf8", at, from.at);
}
