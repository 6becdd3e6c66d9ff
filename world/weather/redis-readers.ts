// Who reads from Redis, and how well?
import type { Redis } from "ioredis";
import { isAway, onDuty } from "./duty.ts";
import { forever, pause } from "./pause.ts";
import { type Group, streams } from "./redis-cast.ts";
import { redisAt, take } from "./redis-client.ts";

const blockMs = 5000;

export function readRedis(address: string) {
	for (const { key, groups } of streams)
		for (const group of groups)
			for (const name of group.living) {
				// A blocking read keeps its connection for itself.
				const redis = redisAt(
					address,
					group.named ? `tm:${group.name}:${name}` : undefined,
				);
				void forever(`${key} ${name}`, () => consume(redis, key, group, name));
				if (group.poison !== undefined && name === group.living[0])
					void retry(redisAt(address), key, group, name);
			}
}

async function consume(redis: Redis, key: string, group: Group, name: string) {
	const until = performance.now() + (group.job?.lastsMs ?? Infinity);
	while (performance.now() < until) {
		if (isAway(name)) await stayAway(redis, name);
		await swallow(redis, key, group, name, group.perSecond);
	}
	if (group.job !== undefined)
		await pause(group.job.everyMs - group.job.lastsMs);
}

/** As one that was killed: with its connection, and what it had taken stays with it. */
async function stayAway(redis: Redis, name: string) {
	redis.disconnect();
	await onDuty(name);
	await redis.connect();
}

export async function swallow(
	redis: Redis,
	key: string,
	group: { readonly name: string },
	name: string,
	perSecond?: number,
) {
	const count = perSecond === undefined ? 100 : Math.ceil(perSecond / 2);
	const by = { key, group: group.name, name };
	const entries = await take(redis, by, count, blockMs);
	if (entries.length === 0) return;
	await pause((1000 * entries.length) / (perSecond ?? 500));
	await redis.xack(key, group.name, ...entries.map(([id]) => id));
}

/** Takes again what failed before, and fails again: each round counts as one more delivery. */
async function retry(redis: Redis, key: string, group: Group, name: string) {
	await forever(`${key} retry`, async () => {
		const by = [key, group.name, name, 2000, "0", "COUNT", 10] as const;
		await redis.xautoclaim(...by);
		await pause(3000);
	});
}
