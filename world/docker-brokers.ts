// How do a Kafka and a Redis answer by name in a network of containers? This machine's own programs run in it, so that no image of theirs is needed.
import { existsSync, realpathSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { nodeImage } from "./docker.mjs";
import type { Docker } from "./docker.ts";
import { eventually } from "./eventually.ts";
import { format, newId } from "./kafka-format.ts";
import { jarsFolder, kafkaVersion } from "./kafka-jars.mjs";
import { settingsOf } from "./kafka-settings.ts";
import { which } from "./run.mjs";

export type DockerBrokers = {
	/** As `redis-cli` is typed beside it. */
	redis(...words: readonly string[]): Promise<string>;
	createTopic(topic: string): Promise<string>;
	stop(): Promise<void>;
};

export async function startDockerBrokers(
	docker: Docker,
	network: string,
	secret: string,
	folder: string,
): Promise<DockerBrokers> {
	const run = (...words: readonly string[]) => docker.run(["docker", ...words]);
	const serve = (
		name: string,
		mounts: readonly string[],
		line: readonly string[],
	) =>
		run(
			...["run", "--detach", "--name", name, "--network", network],
			...["/usr:/usr:ro", ...mounts].flatMap((one) => ["--volume", one]),
			...[nodeImage, ...line],
		);
	const inside = (name: string, ...words: readonly string[]) =>
		run("exec", ...["--env", `REDISCLI_AUTH=${secret}`, name], ...words);
	const redis = (...words: readonly string[]) =>
		inside("redis", "redis-cli", ...words);
	const java = [realpathSync(which("java") ?? ""), "-cp", "/jars/*"];
	const createTopic = (topic: string) =>
		inside(
			...["kafka", ...java, "org.apache.kafka.tools.TopicCommand"],
			...["--bootstrap-server", "kafka:9092"],
			...["--create", "--topic", topic, "--partitions", "3"],
		);
	const stop = async () => {
		await run("rm", "--force", "--volumes", "redis", "kafka");
		await run("network", "rm", network);
	};
	await run("network", "create", network);
	try {
		await serve("redis", [], ["redis-server", "--requirepass", secret]);
		await serve("kafka", await mountsOf(join(folder, "kafka"), java[0]), [
			...java,
			"-Xmx192m",
			"kafka.Kafka",
			"/kafka/server.properties",
		]);
		await eventually(() => redis("PING"), 30_000);
	} catch (error) {
		await stop();
		throw error;
	}
	return { redis, createTopic, stop };
}

/** What Kafka reads, and what its Java is set by. */
async function mountsOf(own: string, java = ""): Promise<readonly string[]> {
	await mkdir(own);
	const node = { id: 1, port: 9092, controllerPort: 9093, folder: own };
	await format(node, newId(), kafkaVersion);
	const settings = settingsOf(node, [node], {
		listeners: "PLAINTEXT://0.0.0.0:9092,CONTROLLER://127.0.0.1:9093",
		"advertised.listeners": "PLAINTEXT://kafka:9092",
		"log.dirs": "/kafka/log",
	});
	await writeFile(join(own, "server.properties"), settings);
	// Debian calls the folder of its settings after the release, and that of its programs after the machine as well.
	const release = basename(dirname(dirname(java))).replace(/-\w+$/, "");
	const etc = join("/etc", release);
	return [
		...[`${own}:/kafka`, `${jarsFolder(kafkaVersion)}:/jars:ro`],
		...(existsSync(etc) ? [`${etc}:${etc}:ro`] : []),
	];
}
