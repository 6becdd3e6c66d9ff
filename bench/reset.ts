// What does it cost to let a group read on from elsewhere in 10,000 partitions? Planned, kept, done and proved by us, and as Kafka's own tool does it.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Connection, offsetCommitV9 } from "@platformatic/kafka";
import { Kafka, logLevel } from "kafkajs";
import type { Reset } from "#lib/core/clean-up/clean-up.ts";
import { parseAddress } from "#lib/systems/address.ts";
import { kafka } from "#lib/systems/kafka/index.ts";
import { kind } from "#lib/systems/kafka/positions/readings.ts";
import { startKafka } from "#world/kafka.ts";
import { jarsFolder, kafkaVersion } from "#world/kafka-jars.mjs";
import { compared, secondsOf } from "./compared.ts";
import { type Cost, cpuOf, middle, timed } from "./cost.ts";
import { table } from "./table.ts";

/** `--topics=10` for a short look. */
const asked = process.argv.find((word) => word.startsWith("--topics="));
const topicCount = Number(asked?.split("=")[1] ?? 100);
const partitionCount = 100;
const rounds = 3;
const group = "billing";
const topics = Array.from({ length: topicCount }, (_, i) => `topic-${i}`);
const all = topicCount * partitionCount;
const reset: Reset = {
	...{ action: "reset", partitions: null, to: { place: "first" } },
};

const folder = await mkdtemp(join(tmpdir(), "tidemark-bench-"));
const world = await startKafka({ nodes: 1, folder, heapMb: 768 });
const [broker = ""] = world.brokers;
const client = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING });
const admin = client.admin();

async function fill(): Promise<void> {
	for (const topic of topics)
		await world.createTopics([{ topic, numPartitions: partitionCount }]);
	const producer = client.producer();
	await producer.connect();
	const messages = Array.from({ length: partitionCount }, (_, partition) => ({
		...{ value: "x", partition },
	}));
	for (const topic of topics) await producer.send({ topic, messages });
	await producer.disconnect();
	// A group somebody was in: then nobody can hide in it, and no second look is waited for.
	const consumer = client.consumer({ groupId: group });
	await consumer.connect();
	await consumer.subscribe({ topic: topics[0] ?? "" });
	const joined = new Promise((resolve) =>
		consumer.on(consumer.events.GROUP_JOIN, resolve),
	);
	await consumer.run({ eachMessage: async () => {} });
	await joined;
	await consumer.disconnect();
}

/** All of them behind the one message that is there. */
async function read(): Promise<void> {
	const port = world.nodes[0]?.port ?? 0;
	const connection = new Connection("bench", { maxInflights: 20 });
	await connection.connect("127.0.0.1", port);
	const partitions = Array.from({ length: partitionCount }, (_, i) => ({
		...{ partitionIndex: i, committedOffset: 1n },
		...{ committedLeaderEpoch: -1, committedMetadata: "" },
	}));
	for (const name of topics)
		await offsetCommitV9.api.async(connection, group, -1, "", null, [
			{ name, partitions },
		]);
	await connection.close();
}

async function expectAllAtFirst(): Promise<void> {
	const found = await admin.fetchOffsets({ groupId: group, topics });
	const offsets = found.flatMap(({ partitions }) =>
		partitions.map(({ offset }) => offset),
	);
	if (offsets.length !== all || offsets.some((offset) => offset !== "0"))
		throw new Error("Not all of them were put to the first");
}

async function ours(): Promise<void> {
	const address = parseAddress(world.address);
	if (!address) throw new Error("The world gives no address");
	const connection = kafka.open({ broker: "b", address, deadlineMs: 30_000 });
	const { cleanUps } = connection;
	if (!cleanUps) throw new Error("It offers no clean-ups");
	let kept = 0;
	for (const channel of topics) {
		const where = { broker: "b", kind, channel, group };
		const plan = await cleanUps.plan(where, reset, null);
		const outcome = await cleanUps.apply(where, plan, {
			progress: async () => {},
			async keep(before) {
				kept += before.length;
			},
			...{ before: [], stop: new AbortController().signal },
		});
		if (outcome.ending !== "done") throw new Error(JSON.stringify(outcome));
		await cleanUps.prove(where, plan, []);
	}
	await connection.close();
	if (kept !== all) throw new Error(`Only ${kept} were kept`);
}

/** As its shell script starts it. */
async function ownTool(): Promise<void> {
	await promisify(execFile)(
		"java",
		[
			...["-cp", join(jarsFolder(kafkaVersion), "*")],
			"org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
			...["--bootstrap-server", broker, "--group", group],
			...topics.flatMap((topic) => ["--topic", topic]),
			...["--reset-offsets", "--to-earliest", "--execute"],
			...["--timeout", "120000"],
		],
		{ maxBuffer: 2 ** 30 },
	);
}

async function measured(work: () => Promise<void>): Promise<Cost> {
	await read();
	const before = await cpuOf("self");
	const cost = await timed(work);
	const after = await cpuOf("self");
	await expectAllAtFirst();
	const endedMs = before && after && after.endedMs - before.endedMs;
	return { ...cost, cpuMs: (cost.cpuMs ?? 0) + (endedMs ?? 0) };
}

const line = (name: string, { wallMs, cpuMs }: Cost) => [
	...[name, (wallMs / 1_000).toFixed(2)],
	cpuMs === null ? "" : (cpuMs / 1_000).toFixed(2),
];

try {
	await admin.connect();
	await fill();
	const [own, tool]: [Cost[], Cost[]] = [[], []];
	for (let round = 0; round < rounds; round++) {
		own.push(await measured(ours));
		tool.push(await measured(ownTool));
	}
	const [us, them] = [middle(own), middle(tool)];
	table(
		[
			`${all.toLocaleString("en")} positions in ${topicCount} topics`,
			...["seconds", "processor"],
		],
		[
			line("Tidemark: planned, kept, done, proved", us),
			line("kafka-consumer-groups.sh --reset-offsets --execute", them),
		],
	);
	compared(
		`${all.toLocaleString("en")} positions of Kafka reset`,
		`${secondsOf(us.wallMs)}, planned, kept and proved`,
		`Kafka's own tool: ${secondsOf(them.wallMs)}, nothing kept or proved`,
	);
	process.stdout.write(
		`\nfigure reset ${(them.wallMs / us.wallMs).toFixed(3)}\n`,
	);
} finally {
	await admin.disconnect();
	await world.stop();
	await rm(folder, { recursive: true, force: true });
}
