// Who wrote and read what, and when? A topic with old and new messages, and groups that have read all of them and are gone.
import { randomUUID } from "node:crypto";
import { type Consumer, Kafka, logLevel } from "kafkajs";
import type { Stage } from "./stage.ts";

export type PositionsWork = {
	readonly channel: string;
	readonly group: string;
	/** By partition, as the broker has them. */
	positions(): Promise<readonly number[]>;
	/** All of it waits again. */
	rewind(): Promise<void>;
	/** A program joins the group, and reads on. */
	comeBack(): Promise<void>;
	end(): Promise<void>;
};

export const partitions = 3;
/** Written long ago, and half an hour ago, in each partition. */
export const messages = { old: 4, fresh: 2 };

const clientOn = ({ kafka }: Pick<Stage, "kafka">): Kafka =>
	new Kafka({ brokers: [...kafka.brokers], logLevel: logLevel.NOTHING });

export async function positionsWork(
	stage: Pick<Stage, "kafka">,
	about: string,
): Promise<PositionsWork> {
	const channel = `${about}-${randomUUID().slice(0, 8)}`;
	const group = `${channel}-readers`;
	const client = clientOn(stage);
	await stage.kafka.createTopics([
		{ topic: channel, numPartitions: partitions },
	]);
	await write(client, channel);
	const consumers = [await readAll(client, channel, group)];
	await consumers[0]?.disconnect();
	const admin = client.admin();
	await admin.connect();
	return {
		...{ channel, group },
		async positions() {
			const [topic] = await admin.fetchOffsets({
				...{ groupId: group, topics: [channel] },
			});
			return (topic?.partitions ?? [])
				.toSorted((a, b) => a.partition - b.partition)
				.map(({ offset }) => Number(offset));
		},
		async rewind() {
			await admin.setOffsets({
				...{ groupId: group, topic: channel },
				partitions: Array.from({ length: partitions }, (_, partition) => ({
					...{ partition, offset: "0" },
				})),
			});
		},
		async comeBack() {
			const consumer = consumerIn(client, group);
			consumers.push(consumer);
			const joined = new Promise<void>((done) => {
				consumer.on(consumer.events.GROUP_JOIN, () => done());
			});
			await consumer.connect();
			await consumer.subscribe({ topic: channel });
			await consumer.run({ eachMessage: async () => {} });
			await joined;
		},
		async end() {
			await Promise.all(consumers.map((consumer) => consumer.disconnect()));
			await admin.disconnect();
		},
	};
}

/** Groups that read all of it once, and that nobody is in any more. */
export async function deadGroups(
	stage: Pick<Stage, "kafka">,
	count: number,
): Promise<{ readonly under: string; names(): Promise<readonly string[]> }> {
	const under = `dead-${randomUUID().slice(0, 8)}`;
	const client = clientOn(stage);
	await stage.kafka.createTopics([{ topic: under, numPartitions: partitions }]);
	await write(client, under);
	const names = Array.from({ length: count }, (_, n) => `${under}-${n}`);
	const atOnce = 8;
	for (let n = 0; n < count; n += atOnce)
		await Promise.all(
			names.slice(n, n + atOnce).map(async (name) => {
				const consumer = await readAll(client, under, name);
				await consumer.disconnect();
			}),
		);
	return {
		under,
		async names() {
			const admin = client.admin();
			await admin.connect();
			const { groups } = await admin.listGroups();
			await admin.disconnect();
			return groups
				.map(({ groupId }) => groupId)
				.filter((name) => name.startsWith(under));
		},
	};
}

async function write(client: Kafka, channel: string): Promise<void> {
	const producer = client.producer();
	await producer.connect();
	const minutesAgo = (minutes: number) => String(Date.now() - minutes * 60_000);
	const each = [
		...Array(messages.old).fill(minutesAgo(180)),
		...Array(messages.fresh).fill(minutesAgo(30)),
	];
	await producer.send({
		topic: channel,
		messages: Array.from({ length: partitions }, (_, partition) =>
			each.map((timestamp, n) => ({
				...{ partition, timestamp, value: `message ${n}` },
			})),
		).flat(),
	});
	await producer.disconnect();
}

const consumerIn = (client: Kafka, group: string): Consumer =>
	client.consumer({
		...{ groupId: group, sessionTimeout: 6_000, heartbeatInterval: 500 },
	});

async function readAll(
	client: Kafka,
	channel: string,
	group: string,
): Promise<Consumer> {
	const consumer = consumerIn(client, group);
	const all = partitions * (messages.old + messages.fresh);
	let read = 0;
	await consumer.connect();
	await consumer.subscribe({ topic: channel, fromBeginning: true });
	await new Promise<void>((done) => {
		void consumer.run({
			eachMessage: async () => {
				if (++read === all) done();
			},
		});
	});
	return consumer;
}
