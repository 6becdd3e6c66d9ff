// Who takes back what a clean-up did? One errand at a time, and none after it that did anything.
import type { Ending, Outcome } from "#lib/core/clean-up/outcome.ts";
import type { Errand } from "#lib/core/errand.ts";
import type { Connection } from "../connection.ts";

const undoneIn = ({ wish }: Errand): string | null =>
	wish.verb === "clean up" && wish.cleanUp.action === "undo"
		? wish.cleanUp.errand
		: null;

/** Nobody took back what this one would; so it is with all that take nothing back. */
export function isFree(connection: Connection, errand: Errand): boolean {
	const undone = undoneIn(errand);
	if (undone === null) return true;
	const sql = "SELECT 1 FROM clean_up WHERE errand = ? AND undone_by IS NULL";
	return connection.one(sql, undone) !== null;
}

export function take(connection: Connection, errand: Errand): void {
	const undone = undoneIn(errand);
	const sql = "UPDATE clean_up SET undone_by = ? WHERE errand = ?";
	if (undone !== null) connection.run(sql, errand.id, undone);
}

/** What certainly changed nothing leaves it to be taken back by another. */
export function letGo(
	connection: Connection,
	id: string,
	state: Ending,
	outcomes: Readonly<Record<string, Outcome>>,
): void {
	const changed = Object.values(outcomes).some(
		(it) => it.messagesDone > 0 || it.membersRemoved > 0,
	);
	if (changed || !["refused", "failed"].includes(state)) return;
	const sql =
		"UPDATE clean_up SET undone_by = NULL WHERE errand = (SELECT json_extract(wish, '$.cleanUp.errand') FROM errand WHERE id = ?1) AND undone_by = ?1";
	connection.run(sql, id);
}
