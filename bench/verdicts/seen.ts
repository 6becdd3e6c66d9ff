// What does whoever watches get to see of a channel? A reading, as a system would make it of what its broker answers.
import { about, atMost, exactly } from "#lib/core/amount.ts";
import { lagOf } from "#lib/core/lag.ts";
import type { Note } from "#lib/core/note.ts";
import { nothingKnown, type Reading } from "#lib/core/reading.ts";
import type { Channel } from "./channel.ts";
import { minute } from "./day.ts";

const patienceMs = 5 * minute;
/** A broker asked for the end of what is committed tells a transaction open after some looks. */
const openToldMs = 90_000;

/** The ends of the log as a broker tells them: behind the last message of each partition lies a marker, or none. */
export function rawEndsOf({ log, day }: Channel): Float64Array {
	const markers = day.markers === "none" ? 0 : 1;
	return log.ends.map((end) => end + markers);
}

export function seenOf(channel: Channel, atMs: number): Reading {
	const { log, commits, day } = channel;
	const raw = rawEndsOf(channel);
	// Behind a position at the last message only the marker is left.
	const ends = raw.map((end, p) =>
		day.markers !== "none" && (commits[p] ?? 0) >= (log.ends[p] ?? 0)
			? (commits[p] ?? 0)
			: end,
	);
	const columns = {
		partitions: Int32Array.from(ends.keys()),
		positions: commits.slice(),
		starts: log.starts.slice(),
		ends,
	};
	// Where nobody may look whether it is one, it counts as one that waits.
	const backlog = lagOf(
		day.markers === "hidden" ? { ...columns, ends: raw } : columns,
	);
	const unread = lagOf({ ...columns, ends: log.ends }).lag?.n ?? 0;
	const lag = backlog.lag?.n ?? 0;
	const hidden = day.markers === "hidden" && unread === 0 && lag > 0;
	const age = ageOf(channel);
	return {
		...{ ...nothingKnown, kind: "log", channel: "orders", group: "billing" },
		...{ ...backlog, atMs, columns },
		lag: hidden ? atMost(lag) : exactly(lag),
		members: membersOf(channel),
		timeLagMs: unread === 0 ? exactly(0) : age === null ? null : about(age),
		marginMs:
			age === null || day.keptMs === Number.POSITIVE_INFINITY
				? null
				: about(Math.max(0, day.keptMs - age)),
		notes: notesOf(channel, hidden ? lag : 0, unread),
		...heldOf(channel),
	};
}

/** Of the oldest message that was not committed; null when there is none. */
function ageOf({ nowMs, commits, log }: Channel): number | null {
	let oldest: number | null = null;
	for (let p = 0; p < commits.length; p++) {
		const from = Math.max(commits[p] ?? 0, log.starts[p] ?? 0);
		if (from >= (log.ends[p] ?? 0)) continue;
		oldest = Math.max(oldest ?? 0, nowMs - log.writtenMs(p, from));
	}
	return oldest;
}

function membersOf({ registered }: Channel): Reading["members"] {
	return { registered, live: null, dead: null, stuck: null, unknown: null };
}

function heldOf(channel: Channel) {
	const { deliveries, heldSinceMs, nowMs } = channel;
	if (heldSinceMs === null) return {};
	const holding = deliveries > 0 ? 1 : 40;
	const deliveriesMax = Math.max(1, deliveries);
	return { holding, oldestHeldMs: nowMs - heldSinceMs, deliveriesMax };
}

function notesOf(channel: Channel, hidden: number, unread: number): Note[] {
	const { nowMs, heldSinceMs, barriers, log, day } = channel;
	const notes: Note[] = [];
	if (hidden > 0)
		notes.push({ code: "may be markers", values: { messages: hidden } });
	else if (day.markers === "shown" && unread === 0)
		notes.push({
			code: "markers only",
			values: { messages: day.partitions },
		});
	const open = day.events.find(({ what }) => what === "transaction left open");
	const openMs = nowMs - (open?.fromMs ?? nowMs);
	if (openMs > openToldMs) {
		const messages = log.ends.reduce(
			(sum, end, p) => sum + Math.max(0, end - (barriers[p] ?? end)),
			0,
		);
		const forSeconds = Math.round(openMs / 1000);
		const values = { partitions: day.partitions, messages, forSeconds };
		if (messages > 0) notes.push({ code: "open transaction", values });
	}
	if (channel.is("not subscribed"))
		notes.push({
			code: "not subscribed",
			values: { members: day.members },
		});
	const heldMs = nowMs - (heldSinceMs ?? nowMs);
	if (channel.is("held by the dead") && heldMs > patienceMs)
		notes.push({
			code: "held by absent",
			values: { messages: 40, members: 1, forSeconds: heldMs / 1000 },
		});
	return notes;
}
