// Does this system keep what every system promises, and say the truth about logging in?
import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Admin, Kafka, logLevel } from "kafkajs";
import { afterAll, expect, test } from "vitest";
import { systemContract } from "#lib/systems/contract.ts";
import { grouped, open, type Stage } from "#lib/systems/contract-stage.ts";
import { eventually } from "#world/eventually.ts";
import { startKafka } from "#world/kafka.ts";
import { freePorts } from "#world/ports.ts";
import { resetTo } from "../for-tests/cleaning.ts";
import { comers, leftGroup } from "../for-tests/groups-left.ts";
import { commit } from "../for-tests/positions.ts";
import { removeGroup } from "../for-tests/topics.ts";
import { kafka } from "../index.ts";

const folder = await mkdtemp(join(tmpdir(), "tidemark-kafka-"));
const world = await startKafka({ nodes: 1, folder });
const [node] = world.nodes;
if (!node) throw new Error("The world has no node");
const [loginPort = 0] = await freePorts(1);
await askForLogin();
const client = new Kafka({
	brokers: [...world.brokers],
	logLevel: logLevel.NOTHING,
});

/** A second listener beside the first, with one user. */
async function askForLogin(): Promise<void> {
	const plain =
		'org.apache.kafka.common.security.plain.PlainLoginModule required user_ops="open-sesame";';
	const settings = {
		listeners: `PLAINTEXT://127.0.0.1:${node?.port},LOGIN://127.0.0.1:${loginPort},CONTROLLER://127.0.0.1:${node?.controllerPort}`,
		"advertised.listeners": `PLAINTEXT://127.0.0.1:${node?.port},LOGIN://127.0.0.1:${loginPort}`,
		"listener.security.protocol.map":
			"PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,LOGIN:SASL_PLAINTEXT",
		"sasl.enabled.mechanisms": "PLAIN",
		"listener.name.login.plain.sasl.jaas.config": plain,
	};
	const lines = Object.entries(settings).map(
		([key, value]) => `${key}=${value}\n`,
	);
	await appendFile(
		join(node?.folder ?? "", "server.properties"),
		lines.join(""),
	);
	await node?.restart();
}

const login = (userAndPassword: string, options = "?mechanism=PLAIN") =>
	`kafka://${userAndPassword}127.0.0.1:${loginPort}${options}`;

afterAll(async () => {
	await world.stop();
	await rm(folder, { recursive: true, force: true });
});

/** A node that was frozen is not trusted by its own cluster for a moment: asking again is what its users do. */
async function asAdmin<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
	const done = await eventually(
		async () => ({ value: await world.withAdmin(work) }),
		20_000,
	);
	return done.value;
}

/** Nobody is in it any more, and it has read so many of each of its two partitions. */
const leave = async (topic: string, group: string, read: number) => {
	await stage.group(topic, group, 2);
	await stage.write(topic, 20);
	await leftGroup(node.port, "consumer", group, topic, [read, read]);
};

const stage: Stage = {
	system: kafka,
	address: world.address,
	refusedAddress: login("ops:shut-sesame@"),
	kind: "topic",
	part: "partitions",
	anyChannelName: false,
	...grouped,
	countsArrivals: true,
	fingerprint: () =>
		asAdmin(async (admin) => {
			const topics = (await admin.listTopics()).sort();
			const { groups } = await admin.listGroups();
			const names = groups.map(({ groupId }) => groupId).sort();
			const ends = [];
			for (const topic of topics)
				ends.push(
					topic.startsWith("__") ? [] : await admin.fetchTopicOffsets(topic),
				);
			const positions = [];
			for (const groupId of names)
				positions.push(await admin.fetchOffsets({ groupId }));
			return JSON.stringify({ topics, ends, groups, names, positions });
		}),
	async group(topic, groupId, numPartitions) {
		await world.createTopics([{ topic, numPartitions }]);
		await commit(node.port, groupId, topic, Array(numPartitions).fill(0));
	},
	async write(topic, count) {
		const producer = client.producer();
		await producer.connect();
		const messages = Array.from({ length: count }, () => ({ value: "x" }));
		await producer.send({ topic, messages });
		await producer.disconnect();
	},
	finish: (topic, groupId, count) =>
		asAdmin(async (admin) => {
			const ends = await admin.fetchTopicOffsets(topic);
			const [read] = await admin.fetchOffsets({ groupId, topics: [topic] });
			let left = count;
			const positions: number[] = [];
			for (const { partition, offset } of read?.partitions ?? []) {
				const end = ends.find((one) => one.partition === partition)?.offset;
				const step = Math.min(left, Number(end) - Number(offset));
				left -= step;
				positions[partition] = Number(offset) + step;
			}
			await commit(node.port, groupId, topic, positions);
		}),
	cleaning: {
		scenes: {
			"a reset to the first": async (topic, group) => {
				await leave(topic, group, 4);
				return resetTo({ place: "first" });
			},
			"a reset that skips": async (topic, group) => {
				await leave(topic, group, 4);
				return resetTo({ place: "end" });
			},
			"a reset of one partition": async (topic, group) => {
				await leave(topic, group, 4);
				return resetTo({ place: "shift", messages: -3 }, [1]);
			},
			"a group that ends": async (topic, group) => {
				await leave(topic, group, 4);
				return { action: "destroy" };
			},
			"a topic that is forgotten": async (topic, group) => {
				await leave(topic, group, 4);
				// A group that stands nowhere goes by itself.
				const also = `${topic}-also`;
				await world.createTopics([{ topic: also, numPartitions: 1 }]);
				await commit(node.port, group, also, [0]);
				return { action: "forget" };
			},
		},
		disturb: async (topic, group) => {
			await comers.consumer(node.port, group, topic);
		},
	},
	async blur(topic, groupId) {
		await stage.group(topic, groupId, 1);
		await commit(node.port, groupId, topic, [1000]);
	},
	remove: (_topic, groupId) =>
		world.withAdmin(async (admin) => {
			await removeGroup(admin, groupId);
		}),
	freeze: () => node.freeze(),
	thaw: () => node.thaw(),
};

test("a cluster that nobody has used yet stays without a single topic", async () => {
	const connection = open(stage);
	const page = { part: "members", sort: "lag", offset: 0, limit: 10 } as const;
	const nobody = { broker: "b", kind: "topic", channel: "none", group: "none" };
	for (let i = 0; i < 3; i++) {
		const snapshot = await connection.read();
		expect(snapshot).toMatchObject({ readings: [], complete: true });
		await expect(connection.look(nobody, page)).rejects.toMatchObject({
			code: "not found",
		});
	}
	const topics = await world.withAdmin((admin) => admin.listTopics());
	expect(topics).toEqual([]);
});

systemContract("Kafka", stage);

const logins: readonly [string, string, object][] = [
	["a login that is missing", login("", ""), { code: "sign-in missing" }],
	[
		"a mechanism that is not offered",
		login("ops:open-sesame@", "?mechanism=SCRAM-SHA-256"),
		{ code: "mechanism refused", detail: expect.stringContaining("PLAIN") },
	],
	[
		"TLS to a port without it",
		`kafka+tls://127.0.0.1:${node.port}`,
		{ code: "TLS not spoken" },
	],
];
test.each(logins)("%s is told as such", async (_name, address, trouble) => {
	await expect(open(stage, address, 5_000).read()).rejects.toMatchObject({
		trouble,
	});
});

test("the right password opens, and the cluster is read through its own door", async () => {
	const snapshot = await open(stage, login("ops:open-sesame@")).read();
	expect(snapshot.complete).toBe(true);
});

test("a refused password is not tried again at once, as each try may count against the user", async () => {
	const connection = open(stage, login("ops:shut-sesame@"));
	await expect(connection.read()).rejects.toThrow("sign-in refused");
	const startMs = performance.now();
	await expect(connection.read()).rejects.toThrow("sign-in refused");
	// The broker itself delays a refusal for so long.
	expect(performance.now() - startMs).toBeLessThan(300);
});

test("a killed broker is unreachable, and read again by the same connection once it is back", async () => {
	const connection = open(stage);
	const before = await connection.read();
	await node.kill();
	await expect(connection.read()).rejects.toMatchObject({
		trouble: { code: "unreachable", part: "" },
	});
	await node.restart();
	const after = await eventually(async () => {
		const snapshot = await connection.read();
		return snapshot.complete ? snapshot : undefined;
	}, 20_000);
	expect(after.readings).toHaveLength(before.readings.length);
	expect(before.readings.length).toBeGreaterThan(0);
});
