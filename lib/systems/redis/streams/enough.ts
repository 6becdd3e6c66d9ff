// What did the server tell of one stream, and does it suffice, or is it asked for more?
import type { Answer } from "../connection/ask.ts";
import type { LagTrust } from "../connection/version.ts";
import { addedOf, needsDetail } from "./backlog.ts";
import type { StreamMemory } from "./memory.ts";
import { asksDetail } from "./questions.ts";
import {
	countOf,
	type GroupReply,
	groupsOf,
	hasLostBytes,
	type StreamReply,
	signatureOf,
	streamOf,
} from "./replies.ts";

export type Replies = {
	readonly groups: readonly GroupReply[];
	/** As it was when it was last asked for. */
	readonly length: number;
	readonly isSized: boolean;
	readonly fresh: StreamReply | null;
};

export function repliesOf(
	memory: StreamMemory,
	groups: Answer,
	size: Answer | null,
): Replies {
	const fresh = asksDetail(memory) && size ? streamOf(size.reply) : null;
	return {
		groups: groupsOf(groups.reply),
		length: fresh?.length ?? (size ? countOf(size.reply) : memory.length) ?? 0,
		isSized: size !== null,
		fresh,
	};
}

/** Nothing about these groups depends on how long the stream is. */
export const haveReadAll = (groups: readonly GroupReply[]): boolean =>
	groups.length > 0 && groups.every(({ lag }) => lag === 0);

export function asksAgain(
	memory: StreamMemory,
	replies: Replies,
	trust: LagTrust,
): boolean {
	const lostBytes = !memory.inBytes && hasLostBytes(replies.groups);
	if (lostBytes) memory.inBytes = true;
	const unsized = !replies.isSized && !haveReadAll(replies.groups);
	const isShallow = !unsized && !asksDetail(memory);
	if (isShallow && isDeep(memory, replies, trust)) memory.deep = true;
	const deeper = isShallow && asksDetail(memory);
	const again = lostBytes || unsized || deeper;
	if (again) memory.sizedInTicks = 0;
	return again;
}

export function isDeep(
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
