// How is a chart said: the whole of it to whoever hears it, a point under the hand, a tick of its axis?

import {
	extremesOf,
	type Point,
	type Shown,
} from "#components/charts/series.ts";
import type { Stretch } from "#components/charts/stretch.ts";
import type { HistoryRange } from "#lib/core/history.ts";
import type { Words } from "#lib/say/words/words.ts";
import type { HighWater } from "./read.ts";

const dayMs = 24 * 3_600_000;
const minuteMs = 60_000;

export const amountSaid = (
	{ numbers }: Words,
	shown: Shown,
	n: number,
): string => (shown === "timeLag" ? numbers.precisely(n) : numbers.count(n));

export function chartSaid(
	words: Words,
	drawn: {
		readonly range: HistoryRange;
		readonly points: readonly Point[];
		readonly shown: Shown;
		readonly highWater: HighWater | null;
	},
): string {
	const { history, subscription, numbers } = words;
	const { range, points, shown, highWater } = drawn;
	const extremes = extremesOf(points, shown);
	if (extremes === null) return `${subscription[shown]}: ${numbers.notKnown}`;
	const amount = (n: number) => amountSaid(words, shown, n);
	const whole = history.summary({
		what: subscription[shown],
		lasting: numbers.duration((range.toMs - range.fromMs) / 1_000),
		...{ from: amount(extremes.first), to: amount(extremes.last) },
		highest: amount(extremes.highest),
		at: numbers.moment(extremes.highestMs, range.toMs),
	});
	return highWater === null
		? whole
		: `${whole}. ${history.summaryHighWater(amount(highWater.n))}`;
}

/** Each number with its name. */
export function pointSaid(
	words: Words,
	shown: Shown,
	point: Point,
): readonly (readonly [name: string, said: string])[] {
	const { history, subscription, numbers } = words;
	const time = [history.time, numbers.wholly(point.atMs)] as const;
	if (!point.asked) return [time, [subscription[shown], history.notRead]];
	const n = point[shown];
	const pace = (perSecond: number | null) =>
		perSecond === null ? numbers.notKnown : `${numbers.pace(perSecond)}/s`;
	return [
		time,
		[
			subscription[shown],
			n === null ? numbers.notKnown : amountSaid(words, shown, n),
		],
		[history.arrivals, pace(point.in)],
		[history.departures, pace(point.out)],
	];
}

export const stretchSaid = (
	{ history, numbers }: Words,
	{ fromMs, toMs }: Stretch,
): string =>
	history.chosen(
		numbers.wholly(fromMs),
		numbers.wholly(toMs),
		numbers.precisely((toMs - fromMs) / 1_000),
	);

/** A day where a day begins, else the time of day, with the seconds where these tell ticks apart. */
export function tickSaid(
	{ numbers }: Words,
	ms: number,
	stepMs: number,
): string {
	if (stepMs >= dayMs || (ms + numbers.zoneMs(ms)) % dayMs === 0)
		return numbers.date(ms);
	return stepMs < minuteMs ? numbers.clock(ms) : numbers.moment(ms, ms);
}

export function slopeSaid(
	{ history, numbers }: Words,
	perMinute: number,
): string {
	const sign = perMinute > 0 ? "+" : perMinute < 0 ? "−" : "±";
	return history.perMinute(sign + numbers.roughly(Math.abs(perMinute)));
}

/** Nothing where it is not known. */
export const flowSaid = (
	{ numbers }: Words,
	perSecond: number | null,
	say: (pace: string) => string,
): string => (perSecond === null ? "" : say(numbers.pace(perSecond)));
