// Which rows lie in the folds that somebody opened? Those that fit, in the order of the board.
import type { BoardPage, BoardSort, Folding } from "../store.ts";
import type { Conditions } from "./conditions.ts";
import type { Connection } from "./connection.ts";
import { orders } from "./cursor.ts";
import type { Folded } from "./folded.ts";
import { rowColumns, rowOf } from "./rows.ts";

type Opening = { readonly sort: BoardSort; readonly open: Folding["open"] };

/** Only folds that stand on this page: others would be rows without a line to hang from. */
export function openedIn(
	connection: Connection,
	{ sort, open }: Opening,
	{ sql, values }: Conditions,
	folded: ReadonlyMap<number, Folded>,
): BoardPage["opened"] {
	const places = new Map([...folded].map(([n, { fold }]) => [fold.id, n]));
	const ordered = orders[sort]
		.map(({ column }) => `entry.${column}`)
		.join(", ");
	const opened = open.flatMap(({ id, limit }) => {
		const place = places.get(id);
		if (place === undefined) return [];
		const found = connection.all(
			`WITH page AS MATERIALIZED (
				SELECT n FROM entry INDEXED BY entry_by_fold
				WHERE fold = ? AND ${sql} ORDER BY ${ordered} LIMIT ?)
			SELECT ${rowColumns} FROM page CROSS JOIN entry USING (n) CROSS JOIN sheet USING (n) ORDER BY ${ordered}`,
			place,
			...values,
			limit,
		);
		return [[id, found.map(rowOf)] as const];
	});
	return Object.fromEntries(opened);
}
