// Who else can say how far every group is behind? Each is asked for the same, one after the other, and says what it cost.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Kafka } from "kafkajs";
import { startChild } from "#world/child.ts";
import { eventually } from "#world/eventually.ts";
import { jarsFolder, kafkaVersion } from "#world/kafka-jars.mjs";
import { freePorts } from "#world/ports.ts";
import { which } from "#world/run.mjs";
import { type Cost, cpuOf, timed } from "./cost.ts";
import { groupName, topics } from "./kafka-work.ts";

/** What a program in this language would do with its usual client: every group's positions, every topic's ends. */
export async function adminClient(
	client: Kafka,
	groups: number,
): Promise<Cost> {
	const admin = client.admin();
	await admin.connect();
	let requests = 0;
	let bytes = 0;
	admin.on(admin.events.REQUEST, ({ payload }) => {
		requests++;
		bytes += payload.size;
	});
	try {
		const cost = await timed(async () => {
			await admin.listGroups();
			const groupIds = Array.from({ length: groups }, (_, i) => groupName(i));
			await Promise.all(
				groupIds.map((groupId) => admin.fetchOffsets({ groupId })),
			);
			await Promise.all(topics.map((topic) => admin.fetchTopicOffsets(topic)));
		});
		return { ...cost, requests, bytes };
	} finally {
		await admin.disconnect();
	}
}

/** Kafka's own tool, as its shell script starts it. */
export async function ownTool(broker: string): Promise<Cost> {
	const before = await cpuOf("self");
	const cost = await timed(() =>
		promisify(execFile)(
			"java",
			[
				...["-cp", join(jarsFolder(kafkaVersion), "*")],
				"org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
				...["--bootstrap-server", broker, "--describe", "--all-groups"],
				...["--timeout", "120000"],
			],
			{ maxBuffer: 2 ** 30 },
		),
	);
	const after = await cpuOf("self");
	const cpuMs = before && after && after.endedMs - before.endedMs;
	return { ...cost, cpuMs };
}

type Exporter = {
	readonly name: string;
	readonly start: (
		broker: string,
		port: number,
	) => {
		readonly args: readonly string[];
		readonly env: Readonly<Record<string, string>>;
	};
};

export const exporters: readonly Exporter[] = [
	{
		name: "kminion",
		start: (broker, port) => ({
			args: [],
			env: {
				KAFKA_BROKERS: broker,
				EXPORTER_HOST: "127.0.0.1",
				EXPORTER_PORT: String(port),
			},
		}),
	},
	{
		name: "kafka_exporter",
		start: (broker, port) => ({
			args: [
				`--kafka.server=${broker}`,
				`--web.listen-address=127.0.0.1:${port}`,
			],
			env: {},
		}),
	},
];

/** One scrape of an exporter that somebody has installed; null where nobody has. */
export async function scraped(
	{ name, start }: Exporter,
	broker: string,
	output: string,
): Promise<Cost | null> {
	const command = which(name);
	if (command === null) return null;
	const [port = 0] = await freePorts(1);
	const child = startChild({ command, output, ...start(broker, port) });
	const scrape = async () => {
		const reply = await fetch(`http://127.0.0.1:${port}/metrics`);
		if (!reply.ok) throw new Error(`${name} answers ${reply.status}`);
		const text = await reply.text();
		if (!text.includes(groupName(0)))
			throw new Error(`${name} names no group; see ${output}`);
	};
	try {
		await eventually(() => scrape().then(() => true), 180_000, 1_000);
		const before = await cpuOf(child.pid);
		const cost = await timed(scrape);
		const after = await cpuOf(child.pid);
		return { ...cost, cpuMs: before && after && after.ownMs - before.ownMs };
	} finally {
		await child.end(5_000);
	}
}
