// What lies in the log at these offsets? Headers of batches, read the way a consumer would, without being one.
import { Writer } from "@platformatic/kafka";
import { type Batches, batchesIn } from "./batches.ts";
import { Cursor } from "./cursor.ts";
import type { Request } from "./request.ts";

/** From which offset each of these partitions is read, side by side. */
export type AskedOffsets = {
	readonly topic: string;
	readonly partitions: readonly number[];
	readonly offsets: readonly number[];
};

export type FetchOptions = {
	/**
	 * Only the first partition that has something may pass this limit: others whose first batch is larger come back
	 * empty and without an error, and must be asked for alone.
	 */
	readonly partitionBytesMax: number;
	/** Nothing beyond the first open transaction, and with the list of those that were given up. */
	readonly committedOnly: boolean;
};

/** A transaction that was given up: what this producer wrote from there to its marker is nothing for a reader. */
export type Aborted = {
	readonly producerId: number;
	readonly firstOffset: number;
};

export type Fetched = {
	readonly topic: string;
	readonly partition: number;
	readonly code: number;
	/** Where the log ends for everybody, where it ends for readers of what is committed, and where it starts. */
	readonly end: number;
	readonly stableEnd: number;
	readonly start: number;
	readonly aborted: readonly Aborted[];
	readonly batches: Batches;
};

export type FetchAnswer = {
	/** Of the whole answer; then there are no partitions. */
	readonly code: number;
	readonly partitions: readonly Fetched[];
};

/** Version 12 is the last that knows topics by their names. It answers at once, and opens no session. */
export function fetchBatches(
	topics: readonly AskedOffsets[],
	options: FetchOptions,
): Request<FetchAnswer> {
	return {
		name: "Fetch",
		key: 1,
		oldest: 12,
		newest: 12,
		encode: () => encodeFetch(topics, options),
		decode: decodeFetch,
	};
}

function encodeFetch(
	topics: readonly AskedOffsets[],
	{ partitionBytesMax, committedOnly }: FetchOptions,
): Writer {
	const count = topics.reduce((sum, one) => sum + one.partitions.length, 0);
	const noReplica = -1;
	const noEpoch = -1;
	return Writer.create()
		.appendInt32(noReplica)
		.appendInt32(0)
		.appendInt32(0)
		.appendInt32(Math.min(0x7fffffff, count * partitionBytesMax))
		.appendInt8(committedOnly ? 1 : 0)
		.appendInt32(0)
		.appendInt32(noEpoch)
		.appendArray([...topics], (writer, { topic, partitions, offsets }) => {
			writer
				.appendString(topic)
				.appendArray([...partitions.entries()], (entry, [i, partition]) => {
					entry
						.appendInt32(partition)
						.appendInt32(noEpoch)
						.appendInt64(BigInt(offsets[i] ?? 0))
						.appendInt32(noEpoch)
						.appendInt64(-1n)
						.appendInt32(partitionBytesMax);
				});
		})
		.appendArray([], () => {})
		.appendString("")
		.appendTaggedFields();
}

export function decodeFetch(bytes: Buffer): FetchAnswer {
	const from = new Cursor(bytes);
	from.int32();
	const code = from.int16();
	from.int32();
	const partitions: Fetched[] = [];
	for (let left = from.count(); left > 0; left--) {
		const topic = from.string();
		for (let more = from.count(); more > 0; more--)
			partitions.push(fetched(topic, from));
		from.skipTags();
	}
	return { code, partitions };
}

function fetched(topic: string, from: Cursor): Fetched {
	const partition = from.int32();
	const code = from.int16();
	const [end, stableEnd, start] = [from.int64(), from.int64(), from.int64()];
	const aborted: Aborted[] = [];
	for (let left = from.count(); left > 0; left--) {
		aborted.push({ producerId: from.int64(), firstOffset: from.int64() });
		from.skipTags();
	}
	const preferredReplica = from.int32();
	const length = Math.max(0, from.unsigned() - 1);
	const records = from.bytes.subarray(from.at, from.at + length);
	from.skip(length);
	from.skipTags();
	const batches = batchesIn(preferredReplica < 0 ? records : noBytes);
	const place = { topic, partition, code };
	return { ...place, end, stableEnd, start, aborted, batches };
}

const noBytes = Buffer.alloc(0);
