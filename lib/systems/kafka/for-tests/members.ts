// How does a test make a member of any kind of group? By the requests a client would send, so that it lives and dies when the test says so.
import {
	Connection,
	consumerGroupHeartbeatV0,
	createAPI,
	joinGroupV9,
	leaveGroupV5,
	type Reader,
	syncGroupV5,
	Writer,
} from "@platformatic/kafka";
import { onTestFinished } from "vitest";
import { eventually } from "#world/eventually.ts";

/** One connection for one member: a node answers a connection one request at a time, and a join may wait. */
export async function connect(port: number, clientId: string) {
	const connection = new Connection(clientId);
	connection.on("error", () => {});
	await connection.connect("127.0.0.1", port);
	onTestFinished(() => connection.close());
	return connection;
}

type Classic = {
	readonly group: string;
	readonly protocol?: string;
	readonly instance?: string | null;
	readonly member?: string;
};

/** Rejoining members wait for each other so long, which leaves a test the time to look. */
const rebalanceMaxMs = 15_000;

/** A place in a classic group; the answer comes when all members have joined. */
export async function join(connection: Connection, of: Classic) {
	const { group, protocol = "consumer", instance = null, member = "" } = of;
	const ask = (id: string) =>
		joinGroupV9.api.async(
			...[connection, group, 30_000, rebalanceMaxMs, id, instance, protocol],
			[{ name: "range", metadata: subscriptionTo() }],
		);
	return ask(member).catch((error) => {
		// The first answer to a member without a name is only its name.
		const named: unknown = error?.response?.memberId;
		if (typeof named !== "string" || named === "") throw error;
		return ask(named);
	});
}

/** What the leader gives out, here to itself. */
export const giveOut = (
	connection: Connection,
	{ group, protocol = "consumer", instance = null }: Classic,
	joined: Awaited<ReturnType<typeof join>>,
	assignment: Buffer,
) =>
	syncGroupV5.api.async(
		...([connection, group, joined.generationId, joined.memberId] as const),
		...([instance, protocol, "range"] as const),
		[{ memberId: joined.memberId, assignment }],
	);

export const leave = (connection: Connection, group: string, member: string) =>
	leaveGroupV5.api.async(connection, group, [{ memberId: member }]);

const subscriptionTo = (): Buffer =>
	Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]);

/** INT16 version, [topic, [partition]], user bytes. */
export function assignmentOf(topic: string, partitions: readonly number[]) {
	const name = Buffer.from(topic);
	const bytes = Buffer.alloc(
		2 + 4 + 2 + name.length + 4 + 4 * partitions.length + 4,
	);
	bytes.writeInt32BE(1, 2);
	bytes.writeInt16BE(name.length, 6);
	name.copy(bytes, 8);
	const at = 8 + name.length;
	bytes.writeInt32BE(partitions.length, at);
	partitions.forEach((partition, i) => {
		bytes.writeInt32BE(partition, at + 4 + 4 * i);
	});
	bytes.writeInt32BE(-1, bytes.length - 4);
	return bytes;
}

type Newer = {
	readonly group: string;
	readonly member: string;
	readonly topic: string;
	readonly instance?: string | null;
};

/** Epoch 0 joins, −1 leaves, −2 leaves for a restart. */
export const beat = (
	connection: Connection,
	{ group, member, topic, instance = null }: Newer,
	epoch: 0 | -1 | -2,
) =>
	eventually(
		() =>
			consumerGroupHeartbeatV0.api.async(
				...([connection, group, member, epoch, instance, null] as const),
				...([rebalanceMaxMs, epoch === 0 ? [topic] : null] as const),
				...([null, null, epoch === 0 ? [] : null] as const),
			),
		20_000,
	);

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
