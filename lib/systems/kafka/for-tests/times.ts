// How does a test write messages of the past, and read what waits? On a broker of its own: how much one tick looks at is bounded.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ITopicConfig, Kafka, logLevel } from "kafkajs";
import { expect, onTestFinished } from "vitest";
import type { Reading } from "#lib/core/reading.ts";
import { type Address, parseAddress } from "#lib/systems/address.ts";
import type { Connection } from "#lib/systems/system.ts";
import { startKafka } from "#world/kafka.ts";
import { type KafkaVersion, kafkaVersion } from "#world/kafka-jars.mjs";
import { kafka } from "../index.ts";
import { makeTopic } from "./topics.ts";

export const minute = 60_000;
export const hour = 60 * minute;

export type Message = {
	readonly partition?: number;
	readonly agoMs?: number;
	readonly bytes?: number;
};

export type TimesStage = {
	readonly address: Address;
	readonly port: number;
	readonly broker: string;
	open(): Connection;
	newTopic(
		partitions: number,
		settings?: Readonly<Record<string, string>>,
	): Promise<string>;
	/** Each in a batch of its own. */
	write(topic: string, ...messages: readonly Message[]): Promise<void>;
	/** All in one request. */
	writeAtOnce(topic: string, messages: readonly Message[]): Promise<void>;
	stop(): Promise<void>;
};

let made = 0;
export const unique = (word: string) => `${word}-${process.pid}-${++made}`;

export async function startTimes(
	version: KafkaVersion = kafkaVersion,
): Promise<TimesStage> {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-times-"));
	const world = await startKafka({
		...{ nodes: 1, folder, version },
		settings: {
			"authorizer.class.name":
				"org.apache.kafka.metadata.authorizer.StandardAuthorizer",
			"allow.everyone.if.no.acl.found": "true",
		},
	});
	const address = parseAddress(world.address);
	const port = address?.hosts[0]?.port;
	const [broker] = world.brokers;
	if (!address || !port || !broker)
		throw new Error("The world gives no address");
	const client = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING });
	return {
		...{ address, port, broker },
		...{ newTopic: newTopicBy(client, port), ...writingBy(client) },
		open() {
			const options = { broker: "b", address, deadlineMs: 5_000 };
			const connection = kafka.open(options);
			onTestFinished(() => connection.close());
			return connection;
		},
		async stop() {
			await world.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

const newTopicBy =
	(client: Kafka, port: number): TimesStage["newTopic"] =>
	async (numPartitions, settings = {}) => {
		const topic = unique("topic");
		const admin = client.admin();
		await admin.connect();
		const configEntries: ITopicConfig["configEntries"] = Object.entries(
			settings,
		).map(([name, value]) => ({ name, value }));
		await makeTopic(admin, port, { topic, numPartitions, configEntries });
		await admin.disconnect();
		return topic;
	};

function writingBy(client: Kafka): Pick<TimesStage, "write" | "writeAtOnce"> {
	const send = async (
		topic: string,
		batches: readonly (readonly Message[])[],
	) => {
		const producer = client.producer();
		await producer.connect();
		const nowMs = Date.now();
		for (const batch of batches)
			await producer.send({
				topic,
				messages: batch.map(({ partition = 0, agoMs = 0, bytes = 1 }) => ({
					partition,
					timestamp: String(nowMs - agoMs),
					value: "x".repeat(bytes),
				})),
			});
		await producer.disconnect();
	};
	return {
		write: (topic, ...messages) =>
			send(
				topic,
				messages.map((one) => [one]),
			),
		writeAtOnce: (topic, messages) => send(topic, [messages]),
	};
}

export async function readingOf(
	connection: Connection,
	group: string,
): Promise<Reading> {
	const { readings } = await connection.read();
	const own = readings.find((it) => it.group === group);
	if (!own) throw new Error(`${group} was not read`);
	return own;
}

/** A look at a clock and a tick lie between what is expected and what is read. */
export function expectNear(n: number | undefined, expected: number): void {
	expect(Math.abs((n ?? Number.NaN) - expected)).toBeLessThan(10_000);
}
