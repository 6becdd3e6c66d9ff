// What goes on at the other broker? Ten groups on each topic; every topic gets messages, and every group commits in its turn.
import {
	Connection,
	findCoordinatorV6,
	offsetCommitV9,
} from "@platformatic/kafka";
import { Kafka, logLevel } from "kafkajs";
import { eventually } from "#world/eventually.ts";
import type { KafkaWorld } from "#world/kafka.ts";
import { type Turns, takeTurns } from "../../e2e/long/turns.ts";

const topics = 30;
const groupsEach = 10;
const partitions = Array.from({ length: 3 }, (_, partition) => partition);
const recordsEach = 10;

export const kafkaGroups = topics * groupsEach;

const topicName = (n: number) => `payments-${n}`;
const groupName = (n: number) => `payments-group-${n}`;

/** Every group stands at the beginning; from then on one topic and its groups a second. */
export async function topicWork(kafka: KafkaWorld): Promise<Turns> {
	await kafka.createTopics(
		Array.from({ length: topics }, (_, n) => ({
			...{ topic: topicName(n), numPartitions: partitions.length },
		})),
	);
	const producer = new Kafka({
		...{ brokers: [...kafka.brokers], logLevel: logLevel.NOTHING },
	}).producer();
	await producer.connect();
	const connection = new Connection("soak", { maxInflights: 20 });
	await connection.connect("127.0.0.1", kafka.nodes[0]?.port ?? 0);
	const sent = Array.from({ length: topics }, () => 0);
	const commit = (group: number) => {
		const topic = Math.floor(group / groupsEach);
		return offsetCommitV9.api.async(
			...([connection, groupName(group), -1, "", null] as const),
			[
				{
					name: topicName(topic),
					partitions: partitions.map((partitionIndex) => ({
						partitionIndex,
						committedOffset: BigInt(sent[topic] ?? 0),
						...{ committedLeaderEpoch: -1, committedMetadata: "" },
					})),
				},
			],
		);
	};
	// A fresh cluster has nowhere to keep positions until somebody asks for a coordinator.
	await eventually(async () => {
		await findCoordinatorV6.api.async(connection, 0, [groupName(0)]);
		return await commit(0);
	}, 30_000);
	const all = Array.from({ length: kafkaGroups }, (_, group) => group);
	await Promise.all(all.map(commit));
	return takeTurns({
		everyMs: 1000,
		async turn(n) {
			const topic = n % topics;
			await producer.send({
				topic: topicName(topic),
				messages: partitions.flatMap((partition) =>
					Array.from({ length: recordsEach }, () => ({
						...{ partition, value: "x" },
					})),
				),
			});
			sent[topic] = (sent[topic] ?? 0) + recordsEach;
			const own = all.slice(topic * groupsEach, (topic + 1) * groupsEach);
			await Promise.all(own.map(commit));
			return own.length;
		},
		end: () => Promise.all([producer.disconnect(), connection.close()]),
	});
}
