// How is a real Kafka met through proxies only, so that the network to each node can be broken by itself?
import { Kafka, logLevel } from "kafkajs";
import { type Chaos, startChaos } from "./chaos.ts";
import { type KafkaOptions, type KafkaWorld, startKafka } from "./kafka.ts";
import { type Ear, newEar } from "./kafka-ear.ts";
import { freePorts } from "./ports.ts";

export type ChaoticKafka = {
	/** Without proxies: what a test does with it never meets them. */
	readonly world: KafkaWorld;
	/** One before each node, in their order. */
	readonly proxies: readonly Chaos[];
	/** What each of them hears, and makes of it. */
	readonly ears: readonly Ear[];
	/** So many messages more in the first partition. */
	fill(topic: string, messages: number): Promise<void>;
	/** Where a group without members stands in the first partition. */
	put(group: string, topic: string, position: number): Promise<void>;
	positionOf(group: string, topic: string): Promise<number>;
	/** By way of the proxies, as are all nodes that are named to whoever comes this way. */
	readonly address: string;
	stop(): Promise<void>;
};

/** Each node listens once more, and names its proxy to those who come there; nodes among themselves do not. */
export async function startChaoticKafka(
	options: Omit<KafkaOptions, "settings"> & {
		readonly settings?: Readonly<Record<string, string>>;
	},
): Promise<ChaoticKafka> {
	const ports = await freePorts(options.nodes);
	const ears = ports.map(newEar);
	const proxies = await Promise.all(
		ports.map((port, i) => startChaos({ port, listen: ears[i]?.listen })),
	);
	const world = await startKafka({
		...options,
		settings({ id, port, controllerPort }) {
			const own = `127.0.0.1:${port}`;
			const told = `127.0.0.1:${proxies[id - 1]?.port}`;
			const kinds = ["PLAINTEXT", "CONTROLLER", "CHAOS"];
			return {
				listeners: `PLAINTEXT://${own},CONTROLLER://127.0.0.1:${controllerPort},CHAOS://127.0.0.1:${ports[id - 1]}`,
				"advertised.listeners": `PLAINTEXT://${own},CHAOS://${told}`,
				"listener.security.protocol.map": kinds
					.map((kind) => `${kind}:PLAINTEXT`)
					.join(","),
				...options.settings,
			};
		},
	});
	const client = new Kafka({
		...{ brokers: [...world.brokers], logLevel: logLevel.NOTHING },
	});
	const hosts = proxies.map(({ port }) => `127.0.0.1:${port}`);
	return {
		world,
		...{ proxies, ears },
		async fill(topic, messages) {
			const producer = client.producer();
			await producer.connect();
			const message = { partition: 0, value: "1" };
			await producer.send({ topic, messages: Array(messages).fill(message) });
			await producer.disconnect();
		},
		put: (groupId, topic, position) =>
			world.withAdmin((admin) => {
				const partitions = [{ partition: 0, offset: String(position) }];
				return admin.setOffsets({ groupId, topic, partitions });
			}),
		positionOf: (groupId, topic) =>
			world.withAdmin(async (admin) => {
				const [own] = await admin.fetchOffsets({ groupId, topics: [topic] });
				return Number(own?.partitions[0]?.offset);
			}),
		address: `kafka://${hosts.join(",")}`,
		async stop() {
			await world.stop();
			await Promise.all(proxies.map((proxy) => proxy.close()));
		},
	};
}
