// Where do these partitions end, or start, or stand at a moment?
import { Writer } from "@platformatic/kafka";
import { Cursor } from "./cursor.ts";
import type { Request } from "./request.ts";

export const latest = -1n;
export const earliest = -2n;
/** One of these two, or a time: the first message that is not older. */
export type Moment = bigint;

export type AskedPartitions = {
	readonly topic: string;
	readonly partitions: readonly number[];
};

/** Side by side, in the broker's order, which is not the order asked. */
export type TopicOffsets = {
	readonly topic: string;
	readonly partitions: Int32Array;
	readonly codes: Int16Array;
	readonly offsets: Float64Array;
	/** The time of the message that was found; NaN where it was not asked for by time, or there is none. */
	readonly timesMs: Float64Array;
};

export function listOffsets(
	topics: readonly AskedPartitions[],
	moment: Moment,
	/** For readers of what is committed the log ends at the first open transaction. */
	committedOnly = false,
): Request<readonly TopicOffsets[]> {
	return {
		name: "ListOffsets",
		key: 2,
		oldest: 6,
		newest: 9,
		encode: () => encodeListOffsets(topics, moment, committedOnly),
		decode: decodeListOffsets,
	};
}

/** One buffer a topic: a piece for every field of 100,000 partitions would cost more than the broker's answer. */
function encodeListOffsets(
	topics: readonly AskedPartitions[],
	moment: Moment,
	committedOnly: boolean,
): Writer {
	const entryBytes = 17;
	return Writer.create()
		.appendInt32(-1)
		.appendInt8(committedOnly ? 1 : 0)
		.appendArray([...topics], (writer, { topic, partitions }) => {
			const entries = Buffer.alloc(partitions.length * entryBytes);
			partitions.forEach((partition, i) => {
				entries.writeInt32BE(partition, i * entryBytes);
				// A leader epoch of ours could only be refused as too old.
				entries.writeInt32BE(-1, i * entryBytes + 4);
				entries.writeBigInt64BE(moment, i * entryBytes + 8);
			});
			writer
				.appendString(topic)
				.appendUnsignedVarInt(partitions.length + 1)
				.append(entries);
		})
		.appendTaggedFields();
}

/** Versions 6 to 9 answer alike. */
export function decodeListOffsets(bytes: Buffer): TopicOffsets[] {
	const from = new Cursor(bytes);
	from.int32();
	const topics: TopicOffsets[] = [];
	for (let left = from.count(); left > 0; left--) {
		const topic = from.string();
		const count = from.count();
		const partitions = new Int32Array(count);
		const codes = new Int16Array(count);
		const offsets = new Float64Array(count);
		const timesMs = new Float64Array(count);
		for (let i = 0; i < count; i++) {
			partitions[i] = from.int32();
			codes[i] = from.int16();
			const timeMs = from.int64();
			const offset = from.int64();
			offsets[i] = codes[i] === 0 && offset >= 0 ? offset : Number.NaN;
			timesMs[i] = timeMs >= 0 ? timeMs : Number.NaN;
			from.int32();
			from.skipTags();
		}
		from.skipTags();
		topics.push({ topic, partitions, codes, offsets, timesMs });
	}
	return topics;
}
