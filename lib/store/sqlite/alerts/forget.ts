// Which alerts are so old that they go? What was told again after a day, the rest after a season, or when there are too many.
import { alertsKeptMost, alertsKeptMs } from "../../alert-port.ts";
import { number } from "../cells.ts";
import type { Connection } from "../connection.ts";
import { growAlertsRev } from "./rev.ts";

const dayMs = 24 * 3_600_000;

/** Oldest first; each finds its rows by an index and takes a few. */
const oldOnes: readonly { readonly sql: string; readonly keptMs: number }[] = [
	{
		sql: `DELETE FROM notice WHERE n IN (SELECT n FROM notice
			WHERE state <> 'owed' AND says = 'still fires' AND answered_ms < ? ORDER BY answered_ms LIMIT ?)`,
		keptMs: dayMs,
	},
	{
		sql: `DELETE FROM alert WHERE rowid IN (SELECT rowid FROM alert
			WHERE state = 'resolved' AND resolved_ms < ? ORDER BY resolved_ms LIMIT ?)`,
		keptMs: alertsKeptMs,
	},
	{
		sql: `DELETE FROM notice WHERE n IN (SELECT notice.n FROM wave CROSS JOIN notice ON notice.wave = wave.id
			WHERE over_ms < ? AND state <> 'owed' ORDER BY over_ms LIMIT ?)`,
		keptMs: alertsKeptMs,
	},
	{
		sql: `DELETE FROM wave_alert WHERE (alert, wave) IN (SELECT alert, wave FROM wave CROSS JOIN wave_alert ON wave = id
			WHERE over_ms < ? ORDER BY over_ms LIMIT ?)`,
		keptMs: alertsKeptMs,
	},
	{
		sql: "DELETE FROM wave WHERE rowid IN (SELECT rowid FROM wave WHERE over_ms < ? ORDER BY over_ms LIMIT ?)",
		keptMs: alertsKeptMs,
	},
	{
		sql: "DELETE FROM mute WHERE rowid IN (SELECT rowid FROM mute WHERE ended_ms < ? ORDER BY ended_ms LIMIT ?)",
		keptMs: alertsKeptMs,
	},
];

/** One step, within a transaction; how many rows went. */
export function forgetAlerts(
	connection: Connection,
	nowMs: number,
	limit: number,
	most: number = alertsKeptMost,
): number {
	for (const { sql, keptMs } of oldOnes) {
		const gone = connection.run(sql, nowMs - keptMs, limit);
		if (gone > 0) return grown(gone);
	}
	return grown(forgetBeyond(most, limit));

	function grown(gone: number): number {
		if (gone > 0) growAlertsRev(connection);
		return gone;
	}

	function forgetBeyond(kept: number, limit: number): number {
		const sql = "SELECT count(*) AS n FROM alert WHERE state = 'resolved'";
		const beyond = number(connection.one(sql)?.n) - kept;
		if (beyond <= 0) return 0;
		return connection.run(
			`DELETE FROM alert WHERE rowid IN (SELECT rowid FROM alert
			WHERE state = 'resolved' ORDER BY resolved_ms LIMIT ?)`,
			Math.min(beyond, limit),
		);
	}
}
