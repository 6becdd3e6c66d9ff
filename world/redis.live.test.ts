// Does our Redis break and come back as a real one does?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "./eventually.ts";
import { isFree } from "./ports.ts";
import { type RedisWorld, startRedis } from "./redis.ts";

let folder: string;
let world: RedisWorld;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "tidemark-redis-"));
	world = await startRedis({ folder });
});
afterAll(async () => {
	await world.stop();
	await rm(folder, { recursive: true, force: true });
});

async function ask<T>(work: (client: Redis) => Promise<T>): Promise<T> {
	const client = new Redis(world.address, {
		lazyConnect: true,
		commandTimeout: 300,
		retryStrategy: () => null,
	});
	client.on("error", () => {});
	try {
		await client.connect();
		return await work(client);
	} finally {
		client.disconnect();
	}
}

test("a frozen Redis accepts connections and answers nothing until it is thawed", async () => {
	world.freeze();
	await expect(ask((client) => client.ping())).rejects.toThrow();
	world.thaw();
	expect(await eventually(() => ask((client) => client.ping()), 5000)).toBe(
		"PONG",
	);
});

test("a killed Redis refuses connections, and restarted on the same port it knows what it knew", async () => {
	await ask((client) => client.set("kept", "yes"));
	await world.kill();
	await expect(ask((client) => client.ping())).rejects.toThrow();
	await world.restart();
	expect(await ask((client) => client.get("kept"))).toBe("yes");
});

test("a frozen Redis can be stopped, and its port is free again", async () => {
	const other = await startRedis({ folder: join(folder, "other") });
	other.freeze();
	await other.stop();
	expect(await isFree(other.port)).toBe(true);
});
