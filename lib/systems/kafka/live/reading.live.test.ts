// Does a reading agree with what Kafka's own users see, also when topics and members come and go?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as joined } from "node:path";
import { Kafka, logLevel } from "kafkajs";
import {
	afterAll,
	describe,
	expect,
	inject,
	onTestFinished,
	test,
} from "vitest";
import type { Reading } from "#lib/core/reading.ts";
import { parseAddress } from "#lib/systems/address.ts";
import type { Connection } from "#lib/systems/system.ts";
import { eventually } from "#world/eventually.ts";
import { startKafka } from "#world/kafka.ts";
import { type KafkaVersion, kafkaVersion } from "#world/kafka-jars.mjs";
import { previews } from "../for-tests/own.ts";
import { commit, join } from "../for-tests/positions.ts";
import { makeTopic, removeTopic } from "../for-tests/topics.ts";
import { kafka } from "../index.ts";

const folder = await mkdtemp(joined(tmpdir(), "tidemark-reading-"));
const older = await startKafka({
	...{ nodes: 1, folder, version: "3.9.1" },
	settings: previews["3.9.1"],
});
afterAll(async () => {
	await older.stop();
	await rm(folder, { recursive: true, force: true });
});

const worlds: readonly { version: KafkaVersion; text: string }[] = [
	{ version: kafkaVersion, text: inject("kafkaAddress") },
	{ version: "3.9.1", text: older.address },
];

describe.each(worlds)("Kafka $version", ({ version, text }) => {
	const address = parseAddress(text);
	const port = address?.hosts[0]?.port;
	if (!address || !port) throw new Error("No broker was given");
	const client = new Kafka({
		brokers: [`127.0.0.1:${port}`],
		logLevel: logLevel.NOTHING,
		retry: { retries: 8, maxRetryTime: 2_000 },
	});

	let made = 0;
	const unique = (word: string) => `${word}-${process.pid}-${++made}`;

	function open(): Connection {
		if (!address) throw new Error("No broker was given");
		const connection = kafka.open({ broker: "b", address, deadlineMs: 5_000 });
		onTestFinished(() => connection.close());
		return connection;
	}

	async function admin() {
		const one = client.admin();
		await one.connect();
		onTestFinished(() => one.disconnect());
		return one;
	}

	/** A topic with so many records in each of its partitions. */
	async function topicWith(
		counts: readonly number[],
		settings: Readonly<Record<string, string>> = {},
	): Promise<string> {
		const topic = unique("topic");
		await makeTopic(await admin(), port ?? 0, {
			...{ topic, numPartitions: counts.length },
			configEntries: Object.entries(settings).map(([name, value]) => ({
				...{ name, value },
			})),
		});
		const producer = client.producer();
		await producer.connect();
		const messages = counts.flatMap((count, partition) =>
			Array.from({ length: count }, () => ({ value: "x", partition })),
		);
		await producer.send({ topic, messages });
		await producer.disconnect();
		return topic;
	}

	async function write(topic: string, count: number): Promise<void> {
		const producer = client.producer();
		await producer.connect();
		await producer.send({ topic, messages: Array(count).fill({ value: "x" }) });
		await producer.disconnect();
	}

	async function removeBefore(topic: string, offset: string): Promise<void> {
		const one = await admin();
		// Removing needs to know the leader, which this client learns only by asking something else first.
		await one.fetchTopicOffsets(topic);
		await one.deleteTopicRecords({
			topic,
			partitions: [{ partition: 0, offset }],
		});
	}

	async function readingOf(
		connection: Connection,
		topic: string,
		group: string,
	): Promise<Reading | undefined> {
		const { readings } = await connection.read();
		return readings.find((it) => it.channel === topic && it.group === group);
	}

	const partitionsOf = {
		part: "partitions",
		sort: "partition",
		offset: 0,
		limit: 100,
	} as const;
	const membersOf = {
		part: "members",
		sort: "partition",
		offset: 0,
		limit: 100,
	} as const;
	const subscription = (channel: string, group: string) => ({
		...{ broker: "b", kind: "topic", channel, group },
	});

	test("its release is told, though it names none", async () => {
		const release = version.split(".").slice(0, 2).join(".");
		expect((await open().read()).version).toBe(release);
	});

	test("where retention removes nothing, what waits is said to be kept, and elsewhere not", async () => {
		const kept = await topicWith([5], { "retention.ms": "-1" });
		const removed = await topicWith([5]);
		const group = unique("group");
		await commit(port, group, kept, [2]);
		await commit(port, group, removed, [2]);
		const connection = open();
		const notesOf = async (topic: string) => {
			const reading = await readingOf(connection, topic, group);
			return reading?.notes.map(({ code }) => code);
		};
		expect(await notesOf(kept)).toContain("kept for ever");
		expect(await notesOf(removed)).not.toContain("kept for ever");
	});

	test("each partition's lag is what an administrator's client would work out", async () => {
		const topic = await topicWith([5, 9, 0, 30]);
		const group = unique("group");
		await commit(port, group, topic, [5, 2, 0, 11]);
		const client = await admin();
		const ends = await client.fetchTopicOffsets(topic);
		const [own] = await client.fetchOffsets({
			groupId: group,
			topics: [topic],
		});
		const expected = ends
			.map(({ partition, high }) => {
				const at = own?.partitions.find((one) => one.partition === partition);
				return { partition, lag: Number(high) - Number(at?.offset) };
			})
			.sort((a, b) => a.partition - b.partition);
		const connection = open();
		const reading = await readingOf(connection, topic, group);
		const { partitions } = await connection.look(
			subscription(topic, group),
			partitionsOf,
		);
		expect(
			partitions.map(({ partition, lag }) => ({ partition, lag })),
		).toEqual(expected);
		expect(expected.map(({ lag }) => lag)).toEqual([0, 7, 0, 19]);
		expect(reading?.lag).toEqual({ n: 26, bound: "exact" });
		expect([...(reading?.columns?.ends ?? [])]).toEqual([5, 9, 0, 30]);
	});

	test("a partition the group never read has no position and no lag, and the others have theirs", async () => {
		const topic = await topicWith([3, 4]);
		const group = unique("group");
		await commit(port, group, topic, [1]);
		const connection = open();
		const reading = await readingOf(connection, topic, group);
		expect(reading).toMatchObject({
			lag: { n: 2, bound: "exact" },
			counted: 1,
		});
		const look = await connection.look(
			subscription(topic, group),
			partitionsOf,
		);
		expect(look.partitions[1]).toMatchObject({
			...{ partition: 1, position: null, end: 4, lag: null },
		});
	});

	test("a position beyond the end is ahead of the log, and never a negative lag", async () => {
		const topic = await topicWith([5]);
		const group = unique("group");
		await commit(port, group, topic, [500]);
		const reading = await readingOf(open(), topic, group);
		expect(reading).toMatchObject({ lag: null, ahead: 1, trouble: null });
	});

	test("a negative position that names no place is none, so the group does not read the topic", async () => {
		const topic = await topicWith([5]);
		const group = unique("group");
		await commit(port, group, topic, [-5]);
		expect(await readingOf(open(), topic, group)).toBeUndefined();
	});

	test("who commits that he begins at the first message that is kept, as kafkajs does, stands there, and loses what is removed since", async () => {
		const topic = await topicWith([10]);
		const group = unique("group");
		await commit(port, group, topic, [4]);
		const connection = open();
		// Nobody is in it: that alone is noted.
		const told = { trouble: null, notes: [{ code: "forgotten soon" }] };
		await readingOf(connection, topic, group);
		await removeBefore(topic, "6");
		await commit(port, group, topic, [-2]);
		expect(await readingOf(connection, topic, group)).toMatchObject({
			...{ ...told, lag: { n: 4, bound: "exact" }, lost: 0, departed: 6 },
		});
		// What it fetched before may be committed afterwards.
		await commit(port, group, topic, [5]);
		expect(await readingOf(connection, topic, group)).toMatchObject({
			...{ ...told, lag: { n: 4, bound: "exact" }, lost: 1 },
		});
		await commit(port, group, topic, [-2]);
		await readingOf(connection, topic, group);
		await removeBefore(topic, "8");
		expect(await readingOf(connection, topic, group)).toMatchObject({
			...{ ...told, lag: { n: 2, bound: "exact" }, lost: 2, departed: 6 },
		});
		const look = await connection.look(
			subscription(topic, group),
			partitionsOf,
		);
		expect(look).toMatchObject({
			partitions: [{ partition: 0, position: 6, end: 10, lag: 2 }],
		});
		await commit(port, group, topic, [10]);
		expect(await readingOf(connection, topic, group)).toMatchObject({
			...{ ...told, lag: { n: 0, bound: "exact" }, lost: 0, departed: 10 },
		});
	});

	test("messages removed before they were read are lost, and wait no longer", async () => {
		const topic = await topicWith([10]);
		const group = unique("group");
		await commit(port, group, topic, [2]);
		await removeBefore(topic, "6");
		const reading = await readingOf(open(), topic, group);
		expect(reading).toMatchObject({ lag: { n: 4, bound: "exact" }, lost: 4 });
	});

	test("a deleted topic is gone from a complete snapshot, and the other topics of its group stay", async () => {
		const [goes, stays] = [await topicWith([3]), await topicWith([3])];
		const group = unique("group");
		await commit(port, group, goes, [1]);
		await commit(port, group, stays, [1]);
		const connection = open();
		expect(await readingOf(connection, goes, group)).toBeDefined();
		await removeTopic(await admin(), goes);
		const after = await eventually(async () => {
			const { complete, readings } = await connection.read();
			const isThere = readings.some(({ channel }) => channel === goes);
			return complete && !isThere ? readings : undefined;
		}, 10_000);
		expect(after.some(({ channel }) => channel === stays)).toBe(true);
		await expect(
			connection.look(subscription(goes, group), partitionsOf),
		).rejects.toMatchObject({ code: "not found" });
	});

	test("a topic made again is counted from its own start, not from that of the one before", async () => {
		const topic = await topicWith([50]);
		const group = unique("group");
		await removeBefore(topic, "40");
		await commit(port, group, topic, [45]);
		const connection = open();
		expect((await readingOf(connection, topic, group))?.lag?.n).toBe(5);
		const one = await admin();
		await removeTopic(one, topic);
		await makeTopic(one, port, { topic, numPartitions: 1 });
		await write(topic, 8);
		await commit(port, group, topic, [3]);
		// Until it is known to be another one, its shorter log contradicts what was read before: nothing is said.
		const reading = await eventually(async () => {
			const one = await readingOf(connection, topic, group);
			return one?.lag ? one : undefined;
		}, 20_000);
		expect(reading).toMatchObject({ lag: { n: 5, bound: "exact" }, lost: 0 });
	});

	test("members are counted while they are there, own their partitions, and leave nobody behind", async () => {
		const topic = await topicWith([6, 6, 6, 6]);
		const group = unique("group");
		const consumers = await Promise.all(
			["one", "two"].map((clientId) => running(clientId, group, topic)),
		);
		const connection = open();
		const reading = await eventually(async () => {
			const one = await readingOf(connection, topic, group);
			return one?.members?.registered === 2 && one.lag?.n === 0
				? one
				: undefined;
		}, 30_000);
		expect(reading.members?.live).toEqual({ n: 2, bound: "exact" });
		const { members, total } = await connection.look(
			subscription(topic, group),
			membersOf,
		);
		expect(total).toBe(2);
		expect(members.map(({ clientId }) => clientId).sort()).toEqual([
			"one",
			"two",
		]);
		expect(members.map(({ host }) => host)).toEqual(["127.0.0.1", "127.0.0.1"]);
		const { partitions } = await connection.look(
			subscription(topic, group),
			partitionsOf,
		);
		for (const { partition, owner } of partitions) {
			const member = members.find(({ name }) => name === owner);
			expect(member?.partitions).toContain(partition);
		}
		await Promise.all(consumers.map((consumer) => consumer.disconnect()));
		const empty = await eventually(async () => {
			const one = await readingOf(connection, topic, group);
			return one?.members?.registered === 0 ? one : undefined;
		}, 10_000);
		expect(empty.members?.live).toEqual({ n: 0, bound: "exact" });
	});

	test("a group whose partitions the broker gives out is read like any other", async () => {
		const topic = await topicWith([4, 4]);
		const group = unique("group");
		await commit(port, group, topic, [1, 4]);
		await join(port, group, topic);
		const connection = open();
		const reading = await readingOf(connection, topic, group);
		expect(reading).toMatchObject({
			lag: { n: 3, bound: "exact" },
			members: { registered: 1, live: { n: 1, bound: "exact" } },
		});
		const look = await connection.look(subscription(topic, group), membersOf);
		expect(look.members).toMatchObject([
			{ clientId: "tool", host: "127.0.0.1", partitions: [0, 1] },
		]);
	});

	async function running(clientId: string, groupId: string, topic: string) {
		const own = new Kafka({
			...{ clientId, brokers: [`127.0.0.1:${port}`] },
			logLevel: logLevel.NOTHING,
		});
		const consumer = own.consumer({ groupId, heartbeatInterval: 500 });
		await consumer.connect();
		onTestFinished(() => consumer.disconnect());
		await consumer.subscribe({ topic, fromBeginning: true });
		await consumer.run({
			autoCommitInterval: 100,
			eachMessage: async () => {},
		});
		return consumer;
	}
});
