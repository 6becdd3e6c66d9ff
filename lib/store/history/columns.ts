// Which numbers are kept of a reading, and in what form? One that stands still while nothing happens.
import type { Sample, Silence } from "#lib/core/history.ts";
import { markOf } from "./marks.ts";

/** The order is the order in the file: a new column goes to the end of its part. */
export const column = {
	lag: 0,
	arrived: 1,
	departed: 2,
	counted: 3,
	holding: 4,
	oldestHeld: 5,
	deliveries: 6,
	registered: 7,
	live: 8,
	timeLag: 9,
	margin: 10,
	mark: 11,
	asked: 12,
	/** These two only for windows: thinned history does without. */
	still: 13,
	empty: 14,
} as const;
export const columnCount = 15;
export const thinnedCount = 13;

/** Those with a peak and a mean, in the order of `gauges`. */
export const gaugeColumns = [
	column.lag,
	column.holding,
	column.oldestHeld,
	column.deliveries,
	column.registered,
	column.live,
	column.timeLag,
	column.margin,
] as const;
export const counterColumns = [
	column.arrived,
	column.departed,
	column.counted,
] as const;

export type AgeSign = 1 | -1 | 0;
/** 1 for what grows with time by itself, -1 for what shrinks. */
export const ageSignOf = (it: number): AgeSign =>
	it === column.oldestHeld || it === column.timeLag
		? 1
		: it === column.margin
			? -1
			: 0;

/** Differences of sums, told in quarters, are exact up to this; what is above is not known. */
export const highest = 2 ** 50 - 1;
const shortAge = 10;
/** No moment since 1970 that matters is below, and no age written as itself is above. */
const moments = 1_000_000;
/** What a broker tells of an age wavers by a second or two while it is about the same message. */
const wavers = 2;
const stillMs = 60_000;

/** An age of seconds as the moment it began, or as itself while it is short. */
export const ageCode = (age: number, atSeconds: number, sign: AgeSign) =>
	age < shortAge ? Math.max(0, age) : Math.max(moments, atSeconds - sign * age);

export const ageOf = (code: number, atSeconds: number, sign: AgeSign) =>
	code < moments ? code : Math.max(0, sign * (atSeconds - code));

const known = (n: number | null): number =>
	n !== null && n >= 0 && n <= highest ? Math.round(n) : Number.NaN;

function age(ms: number | null, atMs: number, sign: AgeSign): number {
	const seconds = known(ms === null ? null : ms / 1000);
	return Number.isNaN(seconds)
		? seconds
		: ageCode(seconds, Math.round(atMs / 1000), sign);
}

/** Fills `into`, and keeps what is there where it differs by less than a broker's wavering. */
export function fillSample(
	into: Float64Array,
	it: Sample,
	atMs: number,
	before: Float64Array,
): void {
	into[column.lag] = known(it.lag);
	into[column.arrived] = known(it.arrived);
	into[column.departed] = known(it.departed);
	into[column.counted] = known(it.counted);
	into[column.holding] = known(it.holding);
	into[column.deliveries] = known(it.deliveriesMax);
	into[column.registered] = known(it.registered);
	into[column.live] = known(it.live);
	into[column.mark] = markOf(it.verdict, it.reason);
	into[column.asked] = 1;
	into[column.still] = known(atMs - it.movedMs >= stillMs ? it.movedMs : null);
	into[column.empty] = known(it.emptySinceMs);
	const ages = [
		[column.oldestHeld, it.oldestHeldMs],
		[column.timeLag, it.timeLagMs],
		[column.margin, it.marginMs],
	] as const;
	for (const [at, ms] of ages) {
		const code = age(ms, atMs, ageSignOf(at));
		const last = before[at] ?? Number.NaN;
		const isSame =
			code >= moments && last >= moments && Math.abs(code - last) <= wavers;
		into[at] = isSame ? last : code;
	}
}

/** Nobody told anything: the values stay as they were, and nobody vouches for them. */
export function fillSilence(
	into: Float64Array,
	it: Pick<Silence, "verdict" | "reason"> | null,
	before: Float64Array,
): void {
	into.set(before);
	into[column.asked] = 0;
	if (it) into[column.mark] = markOf(it.verdict, it.reason);
}

/** Nothing is known of a subscription before it was first heard. */
export function blankState(): Float64Array {
	const state = new Float64Array(columnCount).fill(Number.NaN);
	state[column.asked] = 0;
	return state;
}
