// Which broker do the live tests find? One Kafka node, fresh for the whole run; what starts in a moment each file starts itself.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startKafka } from "./kafka.ts";
import { kafkaVersions } from "./kafka-jars.mjs";
import { makeQuick } from "./kafka-quick.ts";

declare module "vitest" {
	export interface ProvidedContext {
		/** `kafka://127.0.0.1:port`; shared by all tests: every topic and group has a name of its own. */
		kafkaAddress: string;
	}
}

export default async function setup(project: TestProject) {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-live-"));
	const remove = () => rm(folder, { recursive: true, force: true });
	try {
		await Promise.all(kafkaVersions.map(makeQuick));
		const world = await startKafka({ nodes: 1, folder: join(folder, "kafka") });
		project.provide("kafkaAddress", world.address);
		return async () => {
			await world.stop();
			await remove();
		};
	} catch (error) {
		await remove();
		throw error;
	}
}
