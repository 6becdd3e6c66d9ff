// What does the shop keep in plain lists? Pictures to be made smaller, by one worker that lives and one that died with some in its hands.
import type { Redis } from "ioredis";
import { messageOf } from "./message.ts";
import { forever, pause } from "./pause.ts";
import { redisAt } from "./redis-client.ts";

const list = "thumbnails";
const held = (worker: string) => `${list}:${worker}:processing`;
const lostJobs = 4;

export async function seedLists(redis: Redis) {
	for (let serial = 0; serial < lostJobs; serial++)
		await redis.lpush(held("resizer-2"), messageOf(list, serial));
	for (let serial = 0; serial < 30; serial++)
		await redis.lpush(list, messageOf(list, lostJobs + serial));
}

export function runLists(address: string) {
	const [writer, worker] = [redisAt(address), redisAt(address)];
	let serial = 1_000_000;
	void forever("thumbnails writer", async () => {
		await writer.lpush(list, messageOf(list, serial++));
		await pause(700);
	});
	void forever("thumbnails worker", async () => {
		const own = held("resizer-1");
		const job = await worker.blmove(list, own, "RIGHT", "LEFT", 5);
		if (job === null) return;
		await pause(500);
		await worker.lrem(own, -1, job);
	});
}
