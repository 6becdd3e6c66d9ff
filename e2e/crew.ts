// Who reads a stream in a story of clean-ups? Members that live under their names, and others that died with messages in hand.
import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import type { RedisWorld } from "#world/redis.ts";

export type Hands = {
	/** How many messages each one holds that died. */
	readonly dead: readonly number[];
	readonly live: number;
	/** Messages that wait. */
	readonly waiting?: number;
	/** What the name of its channel begins with. */
	readonly under?: string;
};

export type Crew = {
	readonly channel: string;
	readonly group: string;
	readonly dead: readonly string[];
	readonly live: readonly string[];
	readonly redis: Redis;
	/** How many each member holds now; those that hold none are named with zero. */
	held(): Promise<Readonly<Record<string, number>>>;
	/** One that was called dead is there again, connected under its name. */
	comeBack(member: string): Promise<void>;
	end(): Promise<void>;
};

const nameOf = (kind: string, n: number): string =>
	`${kind}-${String(n + 1).padStart(2, "0")}`;

export async function crewOn(
	{ address }: RedisWorld,
	{ dead, live, waiting = 3, under = "orders" }: Hands,
): Promise<Crew> {
	const own = randomUUID().slice(0, 8);
	const channel = `${under}:${own}`;
	const quiet = `quiet:${own}`;
	const group = "shipping";
	const redis = new Redis(address);
	const connections: Redis[] = [redis];
	redis.on("error", () => {});
	await redis.xgroup("CREATE", channel, group, "0", "MKSTREAM");
	const deadNames = dead.map((_, n) => nameOf("gone", n));
	const liveNames = Array.from({ length: live }, (_, n) => nameOf("here", n));
	const held = dead.reduce((sum, n) => sum + n, 0);
	for (let n = 0; n < held + waiting; n++)
		await redis.xadd(channel, "*", "order", String(n));
	for (const [n, count] of dead.entries()) {
		const name = deadNames[n] ?? "";
		if (count === 0) await redis.xgroup("CREATECONSUMER", channel, group, name);
		else
			await redis.xreadgroup(
				...(["GROUP", group, name, "COUNT", count] as const),
				...(["STREAMS", channel, ">"] as const),
			);
	}
	/** It waits for what never comes, so that the story alone says who holds what. */
	const connect = async (name: string) => {
		const client = new Redis(address, {
			...{ connectionName: `tm:${group}:${name}`, retryStrategy: () => null },
		});
		client.on("error", () => {});
		connections.push(client);
		await client
			.xgroup("CREATE", quiet, group, "0", "MKSTREAM")
			.catch(() => {});
		void client
			.xreadgroup(
				...(["GROUP", group, name, "BLOCK", 0] as const),
				...(["STREAMS", quiet, ">"] as const),
			)
			.catch(() => {});
	};
	for (const name of liveNames) {
		await redis.xgroup("CREATECONSUMER", channel, group, name);
		await connect(name);
	}
	return {
		...{ channel, group, redis, dead: deadNames, live: liveNames },
		async held() {
			const members = await redis.xinfo("CONSUMERS", channel, group);
			// The client's type says unknown; each is a list of names and values.
			const lists = members as (string | number)[][];
			return Object.fromEntries(
				lists.map((pairs) => [
					String(pairs[pairs.indexOf("name") + 1]),
					Number(pairs[pairs.indexOf("pending") + 1]),
				]),
			);
		},
		async comeBack(member) {
			await redis.xreadgroup(
				...(["GROUP", group, member, "COUNT", 1] as const),
				...(["STREAMS", channel, ">"] as const),
			);
			await connect(member);
		},
		async end() {
			await redis.del(channel, quiet, `${channel}:dead`);
			for (const client of connections) client.disconnect();
		},
	};
}
