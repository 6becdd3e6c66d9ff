// How does a test make a member of a share group or a streams group? By the requests a client would send, which the library does not know.
import { createAPI, type Reader, Writer } from "@platformatic/kafka";
import { rebalanceMaxMs } from "./members.ts";

const absent = -1;
const present = 1;
const none = (writer: Writer) => writer.appendArray([], () => {});
const texts = (writer: Writer, all: readonly string[]) =>
	writer.appendArray([...all], (w, text) => w.appendString(text), true, false);

/** One part that reads one topic. */
function topology(writer: Writer, topic: string) {
	writer.appendInt8(present).appendInt32(1);
	writer.appendArray([topic], (w) => {
		texts(texts(w.appendString("0"), [topic]), []);
		none(w);
		texts(w, []);
		none(none(w));
	});
	return writer.appendTaggedFields();
}

const streamsBeat = createAPI<
	[group: string, member: string, epoch: number, topic: string],
	{ epoch: number }
>(
	88,
	0,
	(group: string, member: string, epoch: number, topic: string) => {
		const writer = Writer.create();
		writer.appendString(group).appendString(member).appendInt32(epoch);
		writer.appendInt32(0).appendString(null).appendString(null);
		writer.appendInt32(rebalanceMaxMs);
		if (epoch === 0) topology(writer, topic);
		else writer.appendInt8(absent);
		for (let lists = 3; lists > 0; lists--) none(writer);
		writer.appendString("process-1").appendInt8(absent);
		for (let lists = 3; lists > 0; lists--) writer.appendArray(null, () => {});
		return writer.appendBoolean(false).appendTaggedFields();
	},
	(_correlation: number, _key: number, _version: number, reader: Reader) => {
		reader.readInt32();
		const code = reader.readInt16();
		const message = reader.readNullableString();
		if (code !== 0) throw new Error(`${code} ${message}`);
		reader.readString();
		return { epoch: reader.readInt32() };
	},
);

export const beatStreams = streamsBeat.async;

const shareBeat = createAPI<
	[group: string, member: string, epoch: number, topic: string],
	{ epoch: number }
>(
	76,
	1,
	(group: string, member: string, epoch: number, topic: string) =>
		texts(
			Writer.create()
				.appendString(group)
				.appendString(member)
				.appendInt32(epoch)
				.appendString(null),
			[topic],
		).appendTaggedFields(),
	(_correlation: number, _key: number, _version: number, reader: Reader) => {
		reader.readInt32();
		const code = reader.readInt16();
		const message = reader.readNullableString();
		if (code !== 0) throw new Error(`${code} ${message}`);
		reader.readNullableString();
		return { epoch: reader.readInt32() };
	},
);

export const beatShare = shareBeat.async;

/** Sets where a share group that has no members begins. */
export const setShared = createAPI<
	[group: string, topic: string, start: bigint],
	{ code: number }
>(
	91,
	0,
	(group: string, topic: string, start: bigint) =>
		Writer.create()
			.appendString(group)
			.appendArray([topic], (w) =>
				w
					.appendString(topic)
					.appendArray([start], (inner) =>
						inner.appendInt32(0).appendInt64(start),
					),
			)
			.appendTaggedFields(),
	(_correlation: number, _key: number, _version: number, reader: Reader) => {
		reader.readInt32();
		return { code: reader.readInt16() };
	},
).async;
