// Who is signed in, and which keys are still unspent? Only hashes are kept.
import { ways } from "#lib/core/people/access.ts";
import type { Offer, Session, SessionStore } from "../../access-port.ts";
import { fromJson, json, number, oneOf, text, textOrNull } from "../cells.ts";
import type { Cells, Connection } from "../connection.ts";

export function sessionStore(connection: Connection): SessionStore {
	return {
		async offer(it) {
			putOffer(connection, it);
		},
		async offered(hash, nowMs) {
			const sql = "SELECT * FROM entry_key WHERE hash = ? AND expires_ms > ?";
			const cells = connection.one(sql, hash, nowMs);
			return cells && offerOf(cells);
		},
		// One statement, so that of two callers only one finds the key.
		async spend(hash, nowMs) {
			const sql =
				"DELETE FROM entry_key WHERE hash = ? AND expires_ms > ? RETURNING *";
			const cells = connection.one(sql, hash, nowMs);
			return cells && offerOf(cells);
		},
		async start(it) {
			connection.run(starting, ...cellsOf(it));
		},
		async find(hash) {
			const sql = "SELECT * FROM session WHERE hash = ?";
			const cells = connection.one(sql, hash);
			return cells && sessionOf(cells);
		},
		async all(person, nowMs) {
			const rows = connection.all(
				`SELECT * FROM session WHERE ends_ms > ? AND used_ms + idle_ms > ?
				AND (? IS NULL OR person = ?) ORDER BY used_ms DESC, id`,
				...[nowMs, nowMs, person, person],
			);
			return rows.map(sessionOf);
		},
		async touch(hash, usedMs) {
			connection.run(
				"UPDATE session SET used_ms = max(used_ms, ?) WHERE hash = ?",
				usedMs,
				hash,
			);
		},
		async keep(it) {
			const sql = `${starting} ON CONFLICT (hash) DO UPDATE SET person = excluded.person,
				groups = excluded.groups, used_ms = max(used_ms, excluded.used_ms), ends_ms = excluded.ends_ms,
				from_address = excluded.from_address, browser = excluded.browser`;
			connection.run(sql, ...cellsOf(it));
		},
		async end(hash) {
			connection.run("DELETE FROM session WHERE hash = ?", hash);
		},
		async forget(nowMs) {
			connection.writing(() => {
				connection.run("DELETE FROM entry_key WHERE expires_ms <= ?", nowMs);
				connection.run(
					"DELETE FROM session WHERE ends_ms <= ? OR used_ms + idle_ms <= ?",
					nowMs,
					nowMs,
				);
			});
		},
	};
}

const starting =
	"INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

const cellsOf = (it: Session) => [
	...[it.hash, it.id, it.person, it.way, json(it.roles)],
	...[json(it.groups), it.startedMs, it.usedMs, it.endsMs],
	...[it.idleMs, it.from, it.browser],
];

/** Once, however often it is asked for. */
export const putOffer = (connection: Connection, it: Offer): boolean =>
	connection.run(
		"INSERT OR IGNORE INTO entry_key VALUES (?, ?, ?, ?, ?, ?, ?)",
		...[it.hash, it.expiresMs, it.person, json(it.roles)],
		...[it.lastsMs, it.idleMs, it.isInvitation ? 1 : 0],
	) === 1;

const offerOf = (cells: Cells): Offer => ({
	hash: text(cells.hash),
	expiresMs: number(cells.expires_ms),
	person: text(cells.person),
	roles: fromJson<readonly string[]>(cells.roles),
	lastsMs: number(cells.lasts_ms),
	idleMs: number(cells.idle_ms),
	isInvitation: number(cells.is_invitation) === 1,
});

const sessionOf = (cells: Cells): Session => ({
	hash: text(cells.hash),
	id: text(cells.id),
	person: text(cells.person),
	way: oneOf(ways, cells.way),
	roles: fromJson<readonly string[]>(cells.roles),
	groups: fromJson<readonly string[]>(cells.groups),
	startedMs: number(cells.started_ms),
	usedMs: number(cells.used_ms),
	endsMs: number(cells.ends_ms),
	idleMs: number(cells.idle_ms),
	from: textOrNull(cells.from_address),
	browser: textOrNull(cells.browser),
});
