// Which rows are folded together, and what do they say as one? Counted with each write, so that no page has to.
import type { Row } from "#lib/core/board.ts";
import { type Summand, summed } from "#lib/core/fold.ts";
import { foldIdOf } from "#lib/core/subscription.ts";
import { json, number } from "./cells.ts";
import type { Connection } from "./connection.ts";
import { putRow, rowsWhere, summandOf } from "./rows.ts";

/** True when anything changed. Rows of one fold are written side by side, where a walk along the fold finds them. */
export function putRows(connection: Connection, rows: readonly Row[]): boolean {
	let changed = false;
	for (const together of byFold(rows)) {
		const fold = foldFor(connection, together[0]);
		let counted = true;
		for (const row of together)
			counted = !putRow(connection, row, fold) && counted;
		if (counted) continue;
		changed = true;
		if (fold !== null) recount(connection, fold, together);
	}
	return changed;
}

/** Most ticks bring every row of a fold: then none has to be read for it. */
function recount(
	connection: Connection,
	fold: number,
	written: readonly Row[],
): void {
	const counting = "SELECT count(*) AS size FROM entry WHERE fold = ?";
	const size = number(connection.one(counting, fold)?.size);
	if (size === written.length) putSums(connection, fold, written);
	else connection.run("UPDATE fold SET counted = 0 WHERE n = ?", fold);
}

function putSums(
	connection: Connection,
	fold: number,
	rows: readonly Summand[],
): void {
	connection.run(
		"UPDATE fold SET size = ?, sums = ?, counted = 1 WHERE n = ?",
		rows.length,
		json(summed(rows)),
		fold,
	);
}

function byFold(rows: readonly Row[]): Iterable<readonly [Row, ...Row[]]> {
	const groups = new Map<string, [Row, ...Row[]]>();
	for (const row of rows) {
		const { broker, kind, family, group } = row;
		const key = family === null ? "" : json([broker, kind, family, group]);
		const together = groups.get(key);
		if (together) together.push(row);
		else groups.set(key, [row]);
	}
	return groups.values();
}

function foldFor(connection: Connection, row: Row): number | null {
	if (row.family === null) return null;
	const id = foldIdOf(row.broker, row.kind, row.family, row.group);
	connection.run(
		"INSERT INTO fold (id, broker) VALUES (?, ?) ON CONFLICT DO NOTHING",
		id,
		row.broker,
	);
	return number(connection.one("SELECT n FROM fold WHERE id = ?", id)?.n);
}

/** Folds that changed are counted again; one without rows is forgotten. */
export function countFolds(connection: Connection): void {
	for (const cells of connection.all("SELECT n FROM fold WHERE counted = 0")) {
		const n = number(cells.n);
		const rows = connection.all(rowsWhere("entry.fold = ?"), n).map(summandOf);
		if (rows.length === 0) connection.run("DELETE FROM fold WHERE n = ?", n);
		else putSums(connection, n, rows);
	}
}
