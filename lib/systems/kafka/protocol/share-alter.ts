// How is a share group without members told where to begin?
import { Writer } from "@platformatic/kafka";
import { Cursor } from "./cursor.ts";
import { entries } from "./described.ts";
import type { PartitionAnswer } from "./offset-commit.ts";
import type { Request } from "./request.ts";

export type Beginning = {
	readonly topic: string;
	readonly partition: number;
	readonly position: number;
};

export type Altered = {
	/** Of the whole; 0 where each partition has its own answer. */
	readonly code: number;
	readonly partitions: readonly PartitionAnswer[];
};

/** The broker checks no position. A group that does not exist is made. */
export const alterShareOffsets = (
	group: string,
	beginnings: readonly Beginning[],
): Request<Altered> => ({
	name: "AlterShareGroupOffsets",
	key: 91,
	oldest: 0,
	newest: 0,
	encode() {
		const topics = [...Map.groupBy(beginnings, ({ topic }) => topic)];
		return Writer.create()
			.appendString(group)
			.appendArray(topics, (writer, [topic, own]) =>
				writer
					.appendString(topic)
					.appendArray(own, (inner, { partition, position }) =>
						inner.appendInt32(partition).appendInt64(BigInt(position)),
					),
			)
			.appendTaggedFields();
	},
	decode: decodeAltered,
});

export function decodeAltered(bytes: Buffer): Altered {
	const topicIdBytes = 16;
	const from = new Cursor(bytes);
	from.int32();
	const code = from.int16();
	from.skipBytes();
	const partitions = entries(from, () => {
		const topic = from.string();
		from.skip(topicIdBytes);
		return entries(from, () => {
			const partition = from.int32();
			const code = from.int16();
			from.skipBytes();
			return { topic, partition, code };
		});
	}).flat();
	return { code, partitions };
}
