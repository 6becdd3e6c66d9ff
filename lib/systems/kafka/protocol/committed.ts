// What exactly has one group committed, with what was written beside each position?
import { offsetFetchV8, offsetFetchV9 } from "@platformatic/kafka";
import { Cursor } from "./cursor.ts";
import { entries } from "./described.ts";
import type { AskedPartitions } from "./list-offsets.ts";
import { isPosition } from "./named-position.ts";
import type { Request } from "./request.ts";

export type Committed = {
	readonly topic: string;
	readonly partition: number;
	/** Null where there is none. Of what was asked for one by one, none may also be told as the end. */
	readonly position: number | null;
	/** −1 where none was told. */
	readonly epoch: number;
	readonly metadata: string;
	readonly code: number;
};

export type CommittedOf = {
	readonly code: number;
	readonly rows: readonly Committed[];
};

/** `topics` are asked one by one, or null for all. A transaction that is writing a position is told as an error of it. */
export function committed(
	group: string,
	topics: readonly AskedPartitions[] | null,
): Request<CommittedOf> {
	return {
		name: "OffsetFetch",
		key: 9,
		oldest: 8,
		newest: 9,
		encode(version) {
			const asked =
				topics?.map(({ topic, partitions }) => ({
					name: topic,
					partitionIndexes: [...partitions],
				})) ?? null;
			const codec = version === 8 ? offsetFetchV8 : offsetFetchV9;
			return codec.createRequest(
				[{ groupId: group, memberId: null, memberEpoch: -1, topics: asked }],
				true,
			);
		},
		decode: (bytes) => decodeCommitted(bytes, group),
	};
}

/** Versions 8 and 9 answer alike. */
export function decodeCommitted(bytes: Buffer, group: string): CommittedOf {
	const from = new Cursor(bytes);
	from.int32();
	const groups = entries(from, () => {
		const name = from.string();
		const rows = entries(from, () => {
			const topic = from.string();
			return entries(from, () => ({ topic, ...partition(from) }));
		}).flat();
		return { name, rows, code: from.int16() };
	});
	const own = groups.find(({ name }) => name === group);
	if (own === undefined) throw new RangeError("the group is missing");
	return own;
}

function partition(from: Cursor): Omit<Committed, "topic"> {
	const partition = from.int32();
	const position = from.int64();
	const epoch = from.int32();
	const metadata = from.string();
	const code = from.int16();
	// The broker accepts and returns any negative commit.
	const isAny = code === 0 && isPosition(position);
	return {
		partition,
		position: isAny ? position : null,
		epoch,
		metadata,
		code,
	};
}
