// Who writes to Redis, ever after?
import type { Redis } from "ioredis";
import { blowing } from "./duty.ts";
import { messageOf } from "./message.ts";
import { forever, pause } from "./pause.ts";
import { streams } from "./redis-cast.ts";
import { counter } from "./tide.ts";

const everyMs = 500;

export async function writeRedis(redis: Redis, beganMs: number) {
	const due = streams.map((stream) => ({
		stream,
		count: counter((atMs) => blowing(stream.key, stream.tide(atMs))),
	}));
	let serial = 1_000_000;
	await forever("redis writer", async () => {
		const pipeline = redis.pipeline();
		const atMs = performance.now() - beganMs;
		for (const { stream, count } of due) {
			const entriesMax = stream.entriesMax ?? 100_000;
			for (let left = count(atMs); left > 0; left--)
				pipeline.xadd(
					...([stream.key, "MAXLEN", "~", entriesMax, "*"] as const),
					...["message", messageOf(stream.key, serial++)],
				);
		}
		await pipeline.exec();
		await pause(everyMs);
	});
}
