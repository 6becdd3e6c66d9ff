// How right was a judge? Alarms beside what was truly wrong, run by run.
import type { Verdict } from "#lib/core/verdict.ts";
import { type Day, hour, minute } from "./day.ts";
import { causesIn, namedBy } from "./truth.ts";

/** What lasts for less is nobody's duty to tell, and no mistake to tell. */
const toldAfterMs = 15 * minute;
const recoversMs = 15 * minute;
const mergedMs = 10 * minute;

export type Episode = { readonly from: number; readonly until: number };
export type Score = {
	found: number;
	missed: number;
	/** Alarms while nothing was wrong; one that lasts counts once an hour. */
	wrong: number;
	/** Alarms in what was found: more than one is flapping. */
	alarms: number;
	rightlyNamed: number;
	readonly delaysMs: number[];
};

/** One kind of day, by each judge; the others with each of their settings. */
export type Judged = {
	readonly kind: string;
	readonly own: Score;
	readonly byThreshold: readonly Score[];
	readonly byKeeping: readonly Score[];
};

export const newScore = (): Score => ({
	...{ found: 0, missed: 0, wrong: 0, alarms: 0, rightlyNamed: 0 },
	delaysMs: [],
});

/** Steps in which something was wrong, those close to each other taken as one. */
export function episodesOf(bits: readonly number[], day: Day): Episode[] {
	const merged = mergedMs / day.everyMs;
	const episodes: { from: number; until: number }[] = [];
	for (let i = 0; i < bits.length; i++) {
		if (bits[i] === 0) continue;
		const last = episodes.at(-1);
		if (last && i - last.until <= merged) last.until = i;
		else episodes.push({ from: i, until: i });
	}
	return episodes;
}

/** `alarms` holds a 1 for each step in which this judge called somebody. */
export function count(
	score: Score,
	alarms: Uint8Array,
	episodes: readonly Episode[],
	day: Day,
): readonly (readonly [Episode, number])[] {
	const { everyMs } = day;
	const recovers = recoversMs / everyMs;
	const firsts: (readonly [Episode, number])[] = [];
	for (const episode of episodes) {
		const isLong = (episode.until - episode.from) * everyMs >= toldAfterMs;
		const first = alarms.indexOf(1, episode.from);
		const isFound = first >= 0 && first <= episode.until;
		if (isFound && isLong) {
			score.found++;
			score.delaysMs.push((first - episode.from) * everyMs);
			firsts.push([episode, first]);
		} else if (isLong) score.missed++;
	}
	let wrongSince = -1;
	for (let i = 0; i < alarms.length; i++) {
		const begins = alarms[i] === 1 && alarms[i - 1] !== 1;
		const its = episodes.find(
			({ from, until }) => from <= i && i <= until + recovers,
		);
		if (its && begins) score.alarms++;
		if (begins && !its) wrongSince = i;
		if (alarms[i] !== 1 || its) wrongSince = -1;
		if (wrongSince >= 0 && ((i - wrongSince) * everyMs) % hour === 0)
			score.wrong++;
	}
	return firsts;
}

export function isRightlyNamed(
	verdict: Verdict,
	bits: readonly number[],
	from: number,
	at: number,
): boolean {
	const all = bits.slice(from, at + 1).reduce((sum, it) => sum | it, 0);
	return causesIn(all).some((cause) => namedBy[cause].includes(verdict));
}

export function addTo(sum: Score, score: Score): void {
	sum.found += score.found;
	sum.missed += score.missed;
	sum.wrong += score.wrong;
	sum.alarms += score.alarms;
	sum.rightlyNamed += score.rightlyNamed;
	sum.delaysMs.push(...score.delaysMs);
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
export const precisionOf = ({ found, wrong }: Score): number =>
	share(found, found + wrong);
export const recallOf = ({ found, missed }: Score): number =>
	share(found, found + missed);
export const f1Of = ({ found, missed, wrong }: Score): number =>
	share(2 * found, 2 * found + missed + wrong);
