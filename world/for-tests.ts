// Which brokers do the live tests find? One Kafka node and one Redis, fresh for the whole run.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startKafka } from "./kafka.ts";
import { startRedis } from "./redis.ts";

declare module "vitest" {
	export interface ProvidedContext {
		/** `kafka://127.0.0.1:port`; shared by all tests: every topic and group has a name of its own. */
		kafkaAddress: string;
		/** `redis://127.0.0.1:port`; shared by all tests: every key has a name of its own. */
		redisAddress: string;
	}
}

export default async function setup(project: TestProject) {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-live-"));
	const started = await Promise.allSettled([
		startKafka({ nodes: 1, folder: join(folder, "kafka") }),
		startRedis({ folder: join(folder, "redis") }),
	]);
	const teardown = async () => {
		for (const world of started)
			if (world.status === "fulfilled") await world.value.stop();
		await rm(folder, { recursive: true, force: true });
	};
	const [kafka, redis] = started;
	if (kafka.status === "rejected" || redis.status === "rejected") {
		await teardown();
		throw kafka.status === "rejected" ? kafka.reason : failed(redis);
	}
	project.provide("kafkaAddress", kafka.value.address);
	project.provide("redisAddress", redis.value.address);
	return teardown;
}

const failed = (result: PromiseSettledResult<unknown>) =>
	result.status === "rejected" ? result.reason : undefined;
