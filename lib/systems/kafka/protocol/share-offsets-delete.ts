// Which topics may a share group forget?
import { Writer } from "@platformatic/kafka";
import { Cursor } from "./cursor.ts";
import { entries } from "./described.ts";
import type { Request } from "./request.ts";

export type SharedForgotten = {
	/** Of the group as a whole: where it is not 0, nothing of it went. */
	readonly code: number;
	readonly topics: readonly { readonly topic: string; readonly code: number }[];
};

/** With all partitions, and only without members. */
export const deleteShareOffsets = (
	group: string,
	topics: readonly string[],
): Request<SharedForgotten> => ({
	name: "DeleteShareGroupOffsets",
	key: 92,
	oldest: 0,
	newest: 0,
	encode: () =>
		Writer.create()
			.appendString(group)
			.appendArray([...topics], (writer, topic) => writer.appendString(topic))
			.appendTaggedFields(),
	decode(bytes) {
		const topicIdBytes = 16;
		const from = new Cursor(bytes);
		from.int32();
		const code = from.int16();
		from.skipBytes();
		const topics = entries(from, () => {
			const topic = from.string();
			from.skip(topicIdBytes);
			const told = { topic, code: from.int16() };
			from.skipBytes();
			return told;
		});
		return { code, topics };
	},
});
