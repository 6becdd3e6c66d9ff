// What of a range of history is drawn? Points in the order of time; where nobody was asked there is nothing, never a slope.
import type { HistoryRange } from "#lib/core/history.ts";

export const shownGauges = ["lag", "timeLag", "holding"] as const;
export type Shown = (typeof shownGauges)[number];

export type Point = {
	/** The middle of the time it covers. */
	readonly atMs: number;
	/** False where nobody was asked, or answered: nothing of it is known. */
	readonly asked: boolean;
	/** Where it covers several readings, the worst of them. */
	readonly lag: number | null;
	readonly timeLag: number | null;
	readonly holding: number | null;
	readonly in: number | null;
	readonly out: number | null;
};

export const pointsMost = 500;

export function pointsOf(range: HistoryRange): readonly Point[] {
	const { gauges, counters } = range;
	const arrivals = paceOf(range, counters.arrived);
	const departures = paceOf(range, counters.departed);
	const points = range.atMs.map((_, i): Point => {
		const asked = range.asked[i] ?? false;
		return {
			atMs: middleOf(range, i),
			asked,
			lag: gauges.lag.peak[i] ?? null,
			timeLag: gauges.timeLagSeconds.peak[i] ?? null,
			holding: gauges.holding.peak[i] ?? null,
			in: arrivals[i] ?? null,
			out: departures[i] ?? null,
		};
	});
	return fewer(points, pointsMost);
}

/** A point may begin before the range, and the last one ends with it. */
function middleOf(range: HistoryRange, i: number): number {
	const { fromMs, toMs, stepMs } = range;
	const beginMs = range.atMs[i] ?? toMs;
	if (stepMs === null) return beginMs;
	return (Math.max(beginMs, fromMs) + Math.min(beginMs + stepMs, toMs)) / 2;
}

const minuteMs = 60_000;

/** Over a minute, as everywhere, and longer where so much time lies in the range that a minute would be no more than a hair. */
function paceOf(
	range: HistoryRange,
	told: readonly (number | null)[],
): readonly (number | null)[] {
	const { asked, counters } = range;
	const spanMs = Math.max(minuteMs, (range.toMs - range.fromMs) / 240);
	let oldest = 0;
	return told.map((n, i) => {
		const before = told[i - 1] ?? null;
		const isApart =
			!asked[i] ||
			n === null ||
			before === null ||
			n < before ||
			counters.counted[i] !== counters.counted[i - 1];
		if (isApart) {
			oldest = i;
			return null;
		}
		const endMs = endOf(range, i);
		while (oldest < i - 1 && endMs - endOf(range, oldest) > spanMs) oldest++;
		const change = n - (told[oldest] ?? Number.NaN);
		const seconds = (endMs - endOf(range, oldest)) / 1_000;
		const isWhole = seconds > 0 && !endsEarly(range, i);
		return isWhole ? change / seconds : null;
	});
}

/** A counter is told as it stood at the end of its point; where the last one of single readings ends, nobody said. */
function endOf({ atMs, stepMs, toMs }: HistoryRange, i: number): number {
	const nextMs = atMs[i + 1];
	if (stepMs === null) return nextMs ?? Number.NaN;
	return Math.min((atMs[i] ?? toMs) + stepMs, toMs);
}

/** Somewhere within this point nobody was asked any more: how long it counted is not told. */
const endsEarly = ({ stepMs, asked }: HistoryRange, i: number): boolean =>
	stepMs !== null && asked[i + 1] === false;

/** Neighbours become one, with the worst of them. */
function fewer(points: readonly Point[], most: number): readonly Point[] {
	const together = Math.ceil(points.length / most);
	if (together <= 1) return points;
	return Array.from({ length: Math.ceil(points.length / together) }, (_, i) =>
		points.slice(i * together, (i + 1) * together).reduce(worse),
	);
}

const most = (a: number | null, b: number | null): number | null =>
	a === null ? b : b === null ? a : Math.max(a, b);

const worse = (a: Point, b: Point): Point => ({
	atMs: a.atMs,
	asked: a.asked || b.asked,
	lag: most(a.lag, b.lag),
	timeLag: most(a.timeLag, b.timeLag),
	holding: most(a.holding, b.holding),
	in: most(a.in, b.in),
	out: most(a.out, b.out),
});

/** A value between two gaps, which a line alone would not show. */
export const isAlone = (
	points: readonly Point[],
	of: keyof Omit<Point, "atMs" | "asked">,
	i: number,
): boolean =>
	typeof points[i]?.[of] === "number" &&
	typeof points[i - 1]?.[of] !== "number" &&
	typeof points[i + 1]?.[of] !== "number";

export type Extremes = {
	readonly first: number;
	readonly last: number;
	readonly highest: number;
	readonly highestMs: number;
};

/** Null where nothing is known. */
export function extremesOf(
	points: readonly Point[],
	of: Shown,
): Extremes | null {
	let told: Extremes | null = null;
	for (const { atMs, [of]: n } of points) {
		if (n === null) continue;
		told ??= { first: n, last: n, highest: n, highestMs: atMs };
		told =
			n > told.highest
				? { ...told, last: n, highest: n, highestMs: atMs }
				: { ...told, last: n };
	}
	return told;
}
