// What does the server say about each stream in this tick? One small reply where all is read, two elsewhere, and more where they do not suffice.
import type { Redis } from "ioredis";
import type { AnewWhy } from "#lib/core/anew.ts";
import type { Trouble } from "#lib/core/trouble.ts";
import { ask } from "../connection/ask.ts";
import { isGone, isMoved, troubleOf } from "../connection/trouble-of.ts";
import type { LagTrust } from "../connection/version.ts";
import { anewOf, newsOf } from "./anew.ts";
import { addedOf, type StreamNow } from "./backlog.ts";
import { groupsMax } from "./bounds.ts";
import { crowded, isCrowd, slicesOf, unheard } from "./crowd.ts";
import {
	asksAgain,
	haveReadAll,
	isDeep,
	type Replies,
	repliesOf,
} from "./enough.ts";
import type { StreamMemory } from "./memory.ts";
import { mayAskOtherwise, questionsOf } from "./questions.ts";
import { type GroupReply, signatureOf, streamOf } from "./replies.ts";

export type Heard = {
	readonly memory: StreamMemory;
	readonly groups: readonly GroupReply[];
	readonly now: StreamNow;
	readonly anew: AnewWhy | null;
	/** Its length is of this tick. */
	readonly isSized: boolean;
	/** Groups that were there at the last look, and why cannot be that the server was another. */
	readonly vanished: readonly string[];
	/** Why this one stream could not be read. */
	readonly trouble: Trouble | null;
};

/** How many groups, its groups alone, with its length, with its detail, and with the other of these two. */
const roundsMax = 5;

export type Known = {
	readonly known: ReadonlyMap<string, StreamMemory>;
	/** Elsewhere: another server has it now, and it may well live on there. */
	leave(memory: StreamMemory, isElsewhere: boolean): void;
	/** Beside so many groups there is no room for these. */
	leaveOut(memories: readonly StreamMemory[], groups: number): void;
};

export async function hear(
	client: Redis,
	secret: string,
	streams: Known,
	trust: LagTrust,
): Promise<Heard[]> {
	const heard: Heard[] = [];
	const leftOut: StreamMemory[] = [];
	let groups = 0;
	let asking = [...streams.known.values()];
	for (let round = 1; asking.length > 0; round++) {
		const again: StreamMemory[] = [];
		for (const some of slicesOf(asking)) {
			if (groups > groupsMax) leftOut.push(...some);
			else await hearSome(some, round === roundsMax, again);
		}
		asking = again;
	}
	streams.leaveOut(leftOut, groups);
	return heard;

	async function hearSome(
		some: readonly StreamMemory[],
		isLast: boolean,
		again: StreamMemory[],
	): Promise<void> {
		const asked = some.map((memory, i) => questionsOf(memory, i));
		const commands = asked.flatMap((one) => one.commands);
		const answers = await ask(client, secret, commands);
		let next = 0;
		for (const { memory, commands, isCount } of asked) {
			const first = answers[next];
			const size = commands.length > 1 ? answers[next + 1] : null;
			next += commands.length;
			memory.isAwaited = false;
			// A few streams together may have more than all that are read.
			if (groups > groupsMax) {
				leftOut.push(memory);
				continue;
			}
			const error = first?.error ?? size?.error;
			if (error && isGone(error)) streams.leave(memory, isMoved(error));
			else if (isCount && first && !isLast) {
				const groups = error ? null : streamOf(first.reply).groups;
				if (isCrowd(memory, groups)) heard.push(crowded(memory));
				else again.push(memory);
			} else if (
				!isLast &&
				size?.error &&
				mayAskOtherwise(memory, size.error, secret)
			)
				again.push(memory);
			else if (error || !first || size === undefined)
				heard.push(unheard(memory, troubleOf(error ?? null, secret)));
			else {
				const replies = repliesOf(memory, first, size);
				if (isCrowd(memory, replies.groups.length)) heard.push(crowded(memory));
				else if (!isLast && asksAgain(memory, replies, trust))
					again.push(memory);
				else {
					groups += replies.groups.length;
					heard.push(settled(memory, replies, trust));
				}
			}
		}
	}
}

function settled(
	memory: StreamMemory,
	replies: Replies,
	trust: LagTrust,
): Heard {
	const { groups, length, fresh, isSized } = replies;
	const signature = signatureOf(groups, length);
	const isSame = memory.signature === signature;
	const deep = isDeep(memory, replies, trust);
	const detail = fresh ?? (isSame ? memory.detail : null);
	const added =
		(fresh ? fresh.added : null) ??
		addedOf(groups, length, trust) ??
		(isSame ? memory.added : null);
	if (!haveReadAll(groups)) memory.sizedInTicks = 0;
	const past = { ...memory };
	const anew = anewOf(past, fresh);
	if (anew !== null) {
		const nowMs = performance.now();
		memory.news = newsOf(anew, past, fresh, nowMs) ?? memory.news;
		memory.groups = new Map();
		memory.removals = [];
		memory.oldestId = null;
		memory.standing = null;
		memory.isOtherRun = false;
	}
	memory.lastMade = fresh?.lastMade ?? memory.lastMade;
	Object.assign(memory, { deep, signature, detail, added, length });
	const now = { length, detail, added };
	const names = new Set(groups.map(({ name }) => name));
	const were = anew === "made again" ? past.groups : memory.groups;
	const vanished = [...were.keys()].filter((it) => !names.has(it));
	return { memory, groups, now, anew, isSized, vanished, trouble: null };
}
