// Where do share groups stand, and how much waits for them by the broker's own count?
import { Writer } from "@platformatic/kafka";
import { Cursor } from "./cursor.ts";
import { entries } from "./described.ts";
import type { Request } from "./request.ts";

/**
 * Side by side; NaN stands for "not known". A position is where the broker begins to look for what it has not handed
 * out: much behind it may be done already, so that it says nothing of the lag.
 */
export type SharedTopic = {
	readonly topic: string;
	readonly partitions: Int32Array;
	readonly positions: Float64Array;
	readonly lags: Float64Array;
	readonly codes: Int16Array;
};

export type SharedPositions = {
	readonly group: string;
	readonly code: number;
	readonly topics: readonly SharedTopic[];
};

/** Every topic of each group. Of a group of another kind, and of none, the broker says no error and no topics. */
export function shareOffsets(
	groups: readonly string[],
): Request<readonly SharedPositions[]> {
	return {
		name: "DescribeShareGroupOffsets",
		key: 90,
		oldest: 0,
		newest: 1,
		encode: () =>
			Writer.create()
				.appendArray([...groups], (writer, group) =>
					writer.appendString(group).appendArray(null, () => {}),
				)
				.appendTaggedFields(),
		decode: decodeShareOffsets,
	};
}

export function decodeShareOffsets(
	bytes: Buffer,
	version: number,
): SharedPositions[] {
	const from = new Cursor(bytes);
	from.int32();
	return entries(from, () => {
		const group = from.string();
		const topics = entries(from, () => sharedTopic(from, version));
		const code = from.int16();
		from.skipBytes();
		return { group, code, topics };
	});
}

const notKnown = -1;

function sharedTopic(from: Cursor, version: number): SharedTopic {
	const topicIdBytes = 16;
	const topic = from.string();
	from.skip(topicIdBytes);
	const told = entries(from, () => {
		const partition = from.int32();
		const position = from.int64();
		from.int32();
		const lag = version >= 1 ? from.int64() : notKnown;
		const code = from.int16();
		from.skipBytes();
		return { partition, position, lag, code };
	}).sort((a, b) => a.partition - b.partition);
	return {
		topic,
		partitions: Int32Array.from(told, ({ partition }) => partition),
		positions: Float64Array.from(told, ({ position, code }) =>
			code === 0 && position >= 0 ? position : Number.NaN,
		),
		lags: Float64Array.from(told, ({ position, lag, code }) =>
			code === 0 && position >= 0 && lag !== notKnown ? lag : Number.NaN,
		),
		codes: Int16Array.from(told, ({ code }) => code),
	};
}
