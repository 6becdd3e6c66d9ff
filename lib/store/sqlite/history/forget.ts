// What is old enough to go? Each resolution after its age, and all of a subscription that is gone after the longest.
import type { Keep } from "#lib/core/history.ts";
import { keptMs, spanMs } from "../../history/tiers.ts";
import type { Connection } from "../connection.ts";
import type { AnyTier } from "./chunks.ts";
import { type Rolled, type Untils, untilsOf } from "./untils.ts";

const everyTier: readonly AnyTier[] = [0, 1, 2, 3];
const atOnce = 200;

/** Up to when a coarser tier holds what would go. */
const thinnedUntil = (it: Untils, tier: AnyTier) =>
	tier === 3 ? Infinity : it[tier === 0 ? 1 : tier === 1 ? 2 : 3];

function goesBefore(
	untils: Untils,
	tier: AnyTier,
	keep: Keep,
	nowMs: number,
): number {
	const span = spanMs[tier === 0 ? 1 : tier];
	return Math.min(
		nowMs - keptMs(keep)[tier] - span,
		thinnedUntil(untils, tier),
	);
}

/** The newest chunk of a tier stays, however old: it says how things stand since. True when anything went. */
const oldSql = `DELETE FROM past_chunk WHERE (series, tier, from_ms) IN (
	SELECT series, tier, from_ms FROM past_chunk WHERE series = ?1 AND tier = ?2 AND from_ms < ?3
	AND from_ms < (SELECT max(from_ms) FROM past_chunk WHERE series = ?1 AND tier = ?2)
	ORDER BY from_ms LIMIT ?4)`;

export function forgetOld(
	connection: Connection,
	series: Rolled,
	keep: Keep,
	nowMs: number,
): boolean {
	let gone = 0;
	for (const tier of everyTier)
		gone += connection.run(
			oldSql,
			series.n,
			tier,
			goesBefore(series, tier, keep, nowMs),
			atOnce,
		);
	return gone > 0;
}

/** Portion by portion, and itself at last. */
export function forgetSeries(connection: Connection, n: number): boolean {
	const sql = `DELETE FROM past_chunk WHERE (series, tier, from_ms) IN (
		SELECT series, tier, from_ms FROM past_chunk WHERE series = ? LIMIT ?)`;
	if (connection.run(sql, n, atOnce) > 0) return true;
	return connection.run("DELETE FROM past_series WHERE n = ?", n) > 0;
}

export function forgetBeats(
	connection: Connection,
	broker: string,
	keep: Keep,
	nowMs: number,
): boolean {
	const untils = untilsOf(connection, broker);
	const sql = `DELETE FROM past_beats WHERE (broker, tier, from_ms) IN (
		SELECT broker, tier, from_ms FROM past_beats WHERE broker = ? AND tier = ? AND from_ms < ?
		ORDER BY from_ms LIMIT ?)`;
	let gone = 0;
	for (const tier of everyTier)
		gone += connection.run(
			sql,
			broker,
			tier,
			goesBefore(untils, tier, keep, nowMs),
			atOnce,
		);
	return gone > 0;
}
