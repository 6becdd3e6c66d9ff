// Which streams are there? A walk through all keys, a thousand at a time, and when the next one is due.
import { setTimeout as pause } from "node:timers/promises";
import type { Redis } from "ioredis";
import { ask } from "../connection/ask.ts";
import { shownName } from "../connection/name.ts";
import { listOf } from "./replies.ts";

export type Sweep = {
	readonly endedMs: number;
	/** The number of keys when it began. */
	readonly keys: number | null;
	/** Time spent in its calls, which is more than the server's own. */
	readonly spentMs: number;
};

const usuallyMs = 10 * 60_000;
const soonMs = 5000;

/**
 * A change in the number of keys may be a new stream, and in a cache it changes all the time: so a sweep may never take
 * more than a hundredth of the time between sweeps.
 */
export function isDue(
	last: Sweep | null,
	keys: number | null,
	nowMs: number,
): boolean {
	if (last === null) return true;
	const sinceMs = nowMs - last.endedMs;
	const everyMs = keys === last.keys ? usuallyMs : soonMs;
	return sinceMs >= Math.max(everyMs, 100 * last.spentMs);
}

export async function sweep(
	client: Redis,
	secret: string,
	keys: number | null,
	parts: {
		found(name: string): void;
		/** Between two calls, so that others are served. */
		pauseMs(): number;
		readonly signal: AbortSignal;
	},
): Promise<Sweep> {
	let spentMs = 0;
	let cursor = "0";
	do {
		const askedMs = performance.now();
		const [answer] = await ask(client, secret, [
			["scanBuffer", cursor, "COUNT", 1000, "TYPE", "stream"],
		]);
		if (answer?.error) throw answer.error;
		spentMs += performance.now() - askedMs;
		const [next, names] = listOf(answer?.reply);
		for (const name of listOf(names))
			if (Buffer.isBuffer(name)) parts.found(shownName(name));
		cursor = String(next);
		parts.signal.throwIfAborted();
		const pauseMs = parts.pauseMs();
		if (cursor !== "0" && pauseMs > 0)
			await pause(pauseMs, undefined, { signal: parts.signal });
	} while (cursor !== "0");
	return { endedMs: performance.now(), keys, spentMs };
}
