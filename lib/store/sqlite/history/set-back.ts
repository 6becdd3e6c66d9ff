// What becomes of history when the clock was set back? What it wrote ahead of now goes: it was another time.
import { floorTo, spanMs } from "../../history/tiers.ts";
import type { Connection } from "../connection.ts";

/** Inside the tick's transaction. What lies before stays; what was thinned from both sides of now is made again. */
export function setBack(
	connection: Connection,
	broker: string,
	nowMs: number,
): void {
	const series = "SELECT n FROM past_series WHERE broker = ?1";
	const shards = "SELECT DISTINCT n / 64 FROM past_series WHERE broker = ?1";
	for (const sql of [
		"DELETE FROM past_tick WHERE broker = ?1 AND at_ms >= ?2",
		`DELETE FROM past_change WHERE shard IN (${shards}) AND at_ms >= ?2`,
		"DELETE FROM past_beats WHERE broker = ?1 AND from_ms >= ?2",
		`DELETE FROM past_chunk WHERE series IN (${series}) AND tier IN (0, 1, 2, 3) AND from_ms >= ?2`,
	])
		connection.run(sql, broker, nowMs);
	const until = ([1, 2, 3] as const).map((it) => floorTo(nowMs, spanMs[it]));
	const back = `minutes_until = min(minutes_until, ?2), tens_until = min(tens_until, ?3),
		hours_until = min(hours_until, ?4)`;
	connection.run(
		`UPDATE past_series SET ${back}, first_ms = min(first_ms, ?5) WHERE broker = ?1`,
		broker,
		...until,
		nowMs,
	);
	connection.run(
		`UPDATE past_broker SET ${back} WHERE name = ?1`,
		broker,
		...until,
	);
}

/** More than the last minutes, which are not settled yet. */
export function isMuchAhead(
	connection: Connection,
	broker: string,
	nowMs: number,
): boolean {
	const sql =
		"SELECT 1 FROM past_beats WHERE broker = ? AND tier = 0 AND from_ms >= ? LIMIT 1";
	return connection.one(sql, broker, nowMs) !== null;
}
