// Is a real Redis read right, group by group?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll } from "vitest";
import { startRedis } from "#world/redis.ts";
import { systemContract } from "../../contract.ts";
import { redis } from "../index.ts";

const folder = await mkdtemp(join(tmpdir(), "tidemark-redis-"));
const world = await startRedis({ folder });
const { address } = world;
const client = new Redis(address, { lazyConnect: true });
afterAll(async () => {
	client.disconnect();
	await world.stop();
	await rm(folder, { recursive: true, force: true });
});

const ids = (entries: unknown): string[] =>
	Array.isArray(entries) ? entries.map(([id]) => String(id)) : [];

async function write(channel: string, count: number) {
	for (let i = 0; i < count; i++) await client.xadd(channel, "*", "n", i);
}

async function read(channel: string, group: string, count: number) {
	const from = ["COUNT", count, "STREAMS", channel, ">"] as const;
	const reply = await client.xreadgroup("GROUP", group, "member-0", ...from);
	const [[, entries] = []] = Array.isArray(reply) ? reply : [];
	return ids(entries);
}

systemContract("Redis", {
	system: redis,
	address,
	refusedAddress: address.replace("//", "//nobody:not-the-password@"),
	kind: "stream",
	part: "members",
	anyChannelName: true,
	countsArrivals: !/^redis_version:6\./m.test(await client.info("server")),
	async fingerprint() {
		const keys = (await client.keys("*")).sort();
		const all = keys.map((key) =>
			client.call("XINFO", "STREAM", key, "FULL", "COUNT", 0),
		);
		// Counts every change of anything, even one that leaves things as they were.
		const changes = /changes_since_last_save:\d+/.exec(await client.info());
		return JSON.stringify([keys, await Promise.all(all), changes?.[0]]);
	},
	async group(channel, group, lines) {
		await client.xgroup("CREATE", channel, group, "0", "MKSTREAM");
		for (let i = 0; i < lines; i++)
			await client.xgroup("CREATECONSUMER", channel, group, `member-${i}`);
	},
	write,
	async finish(channel, group, count) {
		const done = await read(channel, group, count);
		await client.xack(channel, group, ...done);
	},
	async blur(channel, group) {
		await write(channel, 150);
		const all = ids(await client.xrange(channel, "-", "+"));
		await client.xgroup("CREATE", channel, group, all[9] ?? "");
		await client.xdel(channel, all[99] ?? "");
	},
	async remove(channel, group) {
		await client.xgroup("DESTROY", channel, group);
	},
	freeze: world.freeze,
	thaw: world.thaw,
});
