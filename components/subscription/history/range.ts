// Which stretch of time is shown? One that follows the present, or one that stands still and says so.

export const ranges = ["1h", "6h", "24h", "7d", "30d"] as const;
export type Range = (typeof ranges)[number];

const hourMs = 3_600_000;
export const rangeMs: Readonly<Record<Range, number>> = {
	"1h": hourMs,
	"6h": 6 * hourMs,
	"24h": 24 * hourMs,
	"7d": 7 * 24 * hourMs,
	"30d": 30 * 24 * hourMs,
};

export type Span =
	| { readonly is: "live"; readonly range: Range }
	| { readonly is: "frozen"; readonly fromMs: number; readonly toMs: number };

/** As an address tells it; what makes no sense there is let go. */
export function spanOf(it: {
	readonly range: Range;
	readonly from: Date | null;
	readonly to: Date | null;
}): Span {
	const { range, from, to } = it;
	return from !== null && to !== null && isStretch(+from, +to)
		? { is: "frozen", fromMs: +from, toMs: +to }
		: { is: "live", range };
}

const longestMs = 3_660 * 24 * hourMs;

export const isStretch = (fromMs: number, toMs: number): boolean =>
	fromMs < toMs && toMs - fromMs <= longestMs;

export const pointsAsked = 480;

/** As often as a new point could be seen, and never more often than there is something new. */
export const againMs = (range: Range, leastMs: number): number =>
	Math.max(leastMs, Math.min(60_000, rangeMs[range] / pointsAsked));
