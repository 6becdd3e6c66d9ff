// Which numbers does a kind of subscription have to draw, and what are its points?
import {
	type Point,
	pointsOf,
	type Shown,
	shownGauges,
} from "#components/charts/series.ts";
import type { HistoryRange } from "#lib/core/history.ts";
import type { SystemReply } from "#lib/wire/board.ts";

/** What a kind never holds needs no chart. */
export const chartsOf = (
	kind: SystemReply["kinds"][string] | undefined,
): readonly Shown[] =>
	shownGauges.filter((it) => it !== "holding" || kind?.holds !== false);

const known = new WeakMap<HistoryRange, readonly Point[]>();

/** Made once for each answer. */
export function pointsIn(range: HistoryRange): readonly Point[] {
	const before = known.get(range);
	if (before) return before;
	const points = pointsOf(range);
	known.set(range, points);
	return points;
}
