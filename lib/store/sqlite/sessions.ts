// Who is signed in, and which entry keys are still unspent? Only hashes are kept.
import type { SessionStore } from "../store.ts";
import { number, text } from "./cells.ts";
import type { Connection } from "./connection.ts";

export function sessionStore(connection: Connection): SessionStore {
	return {
		async offer(hash, expiresMs) {
			connection.run("INSERT INTO entry_key VALUES (?, ?)", hash, expiresMs);
		},
		// One statement, so that of two callers only one finds the key.
		async spend(hash, nowMs) {
			const sql = "DELETE FROM entry_key WHERE hash = ? AND expires_ms > ?";
			return connection.run(sql, hash, nowMs) === 1;
		},
		async start({ hash, person, role, startedMs, usedMs }) {
			connection.run(
				"INSERT INTO session (hash, person, role, started_ms, used_ms) VALUES (?, ?, ?, ?, ?)",
				hash,
				person,
				role,
				startedMs,
				usedMs,
			);
		},
		async find(hash) {
			const cells = connection.one(
				"SELECT * FROM session WHERE hash = ?",
				hash,
			);
			return (
				cells && {
					hash: text(cells.hash),
					person: text(cells.person),
					role: text(cells.role),
					startedMs: number(cells.started_ms),
					usedMs: number(cells.used_ms),
				}
			);
		},
		async touch(hash, usedMs) {
			connection.run(
				"UPDATE session SET used_ms = max(used_ms, ?) WHERE hash = ?",
				usedMs,
				hash,
			);
		},
		async end(hash) {
			connection.run("DELETE FROM session WHERE hash = ?", hash);
		},
		async forget(nowMs, unusedSinceMs) {
			connection.writing(() => {
				connection.run("DELETE FROM entry_key WHERE expires_ms <= ?", nowMs);
				connection.run("DELETE FROM session WHERE used_ms < ?", unusedSinceMs);
			});
		},
	};
}
