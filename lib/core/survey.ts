// How old is what a group holds, and how often was it delivered? Counts by span, of every entry or weighed from a sample.
import { type Amount, atLeast, type Bound, exactly } from "./amount.ts";

/** Where each span ends and the next begins: 1 min, 5 min, 30 min, 2 h, 1 d. */
export const ageBoundsMs = [
	60_000, 300_000, 1_800_000, 7_200_000, 86_400_000,
] as const;
/** Once, twice, 3 to 5, 6 to 10, 11 to 100, more. */
export const deliveryBounds = [2, 3, 6, 11, 101] as const;

export type Spread = {
	/** By the time since the last delivery; one count a span, as in `written`. */
	readonly idle: readonly number[];
	/** By the time since the message was written, where its id tells. */
	readonly written: readonly number[];
	readonly writtenUnknown: number;
	readonly deliveries: readonly number[];
	readonly deliveriesMost: number | null;
	readonly idleMostMs: number | null;
};

export type Holder = { readonly member: string; readonly holding: number };

export type Survey = Omit<Spread, "deliveriesMost" | "idleMostMs"> & {
	/** How many are held. */
	readonly total: number;
	/** How many of them were looked at for these counts. */
	readonly seen: number;
	/** Exact when each was counted. */
	readonly bound: Extract<Bound, "exact" | "about">;
	/** How far the count of each has come; null when none is under way. */
	readonly counted: number | null;
	readonly deliveriesMax: Amount | null;
	readonly idleMaxMs: Amount | null;
	/** Who holds most, exactly. */
	readonly holders: readonly Holder[];
	readonly holdersTotal: number;
};

export type Surveyed = {
	readonly idleMs: number | null;
	readonly deliveries: number | null;
	readonly writtenMs: number | null;
	/** For how many entries it stands. */
	readonly weight: number;
};

export const placeOf = (n: number, bounds: readonly number[]): number =>
	bounds.filter((bound) => bound <= n).length;

const blank = (bounds: readonly number[]): number[] =>
	Array.from({ length: bounds.length + 1 }, () => 0);

export function spreadOf(entries: Iterable<Surveyed>, nowMs: number): Spread {
	const idle = blank(ageBoundsMs);
	const written = blank(ageBoundsMs);
	const deliveries = blank(deliveryBounds);
	let writtenUnknown = 0;
	let deliveriesMost: number | null = null;
	let idleMostMs: number | null = null;
	for (const entry of entries) {
		const { weight } = entry;
		add(idle, ageBoundsMs, entry.idleMs, weight);
		add(deliveries, deliveryBounds, entry.deliveries, weight);
		if (entry.writtenMs === null) writtenUnknown += weight;
		else add(written, ageBoundsMs, nowMs - entry.writtenMs, weight);
		deliveriesMost = larger(deliveriesMost, entry.deliveries);
		idleMostMs = larger(idleMostMs, entry.idleMs);
	}
	const most = { deliveriesMost, idleMostMs };
	return { idle, written, writtenUnknown, deliveries, ...most };
}

function add(
	counts: number[],
	bounds: readonly number[],
	n: number | null,
	weight: number,
): void {
	if (n === null) return;
	const place = placeOf(n, bounds);
	counts[place] = (counts[place] ?? 0) + weight;
}

export const larger = (a: number | null, b: number | null): number | null =>
	a === null || b === null ? (a ?? b) : Math.max(a, b);

export const nothing: Spread = spreadOf([], 0);

/** Both together: each entry in one of them. */
export const together = (a: Spread, b: Spread): Spread => ({
	idle: sums(a.idle, b.idle),
	written: sums(a.written, b.written),
	writtenUnknown: a.writtenUnknown + b.writtenUnknown,
	deliveries: sums(a.deliveries, b.deliveries),
	deliveriesMost: larger(a.deliveriesMost, b.deliveriesMost),
	idleMostMs: larger(a.idleMostMs, b.idleMostMs),
});

const sums = (a: readonly number[], b: readonly number[]): number[] =>
	a.map((n, i) => n + (b[i] ?? 0));

export type Extent = Pick<Survey, "total" | "seen" | "bound" | "counted">;

export function surveyOf(
	{ deliveriesMost, idleMostMs, ...spread }: Spread,
	extent: Extent,
	holders: readonly Holder[],
	holdersMax: number,
): Survey {
	const isWhole = extent.bound === "exact";
	const most = (n: number | null): Amount | null =>
		n === null ? null : isWhole ? exactly(n) : atLeast(n);
	const rounded = (counts: readonly number[]) => counts.map(Math.round);
	return {
		...extent,
		idle: rounded(spread.idle),
		written: rounded(spread.written),
		writtenUnknown: Math.round(spread.writtenUnknown),
		deliveries: rounded(spread.deliveries),
		deliveriesMax: most(deliveriesMost),
		idleMaxMs: most(idleMostMs),
		holders: holders
			.toSorted((a, b) => b.holding - a.holding)
			.slice(0, holdersMax),
		holdersTotal: holders.length,
	};
}
