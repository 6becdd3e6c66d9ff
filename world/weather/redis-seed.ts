// What was in Redis before the first look?
import type { Redis } from "ioredis";
import { messageOf } from "./message.ts";
import { type Group, type Stream, streams } from "./redis-cast.ts";
import { take } from "./redis-client.ts";

const seededOverMs = 3 * 3_600_000;
const heldForMs = 2 * 3_600_000;

export async function seedRedis(redis: Redis) {
	await Promise.all(streams.map((stream) => seed(redis, stream)));
}

async function seed(redis: Redis, stream: Stream) {
	const now = Date.now();
	const pipeline = redis.pipeline();
	for (let serial = 0; serial < stream.seeded; serial++) {
		const ago = Math.round(seededOverMs * (1 - serial / stream.seeded));
		const id = `${now - ago}-${serial}`;
		pipeline.xadd(stream.key, id, "message", messageOf(stream.key, serial));
	}
	await pipeline.exec();
	for (const group of stream.groups) await seedGroup(redis, stream, group);
}

async function seedGroup(redis: Redis, stream: Stream, group: Group) {
	const { key } = stream;
	await redis.xgroup("CREATE", key, group.name, "0");
	for (const name of group.living)
		await redis.xgroup("CREATECONSUMER", key, group.name, name);
	for (const [name, held] of Object.entries(group.dead ?? {})) {
		await redis.xgroup("CREATECONSUMER", key, group.name, name);
		await hold(redis, { key, group: group.name, name }, held, 1);
	}
	if (group.poison !== undefined) {
		const [name = ""] = group.living;
		await hold(redis, { key, group: group.name, name }, group.poison, 810);
	}
	const dead = Object.values(group.dead ?? {}).reduce((a, b) => a + b, 0);
	const passed = dead + (group.poison ?? 0);
	const left = (group.read ?? stream.seeded) - passed;
	if (left > 0) await pass(redis, key, group, left);
}

/** Entries a consumer took hours ago and never acknowledged. */
async function hold(
	redis: Redis,
	by: { readonly key: string; readonly group: string; readonly name: string },
	count: number,
	deliveries: number,
) {
	if (count === 0) return;
	const ids = (await take(redis, by, count, 1)).map(([id]) => id);
	await redis.xclaim(
		...([by.key, by.group, by.name, 0, ...ids, "IDLE", heldForMs] as const),
		...(["RETRYCOUNT", deliveries, "JUSTID"] as const),
	);
}

/** Entries that were read and acknowledged long ago, by a consumer that has signed off since. */
async function pass(redis: Redis, key: string, group: Group, count: number) {
	const name = "former";
	const by = { key, group: group.name, name };
	const ids = (await take(redis, by, count, 1)).map(([id]) => id);
	await redis.xack(key, group.name, ...ids);
	await redis.xgroup("DELCONSUMER", key, group.name, name);
}
