// How does what was heard of a queue become a reading?
import { type Amount, about, exactly } from "#lib/core/amount.ts";
import type { Note } from "#lib/core/note.ts";
import { type Members, nothingKnown, type Reading } from "#lib/core/reading.ts";
import { patienceOf, type Stillness } from "../../stillness.ts";
import { channelOf } from "../connection/channel.ts";
import { marginOf } from "./fill.ts";
import { stillForMs } from "./held.ts";
import { kindOf, streamKind } from "./kinds.ts";
import type { Heard, Memory } from "./memory.ts";
import type { QueueReply } from "./replies.ts";

export type Shared = {
	readonly atMs: number;
	readonly families: ReadonlyMap<string, string>;
	patienceMs(channel: string): number | null;
};

/** It changes with every breath of a queue, and says nothing that the numbers do not. */
const usualStates = ["running", "idle"];

export function readingOf(
	reply: QueueReply,
	memory: Memory,
	{ arrived, departed, lost }: Heard,
	{ atMs, families, patienceMs }: Shared,
): Reading {
	const channel = channelOf(reply.named);
	const { ready, unacked, state, consumers } = reply;
	const common: Reading = {
		...nothingKnown,
		...{ kind: kindOf(reply.type), channel, group: null, atMs, arrived },
		family: families.get(channel) ?? null,
		members: membersOf(consumers),
		state: state === null || usualStates.includes(state) ? null : state,
	};
	if (common.kind === streamKind)
		// Everything that is kept counts as waiting there, and each who reads is somewhere else in it.
		return { ...common, holding: consumers === 0 ? null : unacked };
	return {
		...common,
		...{ departed, lost, holding: unacked, counted: arrived === null ? 0 : 1 },
		lag: ready === null ? null : exactly(ready),
		timeLagMs: timeLagOf(reply, atMs),
		marginMs: ready ? marginOf(memory.fill, reply, atMs) : null,
		oldestHeldMs: oldestHeldOf(memory.held, atMs),
		notes: notesOf(reply, memory, patienceMs(channel), atMs),
	};
}

/** Whose connection ends is no longer listed. */
const membersOf = (consumers: number | null): Members | null =>
	consumers === null
		? null
		: {
				...{ registered: consumers, live: exactly(consumers), dead: 0 },
				...{ stuck: null, unknown: null },
			};

/** By the clock of whoever wrote it, in whole seconds. */
function timeLagOf({ ready, headMs }: QueueReply, atMs: number): Amount | null {
	if (ready === 0) return exactly(0);
	return headMs === null || headMs === 0 || headMs > atMs + 1000
		? null
		: about(Math.max(0, atMs - headMs));
}

const oldestHeldOf = (held: Stillness, atMs: number): number | null =>
	held.mark === null || held.sinceMs === atMs ? null : atMs - held.sinceMs;

function notesOf(
	reply: QueueReply,
	memory: Memory,
	configuredMs: number | null,
	atMs: number,
): readonly Note[] {
	const { ready, unacked, consumers, counts } = reply;
	const { waiting } = memory;
	const notes: Note[] = [];
	const add = (
		code: "held still" | "waits still",
		forMs: number,
		messages: number,
	) => {
		const forSeconds = Math.floor(forMs / 1000);
		notes.push({ code, values: { messages, forSeconds } });
	};
	const heldMs = stillForMs(reply, memory, configuredMs, atMs);
	if (heldMs !== null) add("held still", heldMs, unacked ?? 0);
	const waitsMs = atMs - waiting.sinceMs;
	const isLong = waitsMs >= patienceOf(waiting, configuredMs);
	// Where it is counted what is taken, that tells it better.
	if (consumers !== 0 && counts === null && waiting.mark !== null && isLong)
		add("waits still", waitsMs, ready ?? 0);
	return notes;
}
