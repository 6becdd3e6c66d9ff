// Do clean-ups of lists keep what every system promises of its clean-ups?

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll } from "vitest";
import { startRedis } from "#world/redis.ts";
import { cleaningPromises } from "../../contract-cleaning.ts";
import type { Stage } from "../../contract-stage.ts";
import { nothingConfigured } from "../connection/configured.ts";
import { allOf, recover } from "../for-tests/cleaning-lists.ts";
import { stageOf } from "../for-tests/stage.ts";
import { redis } from "../index.ts";
import { nothingOfLists } from "../lists/configured.ts";

const folder = await mkdtemp(join(tmpdir(), "tidemark-redis-"));
const world = await startRedis({ folder });
const { address, freeze, thaw } = world;
const client = new Redis(address);
afterAll(async () => {
	client.disconnect();
	await world.stop();
	await rm(folder, { recursive: true, force: true });
});

/** Nobody waits here until it is odd that something lies still. */
const settings = {
	...nothingConfigured,
	lists: { ...nothingOfLists, patienceMs: () => 0 },
};

const stage: Stage = {
	...stageOf({ address, client, originals: [client], freeze, thaw }),
	system: {
		...redis,
		open: (options) => redis.open({ ...options, settings }),
	},
	kind: "list",
	async fingerprint() {
		// Counts every change of anything, even one that leaves things as they were.
		const changes = /changes_since_last_save:\d+/.exec(await client.info());
		return `${await allOf(client)} ${changes?.[0]}`;
	},
	cleaning: {
		scenes: {
			async "recover, served next"(channel) {
				await begin(channel);
				return recover("next");
			},
			async "recover, served last"(channel) {
				await begin(channel);
				return recover("last", [`${channel}:w1:processing`]);
			},
			async redrive(channel) {
				await begin(channel);
				await client.lpush(`${channel}:failed`, "x", "y", "z");
				return { action: "redrive", from: null };
			},
		},
		async disturb(channel) {
			await client.lmove(channel, `${channel}:w1:processing`, "RIGHT", "LEFT");
			await client.rpop(`${channel}:failed`);
		},
	},
};

/** Nine messages, five of them taken by one who is gone. */
async function begin(channel: string): Promise<void> {
	await client.lpush(channel, ..."abcdefghi");
	for (let i = 0; i < 5; i++)
		await client.lmove(channel, `${channel}:w1:processing`, "RIGHT", "LEFT");
}

cleaningPromises(stage);
