// How old is what a group has not read? The age of its first unread entry, where ids are made by the server.
import { type Amount, atMost, exactly } from "#lib/core/amount.ts";
import { compareIds } from "./entry-id.ts";
import type { StreamReply } from "./replies.ts";

/** The first entry behind a position, as it was told. */
export type Unread = { readonly id: string; readonly askedMs: number };

/** Streams are not older than this; ids of less, or of the future, are made by somebody who means something else. */
const oldestMs = Date.UTC(2018, 0, 1);
const aheadMs = 60_000;
/** It stays the first unless somebody deletes it. */
const knownForMs = 60_000;

/** When an entry was written; null where its id does not tell. */
export function writtenMs(id: string, nowMs: number): number | null {
	const ms = Number(id.split("-", 1)[0]);
	return ms >= oldestMs && ms <= nowMs + aheadMs ? ms : null;
}

export function ageOf(id: string, nowMs: number): number | null {
	const ms = writtenMs(id, nowMs);
	return ms === null ? null : Math.max(0, nowMs - ms);
}

/** What the last tick knew of it still holds while the position has not passed it. */
export function stillUnread(
	past: Unread | null,
	position: string,
	detail: StreamReply | null,
	nowMs: number,
): Unread | null {
	const first = detail?.first ?? null;
	if (first !== null && compareIds(position, first) < 0)
		return { id: first, askedMs: nowMs };
	return past !== null && compareIds(position, past.id) < 0 ? past : null;
}

export const isOld = ({ askedMs }: Unread, nowMs: number): boolean =>
	nowMs - askedMs >= knownForMs;

/** Where nobody asked for the entry itself: it was written after the one the group stands at. */
export function timeLagOf(
	lag: Amount | null,
	unread: Unread | null,
	position: string,
	nowMs: number,
): Amount | null {
	if (lag === null) return null;
	if (lag.n === 0 && lag.bound === "exact") return exactly(0);
	if (unread === null) {
		const ageMs = ageOf(position, nowMs);
		return ageMs === null ? null : atMost(ageMs);
	}
	const ageMs = ageOf(unread.id, nowMs);
	return ageMs === null ? null : exactly(ageMs);
}
