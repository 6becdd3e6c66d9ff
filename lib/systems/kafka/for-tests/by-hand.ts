// What does somebody do who pastes a line into a terminal? A shell runs it as it stands; under its names lie Kafka's own tools of a release.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";
import { jarsFolder, type KafkaVersion } from "#world/kafka-jars.mjs";

const tools = {
	"kafka-consumer-groups.sh": "consumer.group.ConsumerGroupCommand",
	"kafka-share-groups.sh": "consumer.group.ShareGroupCommand",
	"kafka-streams-groups.sh": "streams.StreamsGroupCommand",
};

/** Returns what it prints. */
export async function terminal(
	version: KafkaVersion,
): Promise<(line: string) => Promise<string>> {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-by-hand-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	for (const [name, tool] of Object.entries(tools)) {
		const java = "java -Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";
		const script = `#!/bin/sh\nexec ${java} -cp '${jarsFolder(version)}/*' org.apache.kafka.tools.${tool} "$@"\n`;
		await writeFile(join(folder, name), script, { mode: 0o700 });
	}
	const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
	return async (line) => {
		const { stdout } = await promisify(execFile)("sh", ["-c", line], { env });
		return stdout;
	};
}
