// Which nodes are there, and which of them leads each partition?
import { metadataV12 } from "@platformatic/kafka";
import { Cursor } from "./cursor.ts";
import type { Request } from "./request.ts";

export type NodePlace = {
	readonly id: number;
	readonly host: string;
	readonly port: number;
};

export type TopicPlace = {
	readonly topic: string;
	/** A topic made again under its old name has another id. */
	readonly id: string;
	readonly code: number;
	/** The cluster's own, such as the one it keeps positions in. */
	readonly isInternal: boolean;
	/** By partition: the node that leads it, or −1. */
	readonly leaders: Int32Array;
	/** How often somebody was chosen to lead it: of two answers the higher is the later. */
	readonly epochs: Int32Array;
};

export type Metadata = {
	/** Another cluster at the same address has another; empty where it has none. */
	readonly cluster: string;
	readonly nodes: readonly NodePlace[];
	readonly topics: readonly TopicPlace[];
};

/** `null` asks for every topic. Never lets the broker make a topic that is asked for. */
export function metadata(topics: readonly string[] | null): Request<Metadata> {
	return {
		name: "Metadata",
		key: 3,
		oldest: 11,
		newest: 12,
		encode: () => metadataV12.createRequest(topics && [...topics], false),
		decode: decodeMetadata,
	};
}

/** Versions 11 and 12 answer alike. Columns again: a cluster of 100,000 partitions is read every half minute. */
export function decodeMetadata(bytes: Buffer): Metadata {
	const from = new Cursor(bytes);
	from.int32();
	const nodes: NodePlace[] = [];
	for (let left = from.count(); left > 0; left--) {
		nodes.push({ id: from.int32(), host: from.string(), port: from.int32() });
		from.skipBytes();
		from.skipTags();
	}
	const cluster = from.string();
	from.int32();
	const topics: TopicPlace[] = [];
	for (let left = from.count(); left > 0; left--) topics.push(topicPlace(from));
	return { cluster, nodes, topics };
}

function topicPlace(from: Cursor): TopicPlace {
	const code = from.int16();
	const topic = from.string();
	const idBytes = 16;
	const id = from.bytes.toString("hex", from.at, from.at + idBytes);
	from.skip(idBytes);
	const isInternal = from.int8() === 1;
	const count = from.count();
	const leaders = new Int32Array(count).fill(-1);
	const epochs = new Int32Array(count).fill(-1);
	for (let left = count; left > 0; left--) {
		from.int16();
		const partition = from.int32();
		const leader = from.int32();
		const epoch = from.int32();
		if (partition < count) {
			leaders[partition] = leader;
			epochs[partition] = epoch;
		}
		for (let lists = 3; lists > 0; lists--) from.skip(4 * from.count());
		from.skipTags();
	}
	from.int32();
	from.skipTags();
	return { topic, id, code, isInternal, leaders, epochs };
}
