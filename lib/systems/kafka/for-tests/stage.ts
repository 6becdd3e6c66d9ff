// What does every live test of this system need? Topics and groups of its own, and a connection that is closed in the end.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kafka, logLevel } from "kafkajs";
import { expect, onTestFinished } from "vitest";
import type { Look } from "#lib/core/look.ts";
import type { Reading } from "#lib/core/reading.ts";
import { parseAddress } from "#lib/systems/address.ts";
import type { Connection } from "#lib/systems/system.ts";
import type { Child } from "#world/child.ts";
import { eventually } from "#world/eventually.ts";
import { startTool } from "#world/kafka-tool.ts";
import { kafka } from "../index.ts";
import { makeTopic } from "./topics.ts";

let made = 0;
export const unique = (word: string) => `${word}-${process.pid}-${++made}`;

export type Stage = ReturnType<typeof stageAt>;

export function stageAt(text: string) {
	const address = parseAddress(text);
	const port = address?.hosts[0]?.port;
	if (!address || !port) throw new Error("No broker was given");
	const broker = `127.0.0.1:${port}`;
	const client = (clientId: string) =>
		new Kafka({
			...{ clientId, brokers: [broker], logLevel: logLevel.NOTHING },
			retry: { retries: 8, maxRetryTime: 2_000 },
		});
	const write = async (topic: string, count: number) => {
		const producer = client("writer").producer();
		await producer.connect();
		await producer.send({ topic, messages: Array(count).fill({ value: "x" }) });
		await producer.disconnect();
	};
	return {
		port,
		broker,
		client,
		write,
		open(): Connection {
			const options = { broker: "b", address, deadlineMs: 5_000 };
			const connection = kafka.open(options);
			onTestFinished(() => connection.close());
			return connection;
		},
		/** Kafka's own consumer, as somebody would run it in a terminal. */
		async tool(tool: string, ...args: readonly string[]): Promise<Child> {
			const folder = await mkdtemp(join(tmpdir(), "tidemark-tool-"));
			const child = startTool({
				tool: `consumer.${tool}`,
				args: ["--bootstrap-server", broker, ...args],
				output: join(folder, "output"),
			});
			onTestFinished(async () => {
				await child.kill();
				await rm(folder, { recursive: true, force: true });
			});
			return child;
		},
		async topicWith(numPartitions: number, count: number): Promise<string> {
			const topic = unique("topic");
			const admin = client("admin").admin();
			await admin.connect();
			await makeTopic(admin, port, { topic, numPartitions });
			await admin.disconnect();
			if (count > 0) await write(topic, count);
			return topic;
		},
	};
}

/** The one reading of this group: never none that a moment ago was there, and never two. */
export async function readingOf(
	connection: Connection,
	topic: string,
	group: string,
): Promise<Reading | undefined> {
	const { readings, troubles } = await connection.read();
	expect(troubles).toEqual([]);
	const own = readings.filter((one) => one.group === group);
	expect(own.length).toBeLessThan(2);
	expect(own.every(({ channel }) => channel === topic)).toBe(true);
	return own[0];
}

export const reads = (
	connection: Connection,
	topic: string,
	group: string,
	isWanted: (reading: Reading) => boolean,
): Promise<Reading> =>
	eventually(async () => {
		const one = await readingOf(connection, topic, group);
		return one && isWanted(one) ? one : undefined;
	}, 30_000);

export const looks = (
	connection: Connection,
	channel: string,
	group: string,
	part: Look["part"],
): Promise<Look> =>
	connection.look(
		{ broker: "b", kind: "topic", channel, group },
		{ part, sort: "partition", offset: 0, limit: 100 },
	);
