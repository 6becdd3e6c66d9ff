// How do the many Kafkas of the tests start with little of the processor? One runs before them, and leaves its classes to the others.
import { existsSync } from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startKafka } from "./kafka.ts";
import { archiving, classArchive } from "./kafka-classes.ts";
import type { KafkaVersion } from "./kafka-jars.mjs";

/** Once for each version of the jars; of those that make it at once, each is as good. */
export async function makeQuick(version: KafkaVersion): Promise<void> {
	const archive = classArchive(version);
	if (existsSync(archive)) return;
	const folder = await mkdtemp(join(tmpdir(), "tidemark-classes-"));
	const part = `${archive}.${process.pid}`;
	try {
		const world = await startKafka({
			...{ nodes: 1, folder, version, java: archiving(part) },
		});
		// What is asked of it is among what it keeps.
		await world.createTopics([{ topic: "any", numPartitions: 2 }]);
		await Promise.all(world.nodes.map((node) => node.end()));
		if (existsSync(part)) await rename(part, archive);
	} finally {
		await rm(part, { force: true });
		await rm(folder, { recursive: true, force: true });
	}
}
