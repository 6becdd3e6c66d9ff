// Which keys are there? A walk through all of them, a thousand at a time, once for each kind somebody looks for, and when the next is due.
import { setTimeout as pause } from "node:timers/promises";
import type { Redis } from "ioredis";
import { ask, type Command } from "../connection/ask.ts";
import { shownName } from "../connection/name.ts";
import { listOf } from "../streams/replies.ts";

export type Sweep = {
	readonly endedMs: number;
	/** The number of keys when it began. */
	readonly keys: number | null;
	/** Time spent in its calls, which is more than the server's own. */
	readonly spentMs: number;
};

/** What is looked for in one walk. */
export type Pass = {
	readonly type: "stream" | "list" | "set";
	/** Of the name, as the server understands patterns; null for any. */
	readonly pattern: string | null;
	found(name: string): void;
};

const usuallyMs = 10 * 60_000;
const soonMs = 5000;

/**
 * A change in the number of keys may be a new channel, and in a cache it changes all the time: so a sweep may never
 * take more than a hundredth of the time between sweeps.
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
		readonly passes: readonly Pass[];
		/** Between two calls, so that others are served. */
		pauseMs(): number;
		readonly signal: AbortSignal;
	},
): Promise<Sweep> {
	let spentMs = 0;
	let isFirst = true;
	for (const pass of parts.passes) {
		let cursor = "0";
		do {
			const pauseMs = isFirst ? 0 : parts.pauseMs();
			isFirst = false;
			if (pauseMs > 0)
				await pause(pauseMs, undefined, { signal: parts.signal });
			const askedMs = performance.now();
			const [answer] = await ask(client, secret, [questionOf(pass, cursor)]);
			if (answer?.error) throw answer.error;
			spentMs += performance.now() - askedMs;
			const [next, names] = listOf(answer?.reply);
			for (const name of listOf(names))
				if (Buffer.isBuffer(name)) pass.found(shownName(name));
			cursor = String(next);
			parts.signal.throwIfAborted();
		} while (cursor !== "0");
	}
	return { endedMs: performance.now(), keys, spentMs };
}

const questionOf = ({ type, pattern }: Pass, cursor: string): Command => [
	...(["scanBuffer", cursor] as const),
	...(pattern === null ? [] : ["MATCH", pattern]),
	...["COUNT", 1000, "TYPE", type],
];
