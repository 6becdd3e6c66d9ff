// Is every version of every day the server it claims to be?
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
	expect(text).toContain(`redis_version:${version}.`);
	await world.kill();
	await world.restart();
});
