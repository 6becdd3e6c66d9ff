// Is a stream what it was at the last look, or has what we know of it become void?
import type { AnewWhy } from "#lib/core/anew.ts";
import type { Note } from "#lib/core/note.ts";
import { compareIds } from "./entry-id.ts";
import type { StreamReply } from "./replies.ts";

/** What outlives a stream's memory. Both figures only ever grow while a stream stays the same. */
export type StreamPast = {
	readonly lastMade: string | null;
	readonly added: number | null;
	/** Another server answers since, or the same one was started again. */
	readonly isOtherRun: boolean;
};

export type News = { readonly note: Note; readonly sinceMs: number };

const newsForMs = 10 * 60_000;

export function anewOf(
	past: StreamPast,
	fresh: StreamReply | null,
): AnewWhy | null {
	const isLess =
		isSmaller(fresh?.added ?? null, past.added) ||
		(fresh !== null &&
			past.lastMade !== null &&
			compareIds(fresh.lastMade, past.lastMade) < 0);
	if (past.isOtherRun) return isLess ? "fell back" : "restarted";
	return isLess ? "made again" : null;
}

const isSmaller = (now: number | null, before: number | null): boolean =>
	now !== null && before !== null && now < before;

/** A restart that lost nothing is told by the verdict alone. */
export function newsOf(
	why: AnewWhy,
	past: StreamPast,
	fresh: StreamReply | null,
	nowMs: number,
): News | null {
	if (why === "restarted") return null;
	const missing =
		past.added === null || fresh === null || fresh.added === null
			? null
			: past.added - fresh.added;
	const values =
		why === "fell back" && missing !== null && missing > 0
			? { messages: missing }
			: {};
	return { note: { code: why, values }, sinceMs: nowMs };
}

/** What was news is none the second time. */
export const unchanged = <
	Heard extends {
		readonly anew: AnewWhy | null;
		readonly vanished: readonly string[];
	},
>(
	heard: Heard,
): Heard => ({ ...heard, ...{ anew: null, vanished: [] } });

/** Told for a while, so that somebody who was not there can read it. */
export const notesOf = (
	news: readonly (News | null)[],
	nowMs: number,
): readonly Note[] =>
	news
		.filter((it) => it !== null)
		.filter(({ sinceMs }) => nowMs - sinceMs < newsForMs)
		.map(({ note }) => note);
