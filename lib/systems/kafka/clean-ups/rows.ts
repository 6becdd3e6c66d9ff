// What does a group read again, and what does it never read, when its position in a partition becomes another?
import { type Amount, atLeast, atMost, exactly } from "#lib/core/amount.ts";
import type { PlannedMove } from "#lib/core/clean-up/plan.ts";
import { isNamed } from "../protocol/named-position.ts";
import { placeIn, type TopicNow } from "./group-now.ts";

/** Where one partition is to stand. */
export type Aim = {
	readonly topic: string;
	readonly partition: number;
	/** What is committed there; null where its position goes. */
	readonly to: number | null;
	/** What was asked for lies outside of what is kept. */
	readonly isBrought: boolean;
};

export type Row = PlannedMove & {
	/** What is committed there, and will be: not always the number of a message, as where it stands is. Null for none. */
	readonly from: number | null;
	readonly to: number | null;
	/** By the broker's own count, which only share groups have. */
	readonly lag: number | null;
	readonly isShared: boolean;
};

export function rowOf(
	{ partition, to, isBrought }: Aim,
	{ place, positions, starts, ends }: TopicNow,
	isShared: boolean,
): Row {
	const was = positions.get(partition);
	const after = to === null ? to : placeIn({ starts, ends }, partition, to);
	return {
		...{ channel: place.topic, partition, isBrought, isShared },
		...{ before: was?.position ?? null, after, lag: was?.lag ?? null },
		...{ from: was?.committed ?? null, to },
		first: starts.get(partition) ?? null,
		end: ends.get(partition) ?? null,
	};
}

/** Much behind where a share group begins may be done already: put there anew, it is done again. */
export function changes(row: Row): boolean {
	const { before, after, from, to, end, lag, isShared } = row;
	if (before !== after) return true;
	// By its number it stands where it stood by no number; given back, it is to be what it was.
	if ((to === null || isNamed(to)) && from !== to) return true;
	if (!isShared || after === null || end === null || lag === null) return false;
	return end - after !== lag;
}

const none = exactly(0);

/** Messages the group reads once more. */
export function againIn(row: Row): Amount {
	const { before, after, first, end, lag, isShared } = row;
	if (before === null || after === null || end === null) return none;
	const from = Math.max(after, first ?? 0);
	if (!isShared) return exactly(Math.max(0, Math.min(before, end) - from));
	if (after > before) return none;
	return lag === null
		? atLeast(before - from)
		: exactly(Math.max(0, end - from - lag));
}

/** Messages the group will not have read, ever. */
export function skippedIn(row: Row): Amount {
	const { before, after, first, end, lag, isShared } = row;
	if (after === null || end === null) return none;
	const until = Math.min(after, end);
	const kept = first ?? 0;
	// What its program would have done there is its own setting.
	if (before === null) return noMoreThan(until - kept);
	const all = Math.max(0, until - Math.max(before, kept));
	if (!isShared) return exactly(all);
	if (lag !== null && after > before && after >= end) return exactly(lag);
	return noMoreThan(Math.min(all, lag ?? all));
}

const noMoreThan = (n: number): Amount => (n > 0 ? atMost(n) : none);

/** What waits for the group in a partition; null where nobody knows. */
export function waitingIn(row: Omit<Row, "after">): number | null {
	const { before, from, first, end, lag, isShared } = row;
	if (from === null) return 0;
	if (isShared) return lag;
	if (before === null) return null;
	// A position beyond the end belongs to another log.
	if (end === null || before > end) return null;
	return end - Math.max(before, first ?? 0);
}

/** And once it is where it is put. */
export function waitingAfter(row: Row): number | null {
	const { after, first, end } = row;
	if (!changes(row)) return waitingIn(row);
	if (after === null) return 0;
	return end === null ? null : Math.max(0, end - Math.max(after, first ?? 0));
}
