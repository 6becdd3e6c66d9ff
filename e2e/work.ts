// Who writes and reads in a story? A producer and one consumer, as a team's own programs would.
import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { Kafka, logLevel } from "kafkajs";
import type { Stage } from "./stage.ts";

export type Work = {
	readonly channel: string;
	readonly group: string;
	produce(count: number): Promise<void>;
	/** Starts a consumer that takes whatever waits, and acknowledges it. */
	startReading(): Promise<void>;
	stopReading(): Promise<void>;
	end(): Promise<void>;
};

const payloads = (count: number) =>
	Array.from({ length: count }, (_, i) => ({ value: `message ${i}` }));

export async function kafkaWork(
	{ kafka }: Pick<Stage, "kafka">,
	about: string,
): Promise<Work> {
	const channel = `${about}-${randomUUID().slice(0, 8)}`;
	const group = `${channel}-readers`;
	await kafka.createTopics([{ topic: channel, numPartitions: 3 }]);
	const client = new Kafka({
		brokers: [...kafka.brokers],
		logLevel: logLevel.NOTHING,
	});
	const producer = client.producer();
	await producer.connect();
	let consumer = client.consumer({ groupId: group });
	return {
		channel,
		group,
		async produce(count) {
			await producer.send({ topic: channel, messages: payloads(count) });
		},
		async startReading() {
			consumer = client.consumer({
				groupId: group,
				sessionTimeout: 6000,
				heartbeatInterval: 500,
			});
			await consumer.connect();
			await consumer.subscribe({ topic: channel, fromBeginning: true });
			await consumer.run({
				autoCommitInterval: 200,
				eachMessage: async () => {},
			});
		},
		stopReading: () => consumer.disconnect(),
		async end() {
			await Promise.all([consumer.disconnect(), producer.disconnect()]);
		},
	};
}

/** Takes entries and keeps them, as a worker that died in the middle of its work. */
type Taking = { take(count: number): Promise<void> };

export async function redisWork(
	{ redis }: Pick<Stage, "redis">,
	about: string,
): Promise<Work & Taking> {
	const channel = `${about}:${randomUUID().slice(0, 8)}`;
	const group = "readers";
	const writer = new Redis(redis.address);
	writer.on("error", () => {});
	await writer.xgroup("CREATE", channel, group, "0", "MKSTREAM");
	let reading = false;
	let stopped = Promise.resolve();
	/** Its last question is answered first: a reader cut off in the middle of one may take a message along. */
	const stop = () => {
		reading = false;
		return stopped;
	};
	return {
		channel,
		group,
		async produce(count) {
			const pipeline = writer.pipeline();
			for (const { value } of payloads(count))
				pipeline.xadd(channel, "*", "job", value);
			await pipeline.exec();
		},
		async startReading() {
			reading = true;
			stopped = readWhile(
				() => reading,
				new Redis(redis.address),
				channel,
				group,
			);
		},
		stopReading: stop,
		async take(count) {
			await writer.xreadgroup(
				...(["GROUP", group, "worker-1", "COUNT", count] as const),
				...(["STREAMS", channel, ">"] as const),
			);
		},
		async end() {
			await stop();
			writer.disconnect();
		},
	};
}

async function readWhile(
	reading: () => boolean,
	reader: Redis,
	channel: string,
	group: string,
): Promise<void> {
	reader.on("error", () => {});
	while (reading()) {
		const reply = await reader
			.xreadgroup(
				...(["GROUP", group, "worker-1", "COUNT", 100] as const),
				...(["BLOCK", 300, "STREAMS", channel, ">"] as const),
			)
			.catch(() => null);
		// The client's type says unknown; this is what the command answers.
		const streams = reply as [string, [string, string[]][]][] | null;
		for (const [id] of streams?.[0]?.[1] ?? [])
			await reader.xack(channel, group, id).catch(() => {});
	}
	reader.disconnect();
}
