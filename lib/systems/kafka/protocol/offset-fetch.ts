// Which positions have these groups committed?
import { offsetFetchV8, offsetFetchV9 } from "@platformatic/kafka";
import { Cursor } from "./cursor.ts";
import { isPosition } from "./named-position.ts";
import type { Request } from "./request.ts";

/** Side by side, ascending by partition, as committed; NaN stands for none. */
export type TopicPositions = {
	readonly topic: string;
	readonly partitions: Int32Array;
	readonly positions: Float64Array;
};

export type GroupPositions = {
	readonly group: string;
	readonly code: number;
	readonly topics: readonly TopicPositions[];
};

/** Every topic of each group. Version 10 knows topics by id only and loses those it cannot map; 8 is the first that takes several groups. */
export function offsetFetch(
	groups: readonly string[],
): Request<readonly GroupPositions[]> {
	return {
		name: "OffsetFetch",
		key: 9,
		oldest: 8,
		newest: 9,
		encode(version) {
			const asked = groups.map((groupId) => ({
				groupId,
				memberId: null,
				memberEpoch: -1,
				topics: null,
			}));
			const codec = version === 8 ? offsetFetchV8 : offsetFetchV9;
			return codec.createRequest(asked, false);
		},
		decode: decodeOffsetFetch,
	};
}

/** Versions 8 and 9 answer alike. */
export function decodeOffsetFetch(bytes: Buffer): GroupPositions[] {
	const from = new Cursor(bytes);
	from.int32();
	const groups: GroupPositions[] = [];
	for (let left = from.count(); left > 0; left--) {
		const group = from.string();
		const topics: TopicPositions[] = [];
		for (let more = from.count(); more > 0; more--)
			topics.push(topicPositions(from));
		const code = from.int16();
		from.skipTags();
		groups.push({ group, code, topics });
	}
	return groups;
}

function topicPositions(from: Cursor): TopicPositions {
	const topic = from.string();
	const count = from.count();
	const partitions = new Int32Array(count);
	const positions = new Float64Array(count);
	let ascending = true;
	for (let i = 0; i < count; i++) {
		const partition = from.int32();
		const position = from.int64();
		from.int32();
		from.skipBytes();
		const code = from.int16();
		from.skipTags();
		if (i > 0 && partition < (partitions[i - 1] ?? 0)) ascending = false;
		partitions[i] = partition;
		// The broker accepts and returns any negative commit.
		positions[i] = code === 0 && isPosition(position) ? position : Number.NaN;
	}
	from.skipTags();
	return ascending
		? { topic, partitions, positions }
		: sorted(topic, partitions, positions);
}

/** Brokers answer in the order of a hash: looking up where each partition lies takes a tenth of the time of sorting. */
function sorted(
	topic: string,
	partitions: Int32Array,
	positions: Float64Array,
): TopicPositions {
	const count = partitions.length;
	let last = 0;
	for (let i = 0; i < count; i++) last = Math.max(last, partitions[i] ?? 0);
	if (last > 8 * count) return packed(topic, partitions, positions);
	const places = new Int32Array(last + 1).fill(-1);
	for (let i = 0; i < count; i++) places[partitions[i] ?? 0] = i;
	const inOrder = new Int32Array(count);
	const own = new Float64Array(count);
	let found = 0;
	for (let partition = 0; partition <= last; partition++) {
		const place = places[partition] ?? -1;
		if (place < 0) continue;
		inOrder[found] = partition;
		own[found++] = positions[place] ?? Number.NaN;
	}
	return {
		topic,
		partitions: inOrder.subarray(0, found),
		positions: own.subarray(0, found),
	};
}

/** Partition and place in one number each, because sorting plain numbers is many times faster than sorting pairs. */
function packed(
	topic: string,
	partitions: Int32Array,
	positions: Float64Array,
): TopicPositions {
	const places = 2 ** 20;
	const keys = Float64Array.from(partitions, (p, i) => p * places + i).sort();
	return {
		topic,
		partitions: Int32Array.from(keys, (key) => Math.floor(key / places)),
		positions: Float64Array.from(
			keys,
			(key) => positions[key % places] ?? Number.NaN,
		),
	};
}
