// How is a real Kafka started, broken and ended?
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Admin, type ITopicConfig, Kafka, logLevel } from "kafkajs";
import { type Child, startChild } from "./child.ts";
import { eventually, eventuallyFrom } from "./eventually.ts";
import { sharedClasses } from "./kafka-classes.ts";
import { format, newId } from "./kafka-format.ts";
import {
	fetchJars,
	jarsFolder,
	type KafkaVersion,
	kafkaVersion,
} from "./kafka-jars.mjs";
import { addressOf, type KafkaNode, settingsOf } from "./kafka-settings.ts";
import { freePorts } from "./ports.ts";

export type KafkaWorld = {
	/** `kafka://127.0.0.1:port,127.0.0.1:port` */
	readonly address: string;
	/** `127.0.0.1:port`, one for each node: what client libraries ask for. */
	readonly brokers: readonly string[];
	readonly nodes: readonly KafkaProcess[];
	readonly folder: string;
	createTopics(topics: readonly ITopicConfig[]): Promise<void>;
	/** With kafkajs, connected for as long as `work` takes. */
	withAdmin<T>(work: (admin: Admin) => Promise<T>): Promise<T>;
	stop(): Promise<void>;
};

export type KafkaProcess = KafkaNode & {
	freeze(): void;
	thaw(): void;
	kill(): Promise<void>;
	/** As an administrator does it: it says goodbye, and writes down what it keeps. */
	end(): Promise<void>;
	/** On the same ports and data; ends it cleanly first when it still runs. */
	restart(): Promise<void>;
};

export type KafkaOptions = {
	readonly nodes: 1 | 3;
	readonly folder: string;
	/** More settings for server.properties, or others than ours; the same for every node, or each its own. */
	readonly settings?: Settings | ((node: KafkaNode) => Settings);
	readonly heapMb?: number;
	/** The newest of ours unless asked for another. */
	readonly version?: KafkaVersion;
	/** Other options for its Java than those with which it starts quickly. */
	readonly java?: readonly string[];
};

type Settings = Readonly<Record<string, string>>;

export async function startKafka(options: KafkaOptions): Promise<KafkaWorld> {
	const version = options.version ?? kafkaVersion;
	await fetchJars(version);
	const nodes = await placesFor(options);
	const clusterId = newId();
	const { settings } = options;
	const own = typeof settings === "function" ? settings : () => settings;
	for (const node of nodes) {
		await format(node, clusterId, version);
		await writeFile(
			join(node.folder, "server.properties"),
			settingsOf(node, nodes, own(node)),
		);
	}
	const brokers = nodes.map((node) => `127.0.0.1:${node.port}`);
	const processes = nodes.map((node) =>
		processOf(node, [
			`-Xmx${options.heapMb ?? 192}m`,
			...(options.java ?? sharedClasses(version)),
			...["-cp", join(jarsFolder(version), "*")],
		]),
	);
	const stop = async () => {
		await Promise.all(processes.map((process) => process.kill()));
	};
	try {
		await Promise.all(processes.map((process) => process.ready()));
		await eventually(() => hears(brokers, nodes.length), 30_000);
	} catch (error) {
		await stop();
		throw error;
	}
	const withAdmin = adminOf(brokers);
	return {
		address: addressOf(nodes),
		brokers,
		nodes: processes,
		folder: options.folder,
		withAdmin,
		async createTopics(topics) {
			// A try that was lost may have made them, which is no mistake to this client.
			await eventually(
				() =>
					withAdmin(async (admin) => {
						await admin.createTopics({ topics: [...topics] });
						// Their leaders learn of it a moment later, and refuse whoever is earlier.
						for (const { topic } of topics)
							await admin.fetchTopicOffsets(topic);
						return true;
					}),
				20_000,
			);
		},
		stop,
	};
}

async function placesFor({ nodes, folder }: KafkaOptions) {
	const ports = await freePorts(2 * nodes);
	const places: KafkaNode[] = [];
	for (let id = 1; id <= nodes; id++) {
		const [port = 0, controllerPort = 0] = ports.splice(0, 2);
		const own = join(folder, `node-${id}`);
		places.push({ id, port, controllerPort, folder: own });
	}
	return places;
}

function processOf(node: KafkaNode, java: readonly string[]) {
	let server = launch(node, java);
	const ready = () => listens(server, node);
	return {
		...node,
		ready,
		freeze: () => server.freeze(),
		thaw: () => server.thaw(),
		async kill() {
			await server.kill();
		},
		async end() {
			await server.end(60_000);
		},
		async restart() {
			server.thaw();
			await server.end(10_000);
			server = launch(node, java);
			await ready();
		},
	};
}

const launch = (node: KafkaNode, java: readonly string[]): Child =>
	startChild({
		command: "java",
		args: [
			...["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"],
			"-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
			...java,
			...["kafka.Kafka", join(node.folder, "server.properties")],
		],
		output: join(node.folder, "kafka.log"),
	});

async function listens(server: Child, node: KafkaNode) {
	const broker = `127.0.0.1:${node.port}`;
	try {
		await eventuallyFrom(server, () => hears([broker], 1), 60_000);
	} catch (error) {
		throw new Error(`Kafka did not start; see ${node.folder}/kafka.log`, {
			cause: error,
		});
	}
}

/** A request is answered, and by as many nodes as there should be. */
async function hears(brokers: readonly string[], atLeast: number) {
	const cluster = await adminOf(brokers)((admin) => admin.describeCluster());
	return cluster.brokers.length >= atLeast || undefined;
}

const adminOf =
	(brokers: readonly string[]): KafkaWorld["withAdmin"] =>
	async (work) => {
		const admin = new Kafka({
			clientId: "world",
			brokers: [...brokers],
			logLevel: logLevel.NOTHING,
			connectionTimeout: 1000,
			retry: { retries: 3, initialRetryTime: 100 },
		}).admin();
		try {
			await admin.connect();
			return await work(admin);
		} finally {
			await admin.disconnect().catch(() => {});
		}
	};
