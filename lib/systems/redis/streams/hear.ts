// What does the server say about each stream in this tick? Two small replies a stream, and a third where they do not suffice.
import type { Redis } from "ioredis";
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import { type Answer, ask, type Command } from "../connection/ask.ts";
import { isGone, troubleOf } from "../connection/trouble-of.ts";
import type { LagTrust } from "../connection/version.ts";
import { addedOf, needsDetail, type StreamNow } from "./backlog.ts";
import type { StreamMemory } from "./memory.ts";
import {
	countOf,
	type GroupReply,
	groupsOf,
	hasLostBytes,
	type StreamReply,
	streamOf,
} from "./replies.ts";

export type Heard = {
	readonly memory: StreamMemory;
	readonly groups: readonly GroupReply[];
	readonly now: StreamNow;
	/** Why this one stream could not be read. */
	readonly trouble: Trouble | null;
};

type Replies = {
	readonly groups: readonly GroupReply[];
	readonly length: number;
	readonly fresh: StreamReply | null;
};

/** Streams that are gone are taken out of `streams`. */
export async function hear(
	client: Redis,
	secret: string,
	streams: Map<string, StreamMemory>,
	trust: LagTrust,
): Promise<Heard[]> {
	const heard: Heard[] = [];
	let asking = [...streams.values()];
	for (const isLast of [false, true]) {
		const again: StreamMemory[] = [];
		const answers = await ask(client, secret, asking.flatMap(commandsOf));
		asking.forEach((memory, i) => {
			const [groups, size] = [answers[2 * i], answers[2 * i + 1]];
			const error = groups?.error ?? size?.error;
			if (error && isGone(error)) streams.delete(memory.name);
			else if (error || !groups || !size)
				heard.push(unheard(memory, error ?? null, secret));
			else if (
				!isLast &&
				asksAgain(memory, repliesOf(memory, groups, size), trust)
			)
				again.push(memory);
			else heard.push(settled(memory, repliesOf(memory, groups, size), trust));
		});
		asking = again;
	}
	return heard;
}

/** Positions first: entries that arrive between the two replies then look unread, which they are. */
function commandsOf({ key, inBytes, deep }: StreamMemory): Command[] {
	return [
		[inBytes ? "xinfoBuffer" : "xinfo", "GROUPS", key],
		deep ? ["xinfo", "STREAM", key] : ["xlen", key],
	];
}

function repliesOf(
	memory: StreamMemory,
	groups: Answer,
	size: Answer,
): Replies {
	const fresh = memory.deep ? streamOf(size.reply) : null;
	return {
		groups: groupsOf(groups.reply),
		length: fresh?.length ?? countOf(size.reply) ?? 0,
		fresh,
	};
}

function asksAgain(
	memory: StreamMemory,
	replies: Replies,
	trust: LagTrust,
): boolean {
	const lostBytes = !memory.inBytes && hasLostBytes(replies.groups);
	if (lostBytes) memory.inBytes = true;
	const shallow = !memory.deep && isDeep(memory, replies, trust);
	if (shallow) memory.deep = true;
	return lostBytes || shallow;
}

function isDeep(
	memory: StreamMemory,
	{ groups, length }: Replies,
	trust: LagTrust,
): boolean {
	const unchanged =
		memory.detail !== null && memory.signature === signatureOf(groups, length);
	const added = addedOf(groups, length, trust);
	// It only grows: less means that the stream was made anew, or that the counts do not add up.
	const isLess =
		added !== null && memory.added !== null && added < memory.added;
	return isLess || needsDetail(groups, length, trust, unchanged);
}

function settled(
	memory: StreamMemory,
	replies: Replies,
	trust: LagTrust,
): Heard {
	const { groups, length, fresh } = replies;
	const signature = signatureOf(groups, length);
	const isSame = memory.signature === signature;
	const deep = isDeep(memory, replies, trust);
	const detail = fresh ?? (isSame ? memory.detail : null);
	const added =
		(fresh ? fresh.added : null) ??
		addedOf(groups, length, trust) ??
		(isSame ? memory.added : null);
	Object.assign(memory, { deep, signature, detail, added });
	return { memory, groups, now: { length, detail, added }, trouble: null };
}

function unheard(
	memory: StreamMemory,
	error: Error | null,
	secret: string,
): Heard {
	return {
		memory,
		groups: [],
		now: { length: 0, detail: null, added: null },
		trouble: troubleOf(error, secret) ?? trouble("not understood"),
	};
}

const signatureOf = (groups: readonly GroupReply[], length: number): string =>
	groups.reduce(
		(text, { position, entriesRead, lag }) =>
			`${text}|${position} ${entriesRead} ${lag}`,
		String(length),
	);
