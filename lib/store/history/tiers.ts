// How coarse does history become, and in which portions? Each tier's portions hold whole portions of the finer one.
import type { Keep } from "#lib/core/history.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Tier 0 is every reading; its portions never cross the border of a portion of tier 1. */
export const tiers = [1, 2, 3] as const;
export type Tier = (typeof tiers)[number];

export const stepMs: Readonly<Record<Tier, number>> = {
	1: minuteMs,
	2: 10 * minuteMs,
	3: hourMs,
};

/** About a kilobyte each while a subscription is busy: so much fits beside its key in the file. */
export const spanMs: Readonly<Record<Tier, number>> = {
	1: 2 * hourMs,
	2: 12 * hourMs,
	3: 72 * hourMs,
};

export const keptMs = (keep: Keep): Readonly<Record<0 | Tier, number>> => ({
	0: keep.ticksMs,
	1: keep.minutesMs,
	2: keep.tenMinutesMs,
	3: keep.hoursMs,
});

export const floorTo = (ms: number, unitMs: number): number =>
	Math.floor(ms / unitMs) * unitMs;

export const cellsIn = (tier: Tier): number => spanMs[tier] / stepMs[tier];

export function startsIn(tier: Tier, fromMs: number): Float64Array {
	const starts = new Float64Array(cellsIn(tier));
	for (let i = 0; i < starts.length; i++) starts[i] = fromMs + i * stepMs[tier];
	return starts;
}

/** Readings that are kept together. */
const blockMax = 180;

/** Does a tick begin a new block, after one that began then and has so many? */
export const beginsBlock = (
	atMs: number,
	block: { readonly fromMs: number; readonly count: number } | null,
): boolean =>
	block === null ||
	block.count >= blockMax ||
	floorTo(atMs, spanMs[1]) !== floorTo(block.fromMs, spanMs[1]);
