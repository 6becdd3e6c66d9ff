// How are all queues read in a tick? Page by page, each compared with what it was.
import type { Reading } from "#lib/core/reading.ts";
import type { Trouble } from "#lib/core/trouble.ts";
import { familiesOf } from "../../family.ts";
import { channelOf } from "../connection/channel.ts";
import type { Client } from "../connection/client.ts";
import type { Configured } from "../connection/configured.ts";
import { hear, type Memory, newMemory } from "./memory.ts";
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

const serverNamed = /^((?:[^/]*\/)?amq\.gen-)[\w-]{22}$/;

export function openQueues(
	client: Client,
	virtualHost: string | null,
	{ queues: isWatched, patienceMs }: Configured,
): Queues {
	const walk = openWalk(client, virtualHost);
	const memories = new Map<string, Memory>();

	function toldOf(queues: readonly QueueReply[]): readonly Reading[] {
		const named = new Map(queues.map((it) => [channelOf(it.named), it]));
		for (const channel of named.keys())
			if (!isWatched(channel)) named.delete(channel);
		const shared = {
			...{ atMs: Date.now(), patienceMs },
			families: familiesIn([...memories.keys(), ...named.keys()]),
		};
		return Array.from(named, ([channel, reply]) => {
			const memory = memories.get(channel) ?? newMemory();
			memories.set(channel, memory);
			return readingOf(reply, memory, hear(memory, reply, shared.atMs), shared);
		});
	}

	return {
		known: (channel) => memories.get(channel),
		async tick(untilMs) {
			const { queues, isAll, trouble } = await walk(untilMs);
			const readings = toldOf(queues);
			if (isAll) forget(memories, readings);
			return { readings, complete: isAll, trouble };
		},
	};
}

function forget(
	memories: Map<string, Memory>,
	readings: readonly Reading[],
): void {
	if (memories.size === readings.length) return;
	const there = new Set(readings.map(({ channel }) => channel));
	for (const channel of memories.keys())
		if (!there.has(channel)) memories.delete(channel);
}

/** Names that the server made up are of one family, whatever they are. */
function familiesIn(channels: readonly string[]): Map<string, string> {
	const own = new Map<string, string>();
	const others: string[] = [];
	for (const channel of new Set(channels)) {
		const begin = serverNamed.exec(channel)?.[1];
		if (begin === undefined) others.push(channel);
		else own.set(channel, `${begin}*`);
	}
	return new Map([...familiesOf(others), ...own]);
}
