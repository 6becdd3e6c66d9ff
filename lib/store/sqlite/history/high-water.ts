// How high did a lag stand in the days before? From hours where these are made, and from ever finer history up to the last moment.
import { daysBefore } from "#lib/core/high-water.ts";
import type { Cells } from "../../history/cells.ts";
import { column, gaugeColumns } from "../../history/columns.ts";
import { floorTo, stepMs, tiers } from "../../history/tiers.ts";
import { number } from "../cells.ts";
import type { Connection } from "../connection.ts";
import { blocksIn } from "./blocks.ts";
import { readingParts } from "./readings.ts";
import { remembered } from "./series.ts";
import { thinnedOf } from "./thinned.ts";
import { type Rolled, untilsIn } from "./untils.ts";

/** Nothing but the lag is looked at, and no points are made: many rows are asked about one after the other. */
export function highWaterOf(
	connection: Connection,
	id: string,
	beforeMs: number,
): number | null {
	const row = connection.one("SELECT * FROM past_series WHERE id = ?", id);
	if (row === null) return null;
	const { broker, firstMs } = remembered(row);
	if (firstMs > beforeMs - daysBefore.leastMs) return null;
	const series: Rolled = { n: number(row.n), broker, ...untilsIn(row) };
	const fromMs = Math.max(firstMs, beforeMs - daysBefore.lastsMs);
	let highest = 0;
	for (const stretch of stretches(connection, series, fromMs, beforeMs))
		highest = Math.max(highest, peakIn(stretch));
	return highest === 0 ? null : highest;
}

type Stretch = {
	readonly cells: Cells;
	readonly fromMs: number;
	readonly toMs: number;
};

/** A cell that reaches beyond the end tells of what came later, so the end is read finer. */
function* stretches(
	connection: Connection,
	series: Rolled,
	fromMs: number,
	beforeMs: number,
): Generator<Stretch> {
	let restMs = fromMs;
	for (const tier of tiers.toReversed()) {
		const unit = stepMs[tier];
		const toMs = Math.min(series[tier], floorTo(beforeMs, unit));
		if (toMs <= restMs) continue;
		const part = { fromMs: floorTo(restMs, unit), toMs };
		for (const { cells } of thinnedOf(connection, series, tier, restMs, toMs))
			yield { cells, ...part };
		restMs = toMs;
	}
	const blocks = blocksIn(connection, series.broker, restMs, beforeMs);
	for (const { cells } of readingParts(connection, series.n, blocks))
		yield { cells, fromMs: restMs, toMs: beforeMs };
}

const lagGauge = gaugeColumns.indexOf(column.lag);

/** Only of what was heard: a value that merely stands is nobody's word. */
function peakIn({ cells, fromMs, toMs }: Stretch): number {
	let highest = 0;
	for (let i = 0; i < cells.length; i++) {
		const ms = cells.atMs[i] ?? Number.NaN;
		const isTold = cells.asked[i] === 1 && (cells.readings[i] ?? 0) > 0;
		const peak = cells.peak[lagGauge]?.[i] ?? 0;
		if (isTold && ms >= fromMs && ms < toMs && peak > highest) highest = peak;
	}
	return highest;
}
