// How far behind is a group of a stream? What the server counts where that can be trusted, else what its ids prove.
import { type Amount, exactly } from "#lib/core/amount.ts";
import type { LagTrust } from "../connection/version.ts";
import { compareIds } from "./entry-id.ts";
import type { GroupReply, StreamReply } from "./replies.ts";

/** A stream in one tick; the detail is asked for only where some group needs it. */
export type StreamNow = {
	readonly length: number;
	readonly detail: StreamReply | null;
	/** Entries ever added; null where nothing tells. */
	readonly added: number | null;
};

/** What the last tick knew of the group. */
export type GroupPast = {
	readonly position: string;
	/** How much too high the server's count was when the group was last seen caught up. */
	readonly drift: number | null;
};

export type Backlog = {
	/** `count`: only counting the entries themselves can tell. */
	readonly lag: Amount | "count";
	readonly lost: number | null;
	readonly drift: number | null;
};

/** Does some group need more than its own reply? */
export function needsDetail(
	groups: readonly GroupReply[],
	length: number,
	trust: LagTrust,
	unchanged: boolean,
): boolean {
	return groups.some(({ lag }) => {
		if (lag === null) return true;
		if (trust === "drifts") return lag > 0 && !unchanged;
		// Cut off at the length it stays the same, however much is written and removed.
		return lag > 0 && lag >= length;
	});
}

/**
 * Entries ever added, from what the server's counts add up to. Where a count is cut off at the length they add up to
 * less, so these groups tell nothing.
 */
export function addedOf(
	groups: readonly GroupReply[],
	length: number,
	trust: LagTrust,
): number | null {
	let added: number | null = null;
	for (const { lag, entriesRead } of groups) {
		if (lag === null || entriesRead === null) continue;
		if (trust !== "drifts" && lag >= length) continue;
		added = Math.max(added ?? 0, lag + entriesRead);
	}
	return added;
}

export function backlogOf(
	group: GroupReply,
	stream: StreamNow,
	trust: LagTrust,
	past: GroupPast | null,
): Backlog {
	const drift = driftOf(group, stream, trust, past);
	return {
		lag: lagOf(group, stream, trust, drift),
		lost: lostOf(group, stream, trust, drift),
		drift,
	};
}

function lagOf(
	{ lag, position }: GroupReply,
	{ length, detail, added }: StreamNow,
	trust: LagTrust,
	drift: number | null,
): Amount | "count" {
	if (lag === 0) return exactly(0);
	if (lag !== null && trust === "capped") return exactly(Math.min(lag, length));
	if (detail === null) return "count";
	if (isCaughtUp(position, detail)) return exactly(0);
	if (isBeforeAll(position, detail)) return exactly(detail.length);
	if (lag === null || trust === "none") return "count";
	// Where nothing was ever removed, nothing was removed unread.
	const known = drift ?? (added === detail.length ? 0 : null);
	if (known === null) return "count";
	return exactly(Math.min(Math.max(lag - known, 0), detail.length));
}

/** A drift stays true until entries are trimmed or deleted that the group had not read, and it then reads what is left. */
function driftOf(
	{ lag, entriesRead, position }: GroupReply,
	{ detail, added }: StreamNow,
	trust: LagTrust,
	past: GroupPast | null,
): number | null {
	if (trust !== "drifts" || entriesRead === null) return null;
	if (detail !== null && compareIds(position, detail.lastMade) >= 0)
		return added === null ? null : added - entriesRead;
	if (lag === 0) return 0;
	if (past === null || past.drift === null) return null;
	const moved = compareIds(position, past.position);
	if (moved === 0) return past.drift;
	if (moved < 0 || detail === null) return null;
	// Where the very entry it stood at was deleted, the server said 0 by the position alone, whatever it had counted.
	const { lastDeleted } = detail;
	if (lastDeleted !== null && compareIds(lastDeleted, past.position) >= 0)
		return null;
	// Passed again, it has not read what it was passed by: all of that is uncounted, and lost.
	if (isPassed(position, detail)) return past.drift;
	return isBeforeAll(past.position, detail) ? null : past.drift;
}

function lostOf(
	group: GroupReply,
	{ length, detail, added }: StreamNow,
	trust: LagTrust,
	drift: number | null,
): number | null {
	if (group.lag === 0) return 0;
	if (detail === null)
		return group.lag !== null && trust === "capped" && group.lag < length
			? 0
			: null;
	if (compareIds(group.position, detail.lastMade) >= 0) return 0;
	if (!isPassed(group.position, detail) || added === detail.length) return 0;
	if (added === null || group.entriesRead === null) return null;
	if (trust === "drifts" && drift === null) return null;
	return Math.max(0, added - group.entriesRead - detail.length - (drift ?? 0));
}

/** The last made entry may have been deleted since: then the last one that is left decides. */
function isCaughtUp(position: string, detail: StreamReply): boolean {
	return (
		detail.length === 0 ||
		compareIds(position, detail.lastMade) >= 0 ||
		(detail.last !== null && compareIds(position, detail.last) >= 0)
	);
}

/** All that is left was made after what it read last. */
const isPassed = (position: string, detail: StreamReply): boolean =>
	detail.length === 0 || isBeforeAll(position, detail);

const isBeforeAll = (position: string, { first }: StreamReply): boolean =>
	first !== null && compareIds(position, first) < 0;
