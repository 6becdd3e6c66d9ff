// Which tokens do programs show? Only their hashes are kept, for as long as they are worth something.
import type { PeopleStore, Token } from "../../access-port.ts";
import { fromJson, json, number, numberOrNull, text } from "../cells.ts";
import type { Cells, Connection } from "../connection.ts";
import type { Tended } from "./people.ts";

type TokenRows = Pick<
	PeopleStore,
	"tokens" | "token" | "addToken" | "endToken" | "tokenUsed"
>;

export const tokenRows = (
	connection: Connection,
	tended: Tended,
): TokenRows => ({
	async tokens(nowMs) {
		const sql = "SELECT * FROM token WHERE expires_ms > ? ORDER BY name, id";
		return connection.all(sql, nowMs).map(tokenOf);
	},
	async token(hash) {
		const cells = connection.one("SELECT * FROM token WHERE hash = ?", hash);
		return cells && tokenOf(cells);
	},
	async addToken(it, line) {
		return tended(() => {
			connection.run("DELETE FROM token WHERE expires_ms <= ?", line.atMs);
			const added = connection.run(
				"INSERT OR IGNORE INTO token VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
				...[it.hash, it.id, it.name, it.person, json(it.roles)],
				...[it.madeMs, it.expiresMs, it.usedMs],
			);
			return added === 1;
		}, line);
	},
	async endToken(id, line) {
		const sql = "DELETE FROM token WHERE id = ?";
		return tended(() => connection.run(sql, id) === 1, line);
	},
	async tokenUsed(hash, atMs) {
		connection.run(
			"UPDATE token SET used_ms = max(coalesce(used_ms, 0), ?) WHERE hash = ?",
			...[atMs, hash],
		);
	},
});

const tokenOf = (cells: Cells): Token => ({
	hash: text(cells.hash),
	id: text(cells.id),
	name: text(cells.name),
	person: text(cells.person),
	roles: fromJson<readonly string[]>(cells.roles),
	madeMs: number(cells.made_ms),
	expiresMs: number(cells.expires_ms),
	usedMs: numberOrNull(cells.used_ms),
});
