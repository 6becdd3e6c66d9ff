// What does a test begin with that breaks a Redis, or takes rights away? A server of its own, emptied before each.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach, onTestFinished } from "vitest";
import {
	type RedisOptions,
	type RedisWorld,
	startRedis,
} from "#world/redis.ts";
import { parseAddress } from "../../address.ts";
import type { Connection } from "../../system.ts";
import type { Configured } from "../connection/configured.ts";
import { redis } from "../index.ts";

export type Own = {
	readonly world: RedisWorld;
	readonly client: Redis;
	/** As the board shows it: "7.0.15", "Valkey 8.1.1". */
	readonly version: string;
};

/** Call it once at the top of a file; what it returns answers inside the tests. */
export function ownRedis(
	options: Omit<RedisOptions, "folder"> = {},
): () => Own {
	let own: Own | undefined;
	let folder = "";
	const now = () => {
		if (!own) throw new Error("asked for before the tests began");
		return own;
	};
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "tidemark-redis-"));
		const world = await startRedis({ folder, ...options });
		const client = new Redis(world.address);
		client.on("error", () => {});
		own = { world, client, version: await versionOf(client) };
	});
	afterAll(async () => {
		own?.client.disconnect();
		await own?.world.stop();
		await rm(folder, { recursive: true, force: true });
	});
	beforeEach(() => now().client.flushall());
	return now;
}

async function versionOf(client: Redis): Promise<string> {
	const text = await client.info("server");
	const valkey = /^valkey_version:(\S+)/m.exec(text)?.[1];
	if (valkey !== undefined) return `Valkey ${valkey}`;
	return /^redis_version:(\S+)/m.exec(text)?.[1] ?? "";
}

/** Closed when the test is over. */
export function openAt(text: string, settings?: Configured): Connection {
	const address = parseAddress(text);
	if (!address) throw new Error("No address");
	const own = settings === undefined ? {} : { settings };
	const how = { broker: "b", address, deadlineMs: 3000, ...own };
	const connection = redis.open(how);
	onTestFinished(() => connection.close());
	return connection;
}
