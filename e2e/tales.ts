// Whose verdicts are told? A channel into which something flows, with one reader that rests, leaves, comes back, or has messages removed before it.
import { Redis } from "ioredis";
import { Kafka, logLevel } from "kafkajs";
import type { Stage } from "./stage.ts";

export type Tale = {
	readonly channel: string;
	/** It is there, and reads on where it was. */
	read(): Promise<void>;
	/** It stays, and asks for nothing any more. */
	rest(): Promise<void>;
	/** It is no longer listed. */
	leave(): Promise<void>;
	/** All that is there now. */
	remove(): Promise<void>;
	end(): Promise<void>;
};

const everyMs = 400;
/** What the short-lived channels keep: by time, and as so many messages as come in that time. */
const keptMs = 240_000;
const keptMessages = keptMs / everyMs;

type Given = {
	readonly channel: string;
	/** What it keeps is removed after minutes, read or not. */
	readonly isShortLived?: boolean;
};

/** One after the other, until told to end. */
function flow(write: () => Promise<unknown>): { end(): Promise<void> } {
	let last: Promise<unknown> = Promise.resolve();
	const timer = setInterval(() => {
		last = last.then(write).catch(() => undefined);
	}, everyMs);
	return {
		async end() {
			clearInterval(timer);
			await last;
		},
	};
}

export async function kafkaTale(
	{ kafka }: Pick<Stage, "kafka">,
	{ channel, isShortLived = false }: Given,
): Promise<Tale> {
	const partitions = [0, 1, 2];
	await kafka.createTopics([
		{
			topic: channel,
			numPartitions: partitions.length,
			...(isShortLived && {
				configEntries: [{ name: "retention.ms", value: String(keptMs) }],
			}),
		},
	]);
	const client = new Kafka({
		brokers: [...kafka.brokers],
		logLevel: logLevel.NOTHING,
	});
	const producer = client.producer();
	await producer.connect();
	const messages = partitions.map((partition) => ({ partition, value: "x" }));
	const flowing = flow(() => producer.send({ topic: channel, messages }));
	let consumer = client.consumer({ groupId: channel });
	let isThere = false;
	return {
		channel,
		async read() {
			if (isThere) return consumer.resume([{ topic: channel }]);
			consumer = client.consumer({ groupId: channel });
			await consumer.connect();
			await consumer.subscribe({ topic: channel, fromBeginning: true });
			await consumer.run({
				autoCommitInterval: 200,
				eachMessage: async () => {},
			});
			isThere = true;
		},
		async rest() {
			consumer.pause([{ topic: channel }]);
		},
		async leave() {
			await consumer.disconnect();
			isThere = false;
		},
		remove: () =>
			kafka.withAdmin(async (admin) => {
				const ends = await admin.fetchTopicOffsets(channel);
				await admin.deleteTopicRecords({
					topic: channel,
					partitions: ends.map(({ partition, high }) => ({
						...{ partition, offset: high },
					})),
				});
			}),
		async end() {
			await flowing.end();
			await Promise.all([consumer.disconnect(), producer.disconnect()]);
		},
	};
}

const member = "worker-1";

export async function redisTale(
	{ redis }: Pick<Stage, "redis">,
	{ channel, isShortLived = false }: Given,
): Promise<Tale> {
	// A connection's name tells which group's member it is, so no two channels share one.
	const group = `${channel}-readers`;
	const writer = new Redis(redis.address);
	const reader = new Redis(redis.address, {
		connectionName: `tm:${group}:${member}`,
	});
	for (const client of [writer, reader]) client.on("error", () => {});
	await writer.xgroup("CREATE", channel, group, "$", "MKSTREAM");
	const write = () =>
		isShortLived
			? writer.xadd(channel, "MAXLEN", keptMessages, "*", "job", "x")
			: writer.xadd(channel, "*", "job", "x");
	// As long as it ever becomes: from here on each message removes one.
	if (isShortLived)
		for (let count = 0; count < keptMessages; count++) await write();
	const flowing = flow(write);
	let reading = false;
	let rested = Promise.resolve();
	/** Its last question is answered first. */
	const rest = () => {
		reading = false;
		return rested;
	};
	return {
		channel,
		async read() {
			reading = true;
			rested = readWhile(() => reading, reader, channel, group);
		},
		rest,
		async leave() {
			await rest();
			await writer.xgroup("DELCONSUMER", channel, group, member);
		},
		async remove() {
			await writer.xtrim(channel, "MAXLEN", 0);
		},
		async end() {
			await Promise.all([rest(), flowing.end()]);
			for (const client of [writer, reader]) client.disconnect();
		},
	};
}

async function readWhile(
	reading: () => boolean,
	reader: Redis,
	channel: string,
	group: string,
): Promise<void> {
	while (reading())
		await reader
			.xreadgroup(
				...(["GROUP", group, member, "COUNT", 1000, "BLOCK", 300] as const),
				...(["NOACK", "STREAMS", channel, ">"] as const),
			)
			.catch(() => null);
}
