// Until when does a stream live that has a time to live? Asked in turn, and more often of those that have one: what is written into them may renew it.
import { type Amount, about } from "#lib/core/amount.ts";
import type { Note } from "#lib/core/note.ts";
import type { Question } from "./further.ts";
import type { StreamMemory } from "./memory.ts";
import { countOf } from "./replies.ts";

/** By the server's clock; `endsMs` is null where a stream stays until somebody removes it. */
export type Lifetime = {
	readonly askedMs: number;
	readonly endsMs: number | null;
};

const knownForMs = 60_000;
const isGone = -2;

/** Null while it is known: nothing changes it where nothing is written. */
export function lifetimeQuestion(
	memory: StreamMemory,
	{ nowMs, stillSinceMs }: { nowMs: number; stillSinceMs: number },
): Question | null {
	const { lifetime } = memory;
	if (lifetime !== null && !isDue(lifetime, nowMs, stillSinceMs)) return null;
	return {
		command: ["pttl", memory.key],
		hear({ error, reply }) {
			// It went a moment ago: what was known of it tells why.
			if (error || reply === isGone) return;
			const leftMs = countOf(reply);
			const endsMs = leftMs === null ? null : nowMs + leftMs;
			memory.lifetime = { askedMs: nowMs, endsMs };
		},
	};
}

function isDue(
	{ askedMs, endsMs }: Lifetime,
	nowMs: number,
	stillSinceMs: number,
): boolean {
	if (askedMs >= stillSinceMs && askedMs <= nowMs) return false;
	return endsMs !== null || Math.abs(nowMs - askedMs) >= knownForMs;
}

/** It goes as a whole: what was not read by then is never read. */
export function leftToLive(
	lifetime: Lifetime | null,
	nowMs: number,
): Amount | null {
	const endsMs = lifetime?.endsMs ?? null;
	return endsMs === null ? null : about(Math.max(0, endsMs - nowMs));
}

/** Whichever comes first. */
export function sooner(a: Amount | null, b: Amount | null): Amount | null {
	if (a === null || b === null) return a ?? b;
	return a.n <= b.n ? a : b;
}

export const expires = ({ n }: Amount): Note => ({
	code: "expires",
	// So that the note does not change with every tick.
	values: { seconds: Number((n / 1000).toPrecision(2)) },
});
