// Does our Kafka break and come back as a real one does?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "./eventually.ts";
import { type KafkaWorld, startKafka } from "./kafka.ts";
import { isFree } from "./ports.ts";

let folder: string;
let world: KafkaWorld;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "tidemark-kafka-"));
	world = await startKafka({ nodes: 1, folder });
});
afterAll(async () => {
	await world.stop();
	await rm(folder, { recursive: true, force: true });
});

const node = () => {
	const [first] = world.nodes;
	if (first === undefined) throw new Error("No node was started");
	return first;
};
const topics = () => world.withAdmin((admin) => admin.listTopics());
const withinMs = <T>(limitMs: number, promise: Promise<T>) =>
	Promise.race([
		promise,
		new Promise<"silence">((resolve) =>
			setTimeout(() => resolve("silence"), limitMs),
		),
	]);

test("a frozen node is silent, and answers again once it is thawed", async () => {
	await world.createTopics([{ topic: "before-the-frost" }]);
	node().freeze();
	const asked = topics();
	asked.catch(() => {});
	expect(await withinMs(500, asked)).toBe("silence");
	node().thaw();
	expect(await topics()).toContain("before-the-frost");
});

test("a killed node refuses connections, and restarted on the same port it has its topics", async () => {
	await world.createTopics([{ topic: "before-the-crash" }]);
	await node().kill();
	await expect(topics()).rejects.toThrow();
	await node().restart();
	expect(await topics()).toContain("before-the-crash");
});

test("a running node is restarted on the same port", async () => {
	await node().restart();
	expect(await topics()).toContain("before-the-crash");
});

test("of three nodes one can be killed, and the other two go on as one cluster", async () => {
	const three = await startKafka({ nodes: 3, folder: join(folder, "three") });
	try {
		const [first] = three.nodes;
		await three.createTopics([{ topic: "survives", numPartitions: 3 }]);
		await first?.kill();
		const left = await eventually(async () => {
			const cluster = await three.withAdmin((a) => a.describeCluster());
			return cluster.brokers.length === 2 ? cluster.brokers : undefined;
		}, 20_000);
		expect(left.map((broker) => broker.nodeId)).not.toContain(first?.id);
		expect(await three.withAdmin((a) => a.listTopics())).toContain("survives");
	} finally {
		await three.stop();
	}
});

test("a frozen Kafka can be stopped, and its port is free again", async () => {
	node().freeze();
	await world.stop();
	expect(await isFree(node().port)).toBe(true);
});
