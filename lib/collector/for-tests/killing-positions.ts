// What is killed in the middle of a reset? The collector or the broker, over a real Kafka with one group that read many topics.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { idOf } from "#lib/core/subscription.ts";
import { openStore } from "#lib/store/open.ts";
import { clusterAt } from "#lib/systems/kafka/for-tests/cluster.ts";
import { leftGroup } from "#lib/systems/kafka/for-tests/groups-left.ts";
import { commit } from "#lib/systems/kafka/for-tests/positions.ts";
import { kind } from "#lib/systems/kafka/positions/readings.ts";
import { type KafkaWorld, startKafka } from "#world/kafka.ts";
import { askingOf, startMain } from "./killing.ts";

const partitions = 2;
const messages = 8;
/** Where the group stood in each topic, and where all of them begin. */
export const stood: readonly number[] = [3, 2];
export const begin: readonly number[] = [0, 0];

/** With so many topics, for all tests of a file. */
export function manyTopics(count: number) {
	let folder = "";
	let world: KafkaWorld | null = null;
	const topics = Array.from({ length: count }, (_, n) => `orders-${n}`);
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "tidemark-killed-kafka-"));
		world = await startKafka({ nodes: 1, folder });
		await world.createTopics(
			topics.map((topic) => ({ topic, numPartitions: partitions })),
		);
		const producer = clusterAt(world.brokers[0] ?? "").client.producer();
		await producer.connect();
		const written = Array.from({ length: messages }, (_, n) => ({
			...{ value: "x", partition: n % partitions },
		}));
		const topicMessages = topics.map((topic) => ({ topic, messages: written }));
		await producer.sendBatch({ topicMessages });
		await producer.disconnect();
	});
	afterAll(async () => {
		await world?.stop();
		await rm(folder, { recursive: true, force: true });
	});
	return () => {
		const [node] = world?.nodes ?? [];
		if (!world || !node) throw new Error("It has not started");
		return { world, node, topics };
	};
}

/** Over what a file has: a collector that can be killed, and groups that nobody is in any more. */
export async function killingOf({
	world,
	node,
	topics,
}: ReturnType<ReturnType<typeof manyTopics>>) {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-killed-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const store = await openStore(join(folder, "store"));
	onTestFinished(() => store.close());
	const start = () => startMain(folder, world.address, [], "");
	let collector = start();
	onTestFinished(async () => void (await collector.kill()));
	return {
		...{ store, asking: await askingOf(store) },
		async killAndStart() {
			await collector.kill();
			collector = start();
		},
		/** Its rows on the board, in the order of the topics. */
		async group(group: string): Promise<readonly string[]> {
			await leftGroup(node.port, "consumer", group, topics[0] ?? "", stood);
			for (const topic of topics.slice(1))
				await commit(node.port, group, topic, stood);
			return topics.map((channel) =>
				idOf({ broker: "one", kind, channel, group }),
			);
		},
		/** In the order of the topics; a partition without one counts as -1. */
		positionsOf: (group: string) =>
			world.withAdmin(async (admin) => {
				const all = await admin.fetchOffsets({
					...{ groupId: group, topics: [...topics] },
				});
				const byTopic = new Map(
					all.map(({ topic, partitions }) => [topic, partitions]),
				);
				return topics.map((topic) =>
					(byTopic.get(topic) ?? [])
						.toSorted((a, b) => a.partition - b.partition)
						.map(({ offset }) => Number(offset)),
				);
			}),
	};
}
