// How are all queues read in a tick? Page by page, each compared with what it was.
import type { Reading } from "#lib/core/reading.ts";
import type { Trouble } from "#lib/core/trouble.ts";
import { channelOf } from "../connection/channel.ts";
import type { Client } from "../connection/client.ts";
import type { Configured } from "../connection/configured.ts";
import { familiesIn } from "./families.ts";
import { askReaders } from "./held.ts";
import { hear, type Memory, newMemory } from "./memory.ts";
import { missingOf } from "./missing.ts";
import { readingOf } from "./readings.ts";
import type { QueueReply } from "./replies.ts";
import { openWalk } from "./walk.ts";

export type Told = {
	readonly readings: readonly Reading[];
	readonly complete: boolean;
	readonly trouble: Trouble | null;
};

export type Queues = {
	tick(untilMs: number): Promise<Told>;
	/** What is remembered of it; undefined before it was read. */
	known(channel: string): Memory | undefined;
};

export function openQueues(
	client: Client,
	virtualHost: string | null,
	{ queues: isWatched, patienceMs }: Configured,
): Queues {
	const walk = openWalk(client, virtualHost);
	const memories = new Map<string, Memory>();
	const latest = new Map<string, Reading>();
	/** What was heard since all was. */
	let round = new Set<string>();

	function note(queues: readonly QueueReply[]): void {
		const named = new Map(queues.map((it) => [channelOf(it.named), it]));
		for (const channel of named.keys())
			if (!isWatched(channel)) named.delete(channel);
		const shared = {
			...{ atMs: Date.now(), patienceMs },
			families: familiesIn([...memories.keys(), ...named.keys()]),
		};
		for (const [channel, reply] of named) {
			const memory = memories.get(channel) ?? newMemory();
			memories.set(channel, memory);
			const heard = hear(memory, reply, shared.atMs);
			latest.set(channel, readingOf(reply, memory, heard, shared));
			round.add(channel);
		}
	}

	/** Those that a change of pages may have hidden are asked for by their names. */
	async function isWhole(isSteady: boolean, untilMs: number) {
		if (isSteady) return true;
		const lacking = [...memories.keys()].filter((it) => !round.has(it));
		const { found, areAllKnown } = await missingOf(client, lacking, untilMs);
		note(found);
		return areAllKnown;
	}

	function* heard(queues: readonly QueueReply[]) {
		for (const reply of queues) {
			const channel = channelOf(reply.named);
			const memory = memories.get(channel);
			if (memory) yield [reply, memory, patienceMs(channel)] as const;
		}
	}

	function forgetGone(): void {
		for (const channel of memories.keys()) {
			if (round.has(channel)) continue;
			memories.delete(channel);
			latest.delete(channel);
		}
		round = new Set();
	}

	return {
		known: (channel) => memories.get(channel),
		async tick(untilMs) {
			const { queues, isRound, isSteady, trouble } = await walk(untilMs);
			note(queues);
			const complete = isRound && (await isWhole(isSteady, untilMs));
			await askReaders(client, [...heard(queues)], untilMs);
			if (complete) forgetGone();
			// Whose turn has not come is not silent: it is told as it was, dated then.
			return { readings: newestFirst(latest.values()), complete, trouble };
		},
	};
}

/** The first one dates the tick. */
const newestFirst = (readings: Iterable<Reading>): readonly Reading[] =>
	[...readings].toSorted((a, b) => b.atMs - a.atMs);
