// What do many rows of one family say as one line? Sums with honest bounds, the worst of what cannot be added.

import type { Amount } from "./amount.ts";
import { exactly, greatestOf, leastOf, sumOf } from "./amount.ts";
import type { Row } from "./board.ts";
import { familyName, type NamePart } from "./family-name.ts";
import type { Members } from "./reading.ts";
import { type Verdict, verdicts } from "./verdict.ts";

/** A fold is for the eye: it is never judged, alerted or acted on as one. */
export type Sums = {
	/** Rows that are folded here. */
	readonly rows: number;
	readonly counts: Readonly<Record<Verdict, number>>;
	/** What its channels are called, and in what they differ. */
	readonly name: readonly NamePart[];
	readonly lag: Amount | null;
	readonly timeLagSeconds: Amount | null;
	readonly holding: Amount | null;
	readonly oldestHeldSeconds: number | null;
	readonly deliveriesMax: number | null;
	readonly pace: { readonly in: Amount | null; readonly out: Amount | null };
	/** Registered with each row and added up: the same process may read several. */
	readonly members: Members | null;
	readonly marginSeconds: Amount | null;
	/** When the last of them will be caught up. */
	readonly drainedSeconds: number | null;
	readonly spark: readonly (number | null)[];
	/** The oldest of its values. */
	readonly atMs: number;
	readonly stale: boolean;
};

export type Fold = Sums & {
	readonly id: string;
	/** Rows of the whole family; more than `rows` when a filter hides some. */
	readonly of: number;
};

export type Summand = Pick<
	Row,
	| "channel"
	| "verdict"
	| "lag"
	| "timeLagSeconds"
	| "holding"
	| "oldestHeldSeconds"
	| "deliveriesMax"
	| "pace"
	| "members"
	| "marginSeconds"
	| "drainedSeconds"
	| "spark"
	| "atMs"
	| "stale"
>;

export function summed(rows: readonly Summand[]): Sums {
	return {
		rows: rows.length,
		counts: countsOf(rows),
		name: familyName(rows.map(({ channel }) => channel)),
		lag: sumOf(rows.map(({ lag }) => lag)),
		timeLagSeconds: greatestOf(rows.map(timeLagOf)),
		holding: sumOf(rows.map(({ holding }) => sure(holding))),
		oldestHeldSeconds: highest(rows.map((it) => it.oldestHeldSeconds)),
		deliveriesMax: highest(rows.map((it) => it.deliveriesMax)),
		pace: {
			in: sumOf(rows.map(({ pace }) => sure(pace.in))),
			out: sumOf(rows.map(({ pace }) => sure(pace.out))),
		},
		members: membersOf(rows.map(({ members }) => members)),
		marginSeconds: leastOf(rows.map((it) => it.marginSeconds)),
		drainedSeconds: drainedOf(rows),
		spark: sparkOf(rows.map(({ spark }) => spark)),
		atMs: rows.reduce((ms, it) => Math.min(ms, it.atMs), Infinity),
		stale: rows.every(({ stale }) => stale),
	};
}

const sure = (n: number | null): Amount | null =>
	n === null ? null : exactly(n);

function countsOf(rows: readonly Summand[]): Record<Verdict, number> {
	// The cast: every verdict is a key, because the list of all verdicts made them.
	const counts = Object.fromEntries(verdicts.map((it) => [it, 0])) as Record<
		Verdict,
		number
	>;
	for (const { verdict } of rows) counts[verdict]++;
	return counts;
}

const isCaughtUp = ({ lag }: Summand): boolean =>
	lag?.n === 0 && lag.bound === "exact";

/** Where nothing waits, nothing is old. */
const timeLagOf = (row: Summand): Amount | null =>
	row.timeLagSeconds ?? (isCaughtUp(row) ? exactly(0) : null);

function highest(values: readonly (number | null)[]): number | null {
	return greatestOf(values.map(sure))?.n ?? null;
}

function total(values: readonly (number | null)[]): number | null {
	const sum = sumOf(values.map(sure));
	return sum?.bound === "exact" ? sum.n : null;
}

/** A number without a bound is known of all of them, or not at all. */
function membersOf(all: readonly (Members | null)[]): Members | null {
	const known = all.filter((it) => it !== null);
	if (known.length < all.length) return null;
	return {
		registered: known.reduce((sum, it) => sum + it.registered, 0),
		live: sumOf(known.map(({ live }) => live)),
		dead: total(known.map(({ dead }) => dead)),
		stuck: total(known.map(({ stuck }) => stuck)),
		unknown: total(known.map(({ unknown }) => unknown)),
	};
}

function drainedOf(rows: readonly Summand[]): number | null {
	const behind = rows.filter((row) => !isCaughtUp(row));
	const all = behind.map((row) => row.drainedSeconds);
	return all.includes(null) ? null : highest(all);
}

/** Minute by minute, the last aligned. A gap of one is a gap of all, except before its first reading: it may be new. */
function sparkOf(
	sparks: readonly (readonly (number | null)[])[],
): readonly (number | null)[] {
	const length = sparks.reduce((most, it) => Math.max(most, it.length), 0);
	const sums: (number | null)[] = Array(length).fill(null);
	const gaps: boolean[] = Array(length).fill(false);
	for (const spark of sparks) {
		const shift = length - spark.length;
		const begin = spark.findIndex((n) => n !== null);
		if (begin === -1) continue;
		for (let i = begin; i < spark.length; i++) {
			const n = spark[i] ?? null;
			if (n === null) gaps[i + shift] = true;
			else sums[i + shift] = (sums[i + shift] ?? 0) + n;
		}
	}
	return sums.map((n, i) => (gaps[i] ? null : n));
}
