// Is every version that tests may ask for the server it claims to be?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { startRedis } from "./redis.ts";
import { usualVersions } from "./versions.mjs";

test.each(usualVersions)("%s says that it is", async (version) => {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-version-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const world = await startRedis({ folder, version });
	onTestFinished(() => world.stop());
	const client = new Redis(world.address);
	onTestFinished(() => client.disconnect());
	const text = await client.info("server");
	const number = version.replace("valkey ", "");
	const field = version === number ? "redis_version" : "valkey_version";
	expect(text).toContain(`${field}:${number}.`);
	await world.kill();
	await world.restart();
});
