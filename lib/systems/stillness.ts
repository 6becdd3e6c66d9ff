// For how long has an end of a list been the same, and how long is that usual for it? Known by a mark of what lies there, never by what it says.
import { createHash } from "node:crypto";
import {
	type Habit,
	learn,
	newHabit,
	patienceMs as usuallyMs,
} from "#lib/core/judge/habit.ts";

export type Stillness = {
	/** Null while nothing lies there. */
	mark: string | null;
	sinceMs: number;
	askedMs: number;
	readonly rest: Habit;
};

const everyMs = 60_000;

export const newStillness = (): Stillness => ({
	...{ mark: null, sinceMs: 0, askedMs: Number.NEGATIVE_INFINITY },
	rest: newHabit(),
});

/** Short enough that somebody who waits for so long sees several in a row. */
export const isDue = (
	{ askedMs }: Stillness,
	patienceMs: number | null,
	nowMs: number,
): boolean =>
	Math.abs(nowMs - askedMs) >= Math.min(everyMs, (patienceMs ?? everyMs) / 4);

export function note(
	still: Stillness,
	mark: string | null,
	nowMs: number,
): void {
	still.askedMs = nowMs;
	if (mark === still.mark) return;
	if (still.mark !== null) learn(still.rest, nowMs - still.sinceMs);
	still.mark = mark;
	still.sinceMs = nowMs;
}

export const patienceOf = (
	{ rest }: Stillness,
	configuredMs: number | null,
): number => configuredMs ?? usuallyMs(rest);

/** One way: nothing of a message is kept. The only one that a script at the server can tell as well. */
export function markOf(value: unknown): string | null {
	if (typeof value !== "string" && !Buffer.isBuffer(value)) return null;
	return createHash("sha1").update(value).digest("hex");
}
