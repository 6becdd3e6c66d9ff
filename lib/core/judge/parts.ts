// Which parts of a channel wait, and since when was none of their messages read? One partition may be frozen while the others flow.
import type { Columns } from "../lag.ts";
import { patienceMs, unknownMs } from "./habit.ts";
import { told, unread, type Which } from "./which.ts";

/** Beside the partitions of the last reading; NaN for what waits nowhere, or was not learned yet. */
export type Parts = {
	columns: Columns;
	/** The first reading of them: what rests since before stood still already for another watch. */
	beganMs: number;
	/** What waits since before a gap may have been read in it. */
	resumedMs: number;
	/** Until then more may stand still than were told of before. */
	leastUntilMs: number;
	readonly restsSinceMs: Float64Array;
	readonly meanMs: Float32Array;
	readonly strayMs: Float32Array;
	readonly times: Uint8Array;
};

export type Resting = {
	readonly parts: number;
	readonly of: number;
	readonly messages: number;
	readonly sinceMs: number;
	/** Only those are known that were told of, and there were more. */
	readonly isLeast: boolean;
	readonly which: Which;
};

const blank = (length: number) => new Float32Array(length).fill(Number.NaN);

export function newParts(columns: Columns, atMs: number): Parts {
	const count = columns.partitions.length;
	return {
		columns,
		...{ beganMs: atMs, resumedMs: atMs },
		leastUntilMs: Number.NEGATIVE_INFINITY,
		restsSinceMs: new Float64Array(count).fill(Number.NaN),
		meanMs: blank(count),
		strayMs: blank(count),
		times: new Uint8Array(count),
	};
}

type Stood = Which & { readonly sinceMs: number; readonly isLeast: boolean };

/** What was odd already and was not read since has rested all the time. */
export function restedSince(parts: Parts, stood: Stood): void {
	const { places, isLeast } = unread(stood, parts.columns);
	for (const i of places)
		if (!Number.isNaN(parts.restsSinceMs[i]))
			parts.restsSinceMs[i] = stood.sinceMs;
	if (isLeast || stood.isLeast) parts.leastUntilMs = parts.beganMs + unknownMs;
}

export function isSameCover(a: Int32Array, b: Int32Array): boolean {
	if (a === b) return true;
	if (a.length !== b.length) return false;
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
	return true;
}

/**
 * Returns how many messages positions went back by; a log that itself became shorter says nothing. What was read at
 * once waited from one reading to the next at most.
 */
export function follow(
	parts: Parts,
	columns: Columns,
	atMs: number,
	lastMs: number,
): number {
	const { restsSinceMs } = parts;
	const before = parts.columns;
	const knownMs = Math.max(parts.beganMs, parts.resumedMs);
	let back = 0;
	for (let i = 0; i < restsSinceMs.length; i++) {
		const position = columns.positions[i] ?? Number.NaN;
		const was = before.positions[i] ?? Number.NaN;
		const end = columns.ends[i] ?? Number.NaN;
		const from = Math.max(position, columns.starts[i] || 0);
		const since = restsSinceMs[i] ?? Number.NaN;
		if (position > was && !(since < knownMs))
			learnPart(parts, i, atMs - (since || lastMs));
		// What is no longer kept cannot be read again.
		if (from < was && !(end < (before.ends[i] ?? end))) back += was - from;
		if (!(from < end)) restsSinceMs[i] = Number.NaN;
		else if (position !== was || Number.isNaN(since)) restsSinceMs[i] = atMs;
	}
	parts.columns = columns;
	return back;
}

/** As a habit is learned, without an object for each. */
function learnPart(parts: Parts, i: number, lastedMs: number): void {
	const { meanMs, strayMs, times } = parts;
	const mean = meanMs[i] ?? Number.NaN;
	times[i] = Math.min(255, (times[i] ?? 0) + 1);
	if (Number.isNaN(mean)) {
		meanMs[i] = lastedMs;
		strayMs[i] = lastedMs / 4;
		return;
	}
	const stray = strayMs[i] ?? 0;
	strayMs[i] = stray + (Math.abs(lastedMs - mean) - stray) / 4;
	meanMs[i] = mean + (lastedMs - mean) / 4;
}

const leastMs = 5 * 60_000;
const leftMs = 30 * 60_000;
const habitOf = ({ meanMs, strayMs, times }: Parts, i: number) => ({
	meanMs: meanMs[i] ?? Number.NaN,
	strayMs: strayMs[i] ?? Number.NaN,
	times: times[i] ?? 0,
});

/**
 * Those that have rested for longer than is usual for them; null where none has. A reader with more to do than it can
 * may leave a partition for long while it reads the others: only where these wait for much less is one left out.
 */
export function restingParts(parts: Parts, nowMs: number): Resting | null {
	const { restsSinceMs, columns } = parts;
	let [messages, sinceMs] = [0, nowMs];
	let [others, othersWait] = [0, 0];
	const places: number[] = [];
	for (let i = 0; i < restsSinceMs.length; i++) {
		const since = restsSinceMs[i] ?? Number.NaN;
		const waits =
			(columns.ends[i] ?? 0) -
			Math.max(columns.positions[i] ?? 0, columns.starts[i] || 0);
		// What is not a number is older than nothing.
		const isLong = nowMs - since >= leastMs;
		const stood = since < parts.beganMs;
		if (!isLong || (!stood && nowMs - since < patienceMs(habitOf(parts, i)))) {
			if (waits > 0) othersWait += waits;
			others++;
			continue;
		}
		places.push(i);
		sinceMs = Math.min(sinceMs, since);
		messages += waits;
	}
	const count = places.length;
	if (count === 0) return null;
	const isLeftOut = messages / count >= 2 * (othersWait / Math.max(1, others));
	if (!isLeftOut && nowMs - sinceMs < leftMs) return null;
	return {
		...{ parts: count, of: restsSinceMs.length, messages, sinceMs },
		isLeast: nowMs < parts.leastUntilMs,
		which: told(places, columns),
	};
}

/** The most that waits in a single partition. */
export function mostWaiting({ positions, starts, ends }: Columns): number {
	let most = 0;
	for (let i = 0; i < positions.length; i++) {
		const from = Math.max(positions[i] ?? Number.NaN, starts[i] || 0);
		const waits = (ends[i] ?? Number.NaN) - from;
		if (waits > most) most = waits;
	}
	return most;
}
