// What is to be noted of a reading, and how far does that change its lag?
import { type Amount, about, atMost, exactly } from "#lib/core/amount.ts";
import type { Note } from "#lib/core/note.ts";
import type { Reading } from "#lib/core/reading.ts";
import { coarse, type Empty, forgottenIn } from "../groups/emptiness.ts";
import { type Markers, markersMax } from "./markers.ts";
import type { Entry } from "./past.ts";
import type { TopicRules } from "./rules.ts";
import type { StableEnds } from "./stable-ends.ts";
import type { Topic } from "./topics.ts";

type Evidence = {
	readonly markers: Markers;
	readonly stableEnds: StableEnds;
	readonly rules: TopicRules | null;
	readonly keptMs: number | null;
	readonly empty: Empty | null;
	readonly nowMs: number;
};

type Found = {
	/** Of the lag: what is markers, and what may be but cannot be looked at. */
	markers: number;
	hidden: number;
	open: { partitions: number; messages: number; sinceMs: number };
	/** Where reading ends for this group, if that is not the end of the log. */
	ends: Float64Array | null;
};

const setBackToldMs = 15 * 60_000;
const madeAgainToldMs = 60 * 60_000;
/** A producer that works moves the end of what is committed on between two looks. */
const looksNeeded = 3;
const stillNeeded = 2;

export function noted(
	reading: Reading,
	entry: Entry,
	topic: Topic,
	evidence: Evidence,
): Reading {
	const found = findings(entry, topic, evidence);
	const lag = lagWithout(reading.lag, found, evidence.rules);
	const notes = [
		...reading.notes,
		...ofTransactions(found, lag, evidence.nowMs),
		...((lag?.n ?? 0) > 0 ? ofRules(evidence.rules) : []),
		...ofThePast(reading, entry, evidence),
		...ofPartitions(reading, entry, topic),
	];
	if (notes.length === 0 && lag === reading.lag) return reading;
	const { columns } = reading;
	if (!columns || !found.ends) return { ...reading, lag, notes };
	return { ...reading, lag, notes, columns: { ...columns, ends: found.ends } };
}

const compacted: readonly Note[] = [{ code: "compacted", values: {} }];
const keptForEver: readonly Note[] = [{ code: "kept for ever", values: {} }];

function ofRules(rules: TopicRules | null): readonly Note[] {
	if (rules?.compacted) return compacted;
	const isKept =
		rules?.retentionMs === Infinity && rules.retentionBytes === Infinity;
	return isKept ? keptForEver : [];
}

function findings(entry: Entry, topic: Topic, evidence: Evidence): Found {
	const { partitions, positions, starts, ends } = entry.columns;
	const open = { partitions: 0, messages: 0, sinceMs: evidence.nowMs };
	const found: Found = { markers: 0, hidden: 0, open, ends: null };
	const endsAt = (i: number, offset: number) => {
		found.ends ??= ends.slice();
		found.ends[i] = offset;
	};
	for (let i = 0; i < partitions.length; i++) {
		const end = ends[i] ?? Number.NaN;
		const from = Math.max(positions[i] ?? Number.NaN, starts[i] || 0);
		if (!(from < end)) continue;
		const partition = partitions[i] ?? -1;
		const waits = evidence.stableEnds.of(topic, partition);
		// A position beyond it belongs to a reader that does not wait; one far before it, to one that has other work.
		const isAtIt =
			waits && from <= waits.offset && waits.offset - from <= markersMax;
		if (waits && isAtIt && waits.looks >= looksNeeded) {
			open.partitions++;
			open.messages += end - waits.offset;
			open.sinceMs = Math.min(open.sinceMs, waits.sinceMs);
			endsAt(i, waits.offset);
		} else if (
			end - from <= markersMax &&
			(entry.still[i] ?? 0) >= stillNeeded
		) {
			const is = evidence.markers.between(topic, partition, from, end);
			if (is === "markers") found.markers += end - from;
			else if (is === "hidden") found.hidden += end - from;
			if (is === "markers" || is === "hidden") endsAt(i, from);
		}
	}
	return found;
}

function lagWithout(
	lag: Amount | null,
	{ markers, hidden }: Found,
	rules: TopicRules | null,
): Amount | null {
	if (!lag || lag.n === 0) return lag;
	const left = Math.max(0, lag.n - markers);
	const mayBeLess = left > 0 && (rules?.compacted || hidden > 0);
	if (mayBeLess) return lag.bound === "at least" ? about(left) : atMost(left);
	if (markers === 0) return lag;
	return lag.bound === "exact" ? exactly(left) : { ...lag, n: left };
}

function ofTransactions(
	{ markers, hidden, open }: Found,
	lag: Amount | null,
	nowMs: number,
): readonly Note[] {
	const notes: Note[] = [];
	if (markers > 0 && lag?.n === 0)
		notes.push({ code: "markers only", values: { messages: markers } });
	if (hidden > 0 && lag?.n === hidden)
		notes.push({ code: "may be markers", values: { messages: hidden } });
	const { partitions, messages, sinceMs } = open;
	if (partitions > 0) {
		const forSeconds = coarse((nowMs - sinceMs) / 1_000);
		const values = { partitions, messages, forSeconds };
		notes.push({ code: "open transaction", values });
	}
	return notes;
}

function ofThePast(
	reading: Reading,
	entry: Entry,
	{ empty, keptMs, nowMs }: Evidence,
): readonly Note[] {
	const notes: Note[] = [];
	const { madeAgainMs, setBack, movedMs } = entry;
	const isRecent = nowMs - (madeAgainMs ?? 0) < madeAgainToldMs;
	if (madeAgainMs !== null && (isRecent || reading.ahead > 0))
		notes.push({ code: "made again", values: {} });
	if (setBack && nowMs - setBack.atMs < setBackToldMs)
		notes.push({
			code: "set back",
			values: { messages: setBack.messages },
		});
	const forgotten = forgottenIn(empty, movedMs, keptMs, nowMs);
	if (forgotten) notes.push({ code: "forgotten soon", values: forgotten });
	return notes;
}

function ofPartitions(
	{ columns }: Reading,
	entry: Entry,
	topic: Topic,
): readonly Note[] {
	const notes: Note[] = [];
	const { positions, unplaced = 0 } = entry.columns;
	const committed = positions.reduce(
		(sum, position) => sum + (Number.isNaN(position) ? 0 : 1),
		unplaced,
	);
	const missing = topic.leaders.length - committed;
	// Where no columns are, positions are kept in a way that says nothing of this.
	if (columns && missing > 0)
		notes.push({ code: "not committed", values: { partitions: missing } });
	const offline = topic.leaders.reduce(
		(sum, leader) => sum + (leader < 0 ? 1 : 0),
		0,
	);
	if (offline > 0)
		notes.push({ code: "offline", values: { partitions: offline } });
	return notes;
}
