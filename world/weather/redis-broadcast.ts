// Who announces what in the shop, and who listens? Prices for everybody, of whom one now and then takes nothing for a while.
import type { Redis } from "ioredis";
import { forever, pause } from "./pause.ts";
import { redisAt } from "./redis-client.ts";

const rooms = ["chat:room:1", "chat:room:2", "chat:room:3"];
const prices = "prices:live";
/** About 300 kB a second: enough to pile up for who does not take it. */
const message = "x".repeat(3_000);
const atOnce = 10;
const everyMs = 100;
const takesForMs = 40_000;
/** Long enough for what lies on the way to fill, and for the server to lose patience. */
const restsForMs = 130_000;

export function broadcastRedis(redis: Redis, address: string): void {
	for (const name of ["shop-1", "shop-2"])
		void listen(redisAt(address, name), prices, ...rooms);
	void listen(redisAt(address, "chat-log"), rooms[0] ?? "");
	void listenTo(redisAt(address, "moderator"), "chat:*");
	const slow = redisAt(address, "display-7");
	void listen(slow, prices);
	void forever("display", () => nod(slow));
	void forever("prices", () => announce(redis));
}

async function listen(client: Redis, ...channels: readonly string[]) {
	await client.subscribe(...channels);
}

async function listenTo(client: Redis, pattern: string) {
	await client.psubscribe(pattern);
}

async function nod(client: Redis) {
	await pause(takesForMs);
	const { stream } = client;
	stream?.pause();
	await pause(restsForMs);
	stream?.resume();
}

async function announce(redis: Redis) {
	const pipeline = redis.pipeline();
	for (let i = 0; i < atOnce; i++) pipeline.publish(prices, message);
	pipeline.publish(rooms[Math.floor(Math.random() * rooms.length)] ?? "", "hi");
	await pipeline.exec();
	await pause(everyMs);
}
