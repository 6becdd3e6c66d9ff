// How does history become coarser? Portion by portion, each made whole from the finer tier, and then never touched again.
import { decodeCounts, encodeCounts } from "../../history/beat-code.ts";
import { encodeCells } from "../../history/cell-chunk.ts";
import { Tally } from "../../history/tally.ts";
import {
	cellsIn,
	floorTo,
	spanMs,
	startsIn,
	stepMs,
	type Tier,
} from "../../history/tiers.ts";
import { bytes, number, numberOrNull } from "../cells.ts";
import type { Connection } from "../connection.ts";
import { blocksIn } from "./blocks.ts";
import { type AnyTier, putChunk } from "./chunks.ts";
import { type Part, readingParts } from "./readings.ts";
import { thinnedOf } from "./thinned.ts";
import { type Rolled, untilColumn, untilsOf } from "./untils.ts";

export const finer = (tier: Tier): AnyTier =>
	tier === 1 ? 0 : tier === 2 ? 1 : 2;

/** Makes the broker's next portion of a tier, as far as the finer one reaches; false when there is none. */
export function rollBeats(
	connection: Connection,
	broker: string,
	tier: Tier,
	nowMs: number,
): boolean {
	const untils = untilsOf(connection, broker);
	const untilMs = untils[tier];
	const limitMs =
		tier === 1
			? settledUntil(connection, broker, nowMs)
			: untils[tier === 2 ? 1 : 2];
	const nextMs = nextBeats(connection, broker, finer(tier), untilMs);
	const fromMs = Math.max(untilMs, floorTo(nextMs ?? limitMs, spanMs[tier]));
	const toMs = fromMs + spanMs[tier];
	const reached = toMs <= limitMs ? toMs : fromMs;
	if (reached === untilMs) return false;
	if (reached === toMs) {
		const counts = countsIn(connection, broker, tier, fromMs, toMs);
		const code = encodeCounts(counts);
		if (code)
			connection.run(
				"INSERT OR REPLACE INTO past_beats (broker, tier, from_ms, code) VALUES (?, ?, ?, ?)",
				...[broker, tier, fromMs, code],
			);
	}
	connection.run(
		`UPDATE past_broker SET ${untilColumn[tier]} = ? WHERE name = ?`,
		...[reached, broker],
	);
	return true;
}

/** Ticks that are still being written bound what may be thinned. */
function settledUntil(connection: Connection, broker: string, nowMs: number) {
	const sql = "SELECT min(block_ms) AS ms FROM past_tick WHERE broker = ?";
	return numberOrNull(connection.one(sql, broker)?.ms) ?? nowMs;
}

function nextBeats(
	connection: Connection,
	broker: string,
	tier: AnyTier,
	fromMs: number,
): number | null {
	const sql =
		"SELECT min(from_ms) AS ms FROM past_beats WHERE broker = ? AND tier = ? AND from_ms >= ?";
	return numberOrNull(connection.one(sql, broker, tier, fromMs)?.ms);
}

function countsIn(
	connection: Connection,
	broker: string,
	tier: Tier,
	fromMs: number,
	toMs: number,
): Float64Array {
	const counts = new Float64Array(cellsIn(tier));
	const count = (ms: number, more: number) => {
		const at = Math.floor((ms - fromMs) / stepMs[tier]);
		if (at >= 0 && at < counts.length) counts[at] = (counts[at] ?? 0) + more;
	};
	if (tier === 1) {
		for (const { beats } of blocksIn(connection, broker, fromMs, toMs))
			for (const [i, ms] of beats.atMs.entries())
				count(ms, beats.heard[i] ?? 0);
		return counts;
	}
	const below = tier === 2 ? 1 : 2;
	const sql = `SELECT from_ms, code FROM past_beats
		WHERE broker = ? AND tier = ? AND from_ms >= ? AND from_ms < ?`;
	for (const cells of connection.all(sql, broker, below, fromMs, toMs)) {
		const begin = number(cells.from_ms);
		for (const [i, n] of decodeCounts(bytes(cells.code)).entries())
			count(begin + i * stepMs[below], n);
	}
	return counts;
}

/** Makes a series' next portion of a tier, as far as its broker's is made; false when there is none. */
export function rollSeries(
	connection: Connection,
	series: Rolled,
	tier: Tier,
	limitMs: number,
): boolean {
	const { n } = series;
	const untilMs = series[tier];
	const span = spanMs[tier];
	if (untilMs + span > limitMs) return false;
	const sql =
		"SELECT min(from_ms) AS ms FROM past_chunk WHERE series = ? AND tier = ? AND from_ms >= ? AND from_ms < ?";
	const nextMs = numberOrNull(
		connection.one(sql, n, finer(tier), untilMs, limitMs)?.ms,
	);
	let reached = floorTo(limitMs, span);
	if (nextMs !== null) {
		const fromMs = floorTo(nextMs, span);
		reached = fromMs;
		if (fromMs + span <= limitMs) {
			makePortion(connection, series, tier, fromMs);
			reached = fromMs + span;
		}
	}
	if (reached === untilMs) return false;
	connection.run(
		`UPDATE past_series SET ${untilColumn[tier]} = ? WHERE n = ?`,
		...[reached, n],
	);
	return true;
}

function makePortion(
	connection: Connection,
	series: Rolled,
	tier: Tier,
	fromMs: number,
): void {
	const toMs = fromMs + spanMs[tier];
	let before: Float64Array | null = null;
	let tally: Tally | null = null;
	for (const part of sourceOf(connection, series, tier, fromMs, toMs)) {
		before ??= part.before;
		tally ??= new Tally(startsIn(tier, fromMs), toMs, part.before);
		tally.add(part.cells);
	}
	const code = before && tally && encodeCells(before, tally.done());
	if (code) putChunk(connection, series.n, tier, fromMs, code);
}

function* sourceOf(
	connection: Connection,
	series: Rolled,
	tier: Tier,
	fromMs: number,
	toMs: number,
): Generator<Part> {
	if (tier > 1) {
		yield* thinnedOf(connection, series, tier === 2 ? 1 : 2, fromMs, toMs);
		return;
	}
	const blocks = blocksIn(connection, series.broker, fromMs, toMs);
	yield* readingParts(connection, series.n, blocks);
}
