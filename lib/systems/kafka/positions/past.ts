// How does a reading compare with those before it: does it stand still, was it set back, is its topic the same?
import type { GoneWhy } from "#lib/core/gone.ts";
import type { Columns } from "#lib/core/lag.ts";
import {
	agreeing,
	contradiction,
	type Doubt,
	type IsOurs,
	placeOf,
} from "./doubt.ts";

export type Entry = {
	readonly group: string;
	readonly channel: string;
	/** Of the topic when it was read last. */
	id: string;
	/** As they were believed last, and when. */
	columns: Columns;
	believedMs: number;
	/** By entry of the columns: for how many readings running neither position nor end has moved. */
	still: Uint8Array;
	readonly firstMs: number;
	lastMs: number;
	/** When a position was last seen to move; null while it never was. */
	movedMs: number | null;
	setBack: { readonly messages: number; readonly atMs: number } | null;
	madeAgainMs: number | null;
	/** What was read since and contradicts it; null where nothing does. */
	doubt: Doubt | null;
	/** When positions were last seen to go back, believed or not. */
	backMs: number;
	/** Why it is not read any longer, once that is known; what the broker said where it only hides it. */
	why: GoneWhy | null;
	hidden: { readonly code: number; readonly atMs: number } | null;
};

/** What is no longer read is remembered for so long, in case it comes back or somebody asks why. */
const rememberedMs = 10 * 60_000;
const stillMax = 255;
const backAgainMs = 10 * 60_000;
const never = Number.NEGATIVE_INFINITY;
const notOurs: IsOurs = () => false;

export class Past {
	readonly #groups = new Map<string, Map<string, Entry>>();

	of(group: string, channel: string): Entry | null {
		return this.#groups.get(group)?.get(channel) ?? null;
	}

	/** Returns the entry as it stands with this reading in it. */
	take(
		group: string,
		channel: string,
		id: string,
		columns: Columns,
		nowMs: number,
		isOurs: IsOurs = notOurs,
	): Entry {
		const before = this.of(group, channel);
		if (before) {
			// What was known to be gone and is there again is no longer what it was; only that it has no positions may be a mistake.
			if (before.why !== null && before.why !== "no positions")
				before.columns = columns;
			before.why = null;
			before.hidden = null;
			compare(before, id, columns, nowMs, isOurs);
			return before;
		}
		const entry: Entry = {
			...{ group, channel, id, columns, believedMs: nowMs },
			still: new Uint8Array(columns.partitions.length),
			...{ firstMs: nowMs, lastMs: nowMs, movedMs: null },
			...{ setBack: null, madeAgainMs: null, doubt: null, backMs: never },
			...{ why: null, hidden: null },
		};
		const own = this.#groups.get(group) ?? new Map<string, Entry>();
		own.set(channel, entry);
		this.#groups.set(group, own);
		return entry;
	}

	/** It is there, though nothing could be read of it. */
	touch(group: string, channel: string, nowMs: number): void {
		const entry = this.of(group, channel);
		if (entry) entry.lastMs = nowMs;
	}

	/** What was read before and is not read now. Forgets what has been missing for long. */
	missing(nowMs: number): readonly Entry[] {
		const missing: Entry[] = [];
		for (const [group, channels] of this.#groups) {
			for (const [channel, entry] of channels) {
				if (entry.lastMs === nowMs) continue;
				const isOld = nowMs - entry.lastMs > rememberedMs;
				if (isOld && entry.hidden === null) channels.delete(channel);
				else missing.push(entry);
			}
			if (channels.size === 0) this.#groups.delete(group);
		}
		return missing;
	}
}

function compare(
	entry: Entry,
	id: string,
	columns: Columns,
	nowMs: number,
	isOurs: IsOurs,
): void {
	const isOther = entry.id !== id;
	entry.lastMs = nowMs;
	if (!isOther && isDoubted(entry, columns, nowMs, isOurs)) {
		entry.still = new Uint8Array(columns.partitions.length);
		return;
	}
	const shrank = !isOther && hasShrunk(entry.columns, columns);
	const moves = isOther || shrank ? null : movesOf(entry, columns);
	if (isOther) {
		entry.madeAgainMs = nowMs;
		entry.setBack = null;
	}
	if (moves && moves.back > 0)
		entry.setBack = { messages: moves.back, atMs: nowMs };
	if (!moves || moves.moved) entry.movedMs = nowMs;
	entry.still = moves?.still ?? new Uint8Array(columns.partitions.length);
	entry.id = id;
	entry.columns = columns;
	entry.believedMs = nowMs;
	entry.doubt = null;
}

/** A log that became shorter may be another one of the same name: what came before is kept to compare with until its id is known. */
function isDoubted(
	entry: Entry,
	columns: Columns,
	nowMs: number,
	isOurs: IsOurs,
): boolean {
	const { doubt } = entry;
	const from = (before: Columns) =>
		contradiction(before, columns, nowMs - entry.believedMs, isOurs);
	const why = from(entry.columns);
	if (why === null) return false;
	if (why === "set back" && doubt === null) {
		const isAgain = nowMs - entry.backMs < backAgainMs;
		entry.backMs = nowMs;
		if (isAgain) return false;
	}
	const agrees = doubt !== null && from(doubt.columns) === null;
	const readings = agrees ? doubt.readings + 1 : 1;
	entry.doubt = { columns, readings };
	return readings < agreeing;
}

function hasShrunk(before: Columns, now: Columns): boolean {
	for (let i = 0; i < now.partitions.length; i++) {
		const j = placeOf(before, now.partitions[i] ?? -1, i);
		if ((now.ends[i] ?? Number.NaN) < (before.ends[j] ?? Number.NaN))
			return true;
	}
	return false;
}

function movesOf(entry: Entry, now: Columns) {
	const before = entry.columns;
	const still = new Uint8Array(now.partitions.length);
	let back = 0;
	let moved = false;
	for (let i = 0; i < still.length; i++) {
		const j = placeOf(before, now.partitions[i] ?? -1, i);
		const position = now.positions[i] ?? Number.NaN;
		const was = before.positions[j] ?? Number.NaN;
		if (position === was) {
			if (now.ends[i] === before.ends[j])
				still[i] = Math.min(stillMax, (entry.still[j] ?? 0) + 1);
			continue;
		}
		if (Number.isNaN(position) && Number.isNaN(was)) continue;
		moved = true;
		// What is no longer kept cannot be read again.
		back += Math.max(0, was - Math.max(position, now.starts[i] || 0)) || 0;
	}
	return { still, back, moved };
}
