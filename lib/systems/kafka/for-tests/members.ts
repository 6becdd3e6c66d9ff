// How does a test make a member of any kind of group? By the requests a client would send, so that it lives and dies when the test says so.
import {
	Connection,
	consumerGroupHeartbeatV0,
	consumerGroupHeartbeatV1,
	joinGroupV9,
	leaveGroupV5,
	syncGroupV5,
} from "@platformatic/kafka";
import { onTestFinished } from "vitest";
import { eventually } from "#world/eventually.ts";
import { all, int16, int32 } from "./bytes.ts";

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
	/** What it reads. */
	readonly topics?: readonly string[];
};

/** Rejoining members wait for each other so long, which leaves a test the time to look. */
export const rebalanceMaxMs = 15_000;

/** A place in a classic group; the answer comes when all members have joined. */
export async function join(connection: Connection, of: Classic) {
	const { group, protocol = "consumer", instance = null, member = "" } = of;
	const metadata = subscriptionTo(of.topics ?? []);
	const ask = (id: string) =>
		joinGroupV9.api.async(
			...[connection, group, 30_000, rebalanceMaxMs, id, instance, protocol],
			[{ name: "range", metadata }],
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

/** INT16 version, [topic], user bytes. */
function subscriptionTo(topics: readonly string[]): Buffer {
	const names = topics.map((topic) => Buffer.from(topic));
	return all(
		...[int16(0), int32(names.length)],
		...names.flatMap((name) => [int16(name.length), name]),
		int32(-1),
	);
}

/** INT16 version, [topic, [partition]], user bytes. */
export function assignmentOf(topic: string, partitions: readonly number[]) {
	const name = Buffer.from(topic);
	return all(
		...[int16(0), int32(1), int16(name.length), name],
		...[int32(partitions.length), ...partitions.map(int32), int32(-1)],
	);
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

const nothing: [] = [];

/** The same for whoever reads every topic whose name is like this; brokers before 4.0 do not know how. */
export const beatLike = (
	connection: Connection,
	{ group, member, topic: pattern }: Newer,
) =>
	eventually(
		() =>
			consumerGroupHeartbeatV1.api.async(
				...([connection, group, member, 0, null, null] as const),
				...([rebalanceMaxMs, nothing, pattern, null, nothing] as const),
			),
		20_000,
	);
