// Which groups are read in the benchmark? Thousands of positions, written by hand: a member in each would need a machine of its own.
import {
	Connection,
	findCoordinatorV6,
	offsetCommitV9,
} from "@platformatic/kafka";
import type { Producer } from "kafkajs";
import { eventually } from "#world/eventually.ts";
import type { KafkaWorld } from "#world/kafka.ts";

const topicCount = 10;
export const partitionCount = 100;
export const topics = Array.from(
	{ length: topicCount },
	(_, i) => `topic-${i}`,
);
export const groupName = (i: number): string => `group-${i}`;
const topicOf = (i: number): string => `topic-${i % topicCount}`;

const recordsEach = 20;
const readEach = 5;

export async function makeTopics(
	world: KafkaWorld,
	producer: Producer,
): Promise<void> {
	await world.createTopics(
		topics.map((topic) => ({ topic, numPartitions: partitionCount })),
	);
	const value = "x";
	const messages = Array.from({ length: partitionCount }, (_, partition) =>
		Array.from({ length: recordsEach }, () => ({ value, partition })),
	).flat();
	await producer.sendBatch({
		topicMessages: topics.map((topic) => ({ topic, messages })),
	});
}

/** Groups from one number up to another, each with a position in every partition of one topic. */
export async function makeGroups(
	world: KafkaWorld,
	from: number,
	to: number,
): Promise<void> {
	const connection = new Connection("bench", { maxInflights: 20 });
	await connection.connect("127.0.0.1", world.nodes[0]?.port ?? 0);
	const commit = (i: number) =>
		offsetCommitV9.api.async(connection, groupName(i), -1, "", null, [
			{ name: topicOf(i), partitions: positions },
		]);
	// A fresh cluster has nowhere to keep positions until somebody asks for a coordinator.
	await eventually(async () => {
		await findCoordinatorV6.api.async(connection, 0, [groupName(from)]);
		await commit(from);
		return true;
	}, 30_000);
	const rest = Array.from({ length: to - from - 1 }, (_, i) => from + 1 + i);
	await Promise.all(rest.map(commit));
	await connection.close();
}

const positions = Array.from(
	{ length: partitionCount },
	(_, partitionIndex) => ({
		partitionIndex,
		committedOffset: BigInt(readEach),
		committedLeaderEpoch: -1,
		committedMetadata: "",
	}),
);
