// Where do the lines of a chart's grid stand? At round numbers, round durations and round times, three to six of each.

export type Ticks = { readonly top: number; readonly lines: readonly number[] };

/** Three to five steps, of which the highest lies above all there is. */
const stepsMost = 4.5;

export const countTicks = (highest: number): Ticks =>
	upTo(highest, roundOf(highest / stepsMost));

const durations: readonly number[] = [
	...[1, 2, 5, 10, 15, 30],
	...[1, 2, 5, 10, 15, 30].map((n) => n * 60),
	...[1, 2, 3, 6, 12].map((n) => n * 3_600),
	...[1, 2, 5, 10, 30, 100, 365].map((n) => n * 86_400),
];

/** Of seconds, which people count in minutes, hours and days. */
export function durationTicks(highest: number): Ticks {
	const step = durations.find((n) => n >= highest / stepsMost);
	return upTo(highest, step ?? roundOf(highest / stepsMost / 86_400) * 86_400);
}

/** Of a pace: below one, too. */
export function paceTicks(highest: number): Ticks {
	const raw = Math.max(highest, 0.1) / 2;
	const power = 10 ** Math.floor(Math.log10(raw));
	return upTo(highest, (stepsOf(raw / power) ?? 10) * power);
}

function upTo(highest: number, step: number): Ticks {
	const count = Math.max(1, Math.ceil((highest * 1.05) / step));
	const lines = Array.from({ length: count + 1 }, (_, i) => i * step);
	return { top: count * step, lines };
}

const stepsOf = (n: number) => [1, 2, 5, 10].find((step) => step >= n);

/** One, two or five of a power of ten; of whole things there is no half. */
function roundOf(least: number): number {
	const raw = Math.max(1, least);
	const power = 10 ** Math.floor(Math.log10(raw));
	return (stepsOf(raw / power) ?? 10) * power;
}

const secondMs = 1_000;
export const dayMs = 86_400_000;
const steps: readonly number[] = [
	...durations.filter((n) => n <= 86_400).map((n) => n * secondMs),
	...[2, 7, 14, 30].map((n) => n * dayMs),
];

export type TimeTicks = {
	readonly stepMs: number;
	readonly atMs: readonly number[];
};

/** Round in the reader's zone, which lies so far ahead of UTC. */
export function timeTicks(
	fromMs: number,
	toMs: number,
	most: number,
	zoneMs: number,
): TimeTicks {
	const stepMs =
		steps.find((step) => (toMs - fromMs) / step <= most) ?? toMs - fromMs;
	const first = Math.ceil((fromMs + zoneMs) / stepMs) * stepMs - zoneMs;
	const atMs: number[] = [];
	for (let ms = first; ms <= toMs; ms += stepMs) atMs.push(ms);
	return { stepMs, atMs };
}
