// Which clean-ups are so old that they go? What was before after a day, all the rest after a season; the record stays.
import { beforeKeptMs, cleanUpsKeptMs } from "../../clean-up-port.ts";
import { text } from "../cells.ts";
import type { Connection } from "../connection.ts";

/** What is just being taken back is kept until that is over. */
const old = `SELECT errand, clean_up_target.id FROM clean_up_target
	JOIN errand ON errand.id = errand JOIN clean_up USING (errand)
	WHERE kept > 0 AND ended_ms <= ?
	AND NOT EXISTS (SELECT 1 FROM errand AS undo WHERE undo.id = undone_by AND undo.state = 'running') LIMIT 1`;

/** One step, within a transaction; how many rows went. */
export function forgetCleanUps(
	connection: Connection,
	nowMs: number,
	limit: number,
): number {
	const found = connection.one(old, nowMs - beforeKeptMs);
	if (found === null)
		return connection.run(
			"DELETE FROM errand WHERE rowid IN (SELECT rowid FROM errand WHERE ended_ms < ? AND action IS NOT NULL ORDER BY ended_ms LIMIT ?)",
			...[nowMs - cleanUpsKeptMs, limit],
		);
	const [errand, target] = [text(found.errand), text(found.id)];
	const gone = connection.run(
		"DELETE FROM before_image WHERE errand = ?1 AND target = ?2 AND place IN (SELECT place FROM before_image WHERE errand = ?1 AND target = ?2 LIMIT ?3)",
		...[errand, target, limit],
	);
	if (gone === limit) return gone;
	const sql = "UPDATE clean_up_target SET kept = 0 WHERE errand = ? AND id = ?";
	return gone + connection.run(sql, errand, target);
}
