// Who may come in by a password, and what is changed of that? Each change with its line of the record, or not at all.
import type { RecordEntry } from "#lib/core/record.ts";
import type { KnownPerson, PeopleStore } from "../../access-port.ts";
import {
	fromJson,
	json,
	number,
	numberOrNull,
	text,
	textOrNull,
} from "../cells.ts";
import type { Cells, Connection, Value } from "../connection.ts";
import type { Recorder } from "../record/recorder.ts";
import { putOffer } from "./sessions.ts";
import { tokenRows } from "./tokens.ts";

export type Tended = (change: () => boolean, line: RecordEntry) => boolean;

export function peopleStore(
	connection: Connection,
	{ recorded }: Recorder,
): PeopleStore {
	const tended: Tended = (change, entry) =>
		recorded(() =>
			change() ? { result: true, entry } : { result: false, entry: null },
		);
	const changed = (sql: string, ...values: readonly Value[]): boolean =>
		connection.run(sql, ...values) > 0;
	const isThere = (name: string) =>
		connection.one("SELECT 1 FROM person WHERE name = ?", name) !== null;
	const endInvitations = (name: string) =>
		changed(
			"DELETE FROM entry_key WHERE person = ? AND is_invitation = 1",
			name,
		);
	return {
		...tokenRows(connection, tended),
		async people() {
			return connection.all("SELECT * FROM person ORDER BY name").map(personOf);
		},
		async person(name) {
			const cells = connection.one("SELECT * FROM person WHERE name = ?", name);
			return cells && personOf(cells);
		},
		async add(it, line) {
			const values = [
				...[it.name, json(it.roles), it.verifier, it.madeMs, it.madeBy],
				...[it.passwordMs, it.signedInMs],
			];
			const sql = "INSERT OR IGNORE INTO person VALUES (?, ?, ?, ?, ?, ?, ?)";
			return tended(() => changed(sql, ...values), line);
		},
		async setRoles(name, roles, line) {
			const sql = "UPDATE person SET roles = ? WHERE name = ?";
			return tended(() => changed(sql, json(roles), name), line);
		},
		async setPassword(name, laid, exceptSession, line) {
			return tended(() => {
				const found = connection.one(
					"DELETE FROM laid_down WHERE id = ? AND until_ms > ? RETURNING verifier",
					...[laid, line.atMs],
				);
				if (found === null || !isThere(name)) return false;
				connection.run(
					"UPDATE person SET verifier = ?, password_ms = ? WHERE name = ?",
					...[text(found.verifier), line.atMs, name],
				);
				endInvitations(name);
				// Whoever had the one before may have made as many known as they liked.
				connection.run("DELETE FROM known_browser WHERE person = ?", name);
				connection.run(
					"DELETE FROM session WHERE person = ? AND hash IS NOT ?",
					...[name, exceptSession],
				);
				return true;
			}, line);
		},
		async remove(name, line) {
			return tended(() => {
				if (!changed("DELETE FROM person WHERE name = ?", name)) return false;
				for (const table of ["session", "token", "known_browser"])
					connection.run(`DELETE FROM ${table} WHERE person = ?`, name);
				endInvitations(name);
				return true;
			}, line);
		},
		async offer(offer, line) {
			return tended(() => {
				if (offer.isInvitation) {
					if (!isThere(offer.person)) return false;
					endInvitations(offer.person);
				}
				return putOffer(connection, offer);
			}, line);
		},
		async endSessions(which, line) {
			const [column, value] =
				"id" in which ? ["id", which.id] : ["person", which.person];
			const sql = `DELETE FROM session WHERE ${column} = ?`;
			return tended(() => changed(sql, value ?? ""), line);
		},
		async layDown({ id, verifier, untilMs }, nowMs) {
			connection.writing(() => {
				connection.run("DELETE FROM laid_down WHERE until_ms <= ?", nowMs);
				connection.run(
					"INSERT INTO laid_down VALUES (?, ?, ?)",
					...[id, verifier, untilMs],
				);
			});
		},
		async signedIn(name, atMs) {
			const sql = "UPDATE person SET signed_in_ms = ? WHERE name = ?";
			connection.run(sql, atMs, name);
		},
		async strengthen(name, was, verifier) {
			const sql =
				"UPDATE person SET verifier = ? WHERE name = ? AND verifier = ?";
			connection.run(sql, verifier, name, was);
		},
	};
}

const personOf = (cells: Cells): KnownPerson => ({
	name: text(cells.name),
	roles: fromJson<readonly string[]>(cells.roles),
	verifier: textOrNull(cells.verifier),
	madeMs: number(cells.made_ms),
	madeBy: text(cells.made_by),
	passwordMs: numberOrNull(cells.password_ms),
	signedInMs: numberOrNull(cells.signed_in_ms),
});
