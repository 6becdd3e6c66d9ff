// What happened to a subscription within a range? The coarsest history that still shows the points asked, and finer where that is not made yet.
import type { HistoryRange, Remembered } from "#lib/core/history.ts";
import { holdsAt } from "#lib/core/people/scope.ts";
import type { Cells } from "../../history/cells.ts";
import { blankState } from "../../history/columns.ts";
import { pointStarts, readingStarts } from "../../history/points.ts";
import { Tally } from "../../history/tally.ts";
import {
	floorTo,
	spanMs,
	stepMs,
	type Tier,
	tiers,
} from "../../history/tiers.ts";
import { toldAs } from "../../history/told.ts";
import { type Wanted, wantedFor } from "../../history/wanted.ts";
import type { RangeAsked } from "../../history-port.ts";
import { number, numberOrNull } from "../cells.ts";
import type { Connection } from "../connection.ts";
import { blocksIn, intervalOf } from "./blocks.ts";
import type { AnyTier } from "./chunks.ts";
import { type Part, readingParts } from "./readings.ts";
import { finer } from "./roll.ts";
import { remembered } from "./series.ts";
import { thinnedOf } from "./thinned.ts";
import { type Rolled, untilsIn } from "./untils.ts";

export function rangeOf(
	connection: Connection,
	id: string,
	asked: RangeAsked,
): { readonly subscription: Remembered; readonly range: HistoryRange } | null {
	const row = connection.one("SELECT * FROM past_series WHERE id = ?", id);
	if (row === null) return null;
	const subscription = remembered(row);
	if (!holdsAt(asked.scope ?? null, subscription)) return null;
	const { broker, firstMs } = subscription;
	const series: Rolled = { n: number(row.n), broker, ...untilsIn(row) };
	const widthMs = (asked.toMs - asked.fromMs) / asked.points;
	const tier = tierFor(connection, broker, widthMs, asked.fromMs);
	const range =
		tier === 0
			? byReading(connection, series, asked)
			: byTier(connection, series, tier, asked, firstMs);
	return { subscription, range };
}

/** The coarsest that is fine enough; coarser still where that one no longer reaches back so far. */
function tierFor(
	connection: Connection,
	broker: string,
	widthMs: number,
	fromMs: number,
): AnyTier {
	const finest: AnyTier = 0;
	let best = tiers.findLast((tier) => stepMs[tier] <= widthMs) ?? finest;
	let beginMs = beginOf(connection, broker, best);
	for (const tier of tiers) {
		if (tier <= best || beginMs <= fromMs) continue;
		const earlierMs = beginOf(connection, broker, tier);
		// Its first portion may begin before anything was read.
		if (earlierMs >= floorTo(beginMs, spanMs[tier])) continue;
		best = tier;
		beginMs = earlierMs;
	}
	return best;
}

function beginOf(connection: Connection, broker: string, tier: AnyTier) {
	const sql =
		tier === 0
			? `SELECT min(ms) AS ms FROM (SELECT min(at_ms) AS ms FROM past_tick WHERE broker = ?1
				UNION ALL SELECT min(from_ms) FROM past_beats WHERE broker = ?1 AND tier = ?2)`
			: "SELECT min(from_ms) AS ms FROM past_beats WHERE broker = ?1 AND tier = ?2";
	return numberOrNull(connection.one(sql, broker, tier)?.ms) ?? Infinity;
}

function byReading(
	connection: Connection,
	series: Rolled,
	{ fromMs, toMs, points, only }: RangeAsked,
): HistoryRange {
	const blocks = blocksIn(connection, series.broker, fromMs, toMs);
	const starts = readingStarts(
		blocks.map(({ beats }) => beats),
		...[fromMs, toMs, points],
	);
	const parts = readingParts(connection, series.n, blocks);
	const wanted = wantedFor(only);
	const cells = tallied(parts, starts, toMs, { isExact: true, wanted });
	return toldAs(cells, { fromMs, toMs, stepMs: null }, only);
}

function byTier(
	connection: Connection,
	series: Rolled,
	tier: Tier,
	{ fromMs, toMs, points, only }: RangeAsked,
	firstMs: number,
): HistoryRange {
	const unit = stepMs[tier];
	// Narrower points would show gaps where nobody meant to ask.
	const leastMs = 2 * intervalOf(connection, series.broker);
	const widthMs = Math.max((toMs - fromMs) / points, leastMs);
	const step = Math.ceil(widthMs / unit) * unit;
	const starts = pointStarts(fromMs, toMs, step);
	// Nothing lies before the portion in which it was first heard, however far back is asked.
	const beginMs = Math.max(starts[0] ?? fromMs, floorTo(firstMs, spanMs[3]));
	const wanted = wantedFor(only);
	const span = { fromMs: beginMs, toMs };
	const parts = thinnedParts(connection, series, tier, span, wanted);
	const endMs = (starts.at(-1) ?? toMs) + step;
	const cells = tallied(parts, starts, endMs, { isExact: false, wanted });
	return toldAs(cells, { fromMs, toMs, stepMs: step }, only);
}

/** Down to single readings, each tier as far as it is made. */
function* thinnedParts(
	connection: Connection,
	series: Rolled,
	tier: AnyTier,
	{ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
	wanted: Wanted,
): Generator<Part> {
	if (tier === 0) {
		const blocks = blocksIn(connection, series.broker, fromMs, toMs);
		yield* readingParts(connection, series.n, blocks);
		return;
	}
	const madeMs = Math.min(series[tier], toMs);
	if (fromMs < madeMs)
		yield* thinnedOf(connection, series, tier, fromMs, madeMs, wanted);
	const restMs = Math.max(fromMs, madeMs);
	if (restMs < toMs)
		yield* thinnedParts(
			...[connection, series, finer(tier)],
			...[{ fromMs: restMs, toMs }, wanted],
		);
}

function tallied(
	parts: Iterable<Part>,
	starts: Float64Array,
	endMs: number,
	how: { readonly isExact: boolean; readonly wanted: Wanted },
): Cells {
	let tally: Tally | null = null;
	for (const { before, cells } of parts) {
		tally ??= new Tally(starts, endMs, before, how);
		tally.add(cells);
	}
	tally ??= new Tally(starts, endMs, blankState(), how);
	return tally.done();
}
