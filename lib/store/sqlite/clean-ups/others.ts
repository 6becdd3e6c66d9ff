// From which subscriptions is a clean-up of a whole group found again? From all it is about, however few its targets are.
import type { Planning } from "../../clean-up-port.ts";
import type { Connection } from "../connection.ts";

/** What takes one back is about the same ones: by then they may be gone from the board. */
const asUndone = `INSERT OR IGNORE INTO clean_up_other (id, errand)
	SELECT other.id, errand.id FROM errand
	JOIN clean_up_other AS other ON other.errand = json_extract(errand.wish, '$.cleanUp.errand')
	WHERE errand.id = ? AND errand.action = 'undo'`;

export function keepOthers(
	connection: Connection,
	errand: string,
	{ targets }: Pick<Planning, "targets">,
): void {
	const sql = "INSERT OR IGNORE INTO clean_up_other (id, errand) VALUES (?, ?)";
	for (const { others = [] } of targets)
		for (const id of others) connection.run(sql, id, errand);
	connection.run(asUndone, errand);
}

export const isOther = (connection: Connection, id: string): boolean =>
	connection.one("SELECT 1 FROM clean_up_other WHERE id = ? LIMIT 1", id) !==
	null;
