// How old is too old? One answer for a broker's chip, its rows, and the collector's own heartbeat.

export const freshnesses = ["fresh", "late", "silent"] as const;
export type Freshness = (typeof freshnesses)[number];

/**
 * Late after two intervals, silent after five; never heard counts as silent. A time ahead of the clock is no fresher
 * for it: the clock was set back, and nobody knows how long ago that was.
 */
export function freshnessOf(
	heardMs: number | null,
	everyMs: number,
	nowMs: number,
): Freshness {
	if (heardMs === null) return "silent";
	const age = Math.abs(nowMs - heardMs);
	if (age > 5 * everyMs) return "silent";
	return age > 2 * everyMs ? "late" : "fresh";
}
