// How does what was heard of a list become a reading, at the moment it is told?
import { atLeast, exactly } from "#lib/core/amount.ts";
import type { Note } from "#lib/core/note.ts";
import { nothingKnown, type Reading } from "#lib/core/reading.ts";
import type { Trouble } from "#lib/core/trouble.ts";
import type { Heard, Still } from "./layout.ts";

export const listKind = "list";

export type Shared = {
	readonly atMs: number;
	/** The server's clock. */
	readonly nowMs: number;
	readonly families: ReadonlyMap<string, string>;
};

export function readingOf(
	name: string,
	heard: Heard,
	trouble: Trouble | null,
	{ atMs, nowMs, families }: Shared,
): Reading {
	const empty: Reading = {
		...nothingKnown,
		...{ kind: listKind, channel: name, group: null, atMs, trouble },
		family: families.get(name) ?? null,
	};
	if (trouble !== null) return empty;
	const { waiting, holding, heldSinceMs, members } = heard;
	return {
		...empty,
		...{ holding, members },
		lag: waiting === null ? null : exactly(waiting),
		timeLagMs: timeLagOf(heard, nowMs),
		oldestHeldMs:
			heldSinceMs === null || !holding
				? null
				: Math.max(0, nowMs - heldSinceMs),
		notes: notesOf(heard, nowMs),
	};
}

function timeLagOf({ waiting, waitingSince }: Heard, nowMs: number) {
	if (waiting === 0) return exactly(0);
	if (waitingSince === null) return null;
	const ageMs = Math.max(0, nowMs - waitingSince.atMs);
	return waitingSince.isLeast ? atLeast(ageMs) : exactly(ageMs);
}

export function notesOf(heard: Heard, nowMs: number): Note[] {
	const notes: Note[] = [];
	const absent = heard.absentSinceMs.filter(
		(sinceMs) => nowMs - sinceMs >= heard.absentForMs,
	);
	if (absent.length > 0)
		notes.push({
			code: "held by absent",
			values: {
				messages: absent.length,
				forSeconds: seconds(nowMs - Math.min(...absent)),
			},
		});
	const held = stillIn(heard.stillHeld, nowMs);
	if (held !== null) notes.push({ code: "held still", values: held });
	const waits = heard.isPaused ? null : stillIn(heard.stillWaiting, nowMs);
	if (waits !== null) notes.push({ code: "waits still", values: waits });
	if (heard.isPaused) notes.push({ code: "paused", values: {} });
	if (heard.delayed)
		notes.push({ code: "delayed", values: { messages: heard.delayed } });
	if (heard.failed)
		notes.push({ code: "failed", values: { messages: heard.failed } });
	return notes;
}

function stillIn(still: Still | null, nowMs: number) {
	if (still === null || nowMs - still.sinceMs < still.patienceMs) return null;
	const forSeconds = seconds(nowMs - still.sinceMs);
	return { messages: still.messages, forSeconds };
}

const seconds = (ms: number): number => Math.floor(ms / 1000);
