// How soon does a queue have no room left, and what went unread since it had none?
import { type Amount, about } from "#lib/core/amount.ts";
import { type Balance, goneUnread, newBalance } from "./balance.ts";
import { type Limits, mayLose } from "./limits.ts";
import type { QueueCounts, QueueReply } from "./replies.ts";

/** How full it was, now and then within the last minute, from 0 to 1; and how many had come, where that is counted. */
export type Fill = {
	readonly seen: {
		readonly atMs: number;
		readonly share: number;
		readonly came: number | null;
	}[];
	readonly balance: Balance;
};

const overMs = 60_000;
const leastMs = 15_000;
const everyMs = 4_000;
/** While most of the room is left there is nothing to tell. */
const tellsFrom = 0.5;
/** Whoever reads makes room for a moment, and whoever writes takes it. */
const brim = { reached: 0.99, now: 0.9 };

export const newFill = (): Fill => ({ seen: [], balance: newBalance() });

/** Answers how many went unread since the last reading; null where that cannot be known. */
export function follow(
	{ seen, balance }: Fill,
	last: QueueReply | null,
	now: QueueReply,
	atMs: number,
): number | null {
	const share = shareOf(now);
	const newest = seen.at(-1);
	if (share === null || (newest && newest.atMs > atMs)) seen.length = 0;
	if (share !== null && !(newest && atMs - newest.atMs < everyMs))
		seen.push({ atMs, share, came: now.counts?.published ?? null });
	while (seen[0] && atMs - seen[0].atMs > overMs) seen.shift();
	if (!mayLose(now.limits)) return 0;
	const lost = last === null ? null : lostBetween(last, now);
	if (lost === null) return goneUnread(balance, now, share, atMs);
	balance.seen.length = 0;
	return lost;
}

/** Null where nothing is lost by a lack of room. */
function shareOf({ ready, readyBytes, limits }: QueueReply): number | null {
	if (!limits.dropsOldest || limits.deadLetters !== null) return null;
	const shares = [
		part(ready, limits.length),
		part(readyBytes, limits.bytes),
	].filter((it) => it !== null);
	return shares.length === 0 ? null : Math.max(...shares);
}

const part = (n: number | null, limit: number | null): number | null =>
	n === null || limit === null ? null : limit === 0 ? 1 : n / limit;

/**
 * A queue that is full before and after gives up one for each that comes. While it is not, what is counted at its writers
 * and readers is told a moment before or after its length, and nothing can be said.
 */
function lostBetween(last: QueueReply, now: QueueReply): number | null {
	const [before, after] = [shareOf(last), shareOf(now)];
	if (before === null || after === null || before < 1 || after < 1) return null;
	const [came, rests] = [last.counts, now.counts];
	const [wereThere, areThere] = [messagesIn(last), messagesIn(now)];
	if (came === null || rests === null) return null;
	if (wereThere === null || areThere === null) return null;
	const arrived = rests.published - came.published;
	const done = doneIn(rests) - doneIn(came);
	if (arrived < 0 || done < 0) return null;
	return Math.max(0, arrived - done - (areThere - wereThere));
}

const messagesIn = ({ ready, unacked }: QueueReply): number | null =>
	ready === null || unacked === null ? null : ready + unacked;
const doneIn = ({ acked, unanswered }: QueueCounts): number =>
	acked + unanswered;

/** How long until the oldest goes unread; null where it does not, or nobody can know. */
export function marginOf(
	{ seen }: Fill,
	{ limits, headMs }: QueueReply,
	atMs: number,
): Amount | null {
	const margins = [roomLeftMs(seen), timeLeftMs(limits, headMs, atMs)].filter(
		(it) => it !== null,
	);
	return margins.length === 0 ? null : about(Math.round(Math.min(...margins)));
}

function roomLeftMs(seen: Fill["seen"]): number | null {
	const [first, last] = [seen[0], seen.at(-1)];
	if (!first || !last || last.atMs - first.atMs < leastMs) return null;
	if (last.share >= brim.now && seen.some((it) => it.share >= brim.reached))
		return (last.came ?? 0) > (first.came ?? 0) ? 0 : null;
	const grew = last.share - first.share;
	if (last.share < tellsFrom || grew <= 0) return null;
	return ((1 - last.share) / grew) * (last.atMs - first.atMs);
}

/** Where whoever wrote it said when. */
function timeLeftMs(
	{ ageMs, deadLetters }: Limits,
	headMs: number | null,
	atMs: number,
): number | null {
	if (ageMs === null || deadLetters !== null || headMs === null) return null;
	return headMs > atMs ? null : Math.max(0, headMs + ageMs - atMs);
}
