// Who bears which name? One row a name; a name passes on only where its bearer can no longer come.
import type { Identity, NameStore } from "../../access-port.ts";
import { number, text } from "../cells.ts";
import type { Cells, Connection } from "../connection.ts";

/** So long after somebody came for the last time their name may pass to another. */
const borneForMs = 400 * 24 * 3_600_000;

/** Of people who come by a password, and of screens. */
const taken = `SELECT name FROM person UNION SELECT person FROM entry_key
	UNION SELECT person FROM session WHERE way = 'link'`;

export function nameStore(connection: Connection): NameStore {
	const bearerOf = (name: string) =>
		connection.one("SELECT * FROM borne_name WHERE folded = ?", folded(name));
	return {
		async claim(identity, wanted, sources, nowMs) {
			return connection.writing(() => {
				const people = new Set(
					connection.all(taken).map(({ name }) => folded(text(name))),
				);
				const found = wanted.find((name) => {
					if (people.has(folded(name))) return false;
					const bearer = bearerOf(name);
					return (
						bearer === null ||
						isSame(bearer, identity) ||
						!sources.includes(text(bearer.source)) ||
						nowMs - number(bearer.used_ms) > borneForMs
					);
				});
				if (found !== undefined) bear(found, identity, nowMs);
				return found ?? null;
			});
		},
		async isBorne(name) {
			return bearerOf(name) !== null;
		},
	};

	/** Whoever bore it before is out, so that nobody goes on under a name that is another's now. */
	function bear(name: string, { source, subject }: Identity, nowMs: number) {
		const before = bearerOf(name);
		if (before !== null && !isSame(before, { source, subject }))
			connection.run(
				"DELETE FROM session WHERE person = ? AND way IN ('provider', 'proxy')",
				text(before.name),
			);
		connection.run(
			"INSERT OR REPLACE INTO borne_name VALUES (?, ?, ?, ?, ?)",
			...[folded(name), name, source, subject, nowMs],
		);
	}
}

/** Names that differ by case or width only would be read as one. */
const folded = (name: string): string => name.normalize("NFKC").toLowerCase();

const isSame = (cells: Cells, { source, subject }: Identity): boolean =>
	text(cells.source) === source && text(cells.subject) === subject;
