// What is wrong with a stream for good, whatever its groups do in this minute? Said with the numbers that prove it.
import type { Amount } from "#lib/core/amount.ts";
import type { Note } from "#lib/core/note.ts";
import type { StreamNow } from "./backlog.ts";
import { ageOf } from "./unread.ts";

/** What a group still needs of its stream. */
export type Need = {
	readonly lag: Amount | null;
	readonly lost: number | null;
	readonly holding: number | null;
	/** The oldest entry it holds, and the first it has not read; null where nobody told. */
	readonly heldId: string | null;
	readonly unreadId: string | null;
};

const longMs = 24 * 3_600_000;
const manyEntries = 10_000;
const pinnedMs = 3_600_000;
const pinnedEntries = 1000;
const byFar = 10;

/** Could be said of it if its oldest entry, which is never removed, is old enough. */
export function mayNeverBeTrimmed(
	{ added, length }: StreamNow,
	needs: readonly Need[],
): boolean {
	return (
		added === length &&
		length >= manyEntries &&
		needs.length > 0 &&
		needs.every(({ lag }) => lag?.bound === "exact" && lag.n <= length / 10)
	);
}

export function neverTrimmed(
	length: number,
	oldestId: string,
	nowMs: number,
): Note | null {
	const ageMs = ageOf(oldestId, nowMs);
	if (ageMs === null || ageMs < longMs) return null;
	const values = { messages: rounded(length), forSeconds: seconds(ageMs) };
	return { code: "never trimmed", values };
}

/**
 * The group whose oldest need is by far the oldest is why nothing newer can be removed without loss. How many entries
 * that are is known only where neither it nor the next holds any.
 */
export function pinOf(
	length: number,
	needs: readonly Need[],
	nowMs: number,
): { readonly of: Need; readonly note: Note } | null {
	if (needs.length < 2 || length < pinnedEntries) return null;
	const aged: { need: Need; ageMs: number }[] = [];
	for (const need of needs) {
		const ageMs = ageOfNeed(need, nowMs);
		if (ageMs === null) return null;
		aged.push({ need, ageMs });
	}
	const [first, second] = aged.sort((a, b) => b.ageMs - a.ageMs);
	if (first === undefined || second === undefined) return null;
	if (first.need.lost !== 0 || first.ageMs < pinnedMs) return null;
	if (first.ageMs < byFar * second.ageMs) return null;
	const values = {
		forSeconds: seconds(first.ageMs),
		seconds: seconds(second.ageMs),
	};
	if (first.need.holding !== 0)
		return { of: first.need, note: { code: "pins by holding", values } };
	const [own, others] = [first.need.lag, second.need.lag];
	if (own?.bound !== "exact" || others?.bound !== "exact") return null;
	if (own.n - others.n < pinnedEntries) return null;
	const messages = rounded(own.n - others.n);
	return {
		of: first.need,
		note: { code: "pins", values: { ...values, messages } },
	};
}

/** How far back it needs its stream; 0 when it needs nothing. */
function ageOfNeed(
	{ lag, holding, heldId, unreadId }: Need,
	nowMs: number,
): number | null {
	if (lag === null || holding === null) return null;
	if (holding > 0) return heldId === null ? null : ageOf(heldId, nowMs);
	if (lag.n === 0) return lag.bound === "exact" ? 0 : null;
	return unreadId === null ? null : ageOf(unreadId, nowMs);
}

/** So that a note does not change with every message. */
const rounded = (n: number): number => Number(n.toPrecision(2));
const seconds = (ms: number): number => rounded(ms / 1000);
