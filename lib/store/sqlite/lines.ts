// Which lines stand on this page when families are folded? Each fold where the first of its rows would stand, once.
import type { Row } from "#lib/core/board.ts";
import type { BoardPage, BoardQuery, BoardSort, Folding } from "../store.ts";
import { json, number, numberOrNull } from "./cells.ts";
import type { BoardConditions } from "./conditions.ts";
import type { Cells, Connection } from "./connection.ts";
import { cursorAfter, orders, valuesOf } from "./cursor.ts";
import { type Folded, foldsIn } from "./folded.ts";
import { openedIn } from "./opened.ts";
import { rowColumns, rowOf } from "./rows.ts";

export const hasFolds = (connection: Connection): boolean =>
	connection.one("SELECT 1 FROM fold LIMIT 1") !== null;

export type FoldedQuery = BoardQuery & { readonly fold: Folding };

type Lines = Pick<
	BoardPage,
	"lines" | "calm" | "calmLines" | "rows" | "folds" | "opened" | "next"
>;

export function linesIn(
	connection: Connection,
	query: FoldedQuery,
	conditions: BoardConditions,
	{ total, counts }: Pick<BoardPage, "total" | "counts">,
): Lines {
	const { sort, limit, fold } = query;
	const found = foundIn(connection, query, conditions);
	const lines = found.filter((cells) => cells.n !== null);
	const page = lines.slice(0, limit);
	const last = page.at(-1);
	const folded = foldsIn(
		connection,
		page.filter((cells) => number(cells.fit) > 1).map((it) => number(it.fold)),
		conditions,
	);
	const gravest = page.map(
		(cells) => folded.get(numberOrNull(cells.fold) ?? -1)?.n ?? number(cells.n),
	);
	const rows = rowsAt(connection, gravest);
	return {
		...talliesOf(found[0] ?? {}, total, counts.healthy),
		rows,
		folds: byRow(folded, gravest, rows),
		opened: openedIn(connection, { sort, open: fold.open }, conditions, folded),
		next: last && lines.length > limit ? cursorAfter(sort, last) : null,
	};
}

/** The one thing by which the rows of a fold, all of one broker and group, stand in this order. */
const firstBy: Readonly<Record<BoardSort, string>> = {
	gravity: "urgency",
	lag: "lag_order",
	holding: "holding_order",
	margin: "margin_order",
	name: "channel",
	broker: "channel",
};

/** With the tallies of all folds beside each line, and alone where there is no line. */
function foundIn(
	connection: Connection,
	{ sort, limit, cursor, offset = 0 }: FoldedQuery,
	{ sql, values, scope }: BoardConditions,
): readonly Cells[] {
	const columns = orders[sort].map(({ column }) => column);
	const ordered = columns.join(", ");
	const after =
		cursor === null ? [] : valuesOf(connection, sort, cursor, scope);
	const behind =
		after.length > 0
			? `(${ordered}) > (${columns.map(() => "?").join(", ")})`
			: "TRUE";
	// Beside one min(), the engine takes all other columns from the row in which it found it.
	return connection.all(
		`WITH folded AS MATERIALIZED (
			SELECT fold, min(${firstBy[sort]}) AS first, n, count(*) AS fit,
				count(*) FILTER (WHERE gravity = 0) AS healthy, ${ordered}
			FROM entry INDEXED BY entry_by_fold WHERE fold IS NOT NULL AND ${sql} GROUP BY fold),
		lone AS MATERIALIZED (
			SELECT n, ${ordered} FROM entry INDEXED BY entry_alone
			WHERE fold IS NULL AND ${sql} AND ${behind} ORDER BY ${ordered} LIMIT ?),
		line AS MATERIALIZED (
			SELECT NULL AS fold, n, 1 AS fit, ${ordered} FROM lone
			UNION ALL SELECT fold, n, fit, ${ordered} FROM folded WHERE ${behind}
			ORDER BY ${ordered} LIMIT ? OFFSET ?),
		tally AS MATERIALIZED (
			SELECT count(first) AS folds, total(fit) AS inside, total(healthy) AS healthy,
				total(fit) FILTER (WHERE healthy = fit) AS calm,
				count(first) FILTER (WHERE healthy = fit) AS calm_folds FROM folded)
		SELECT tally.*, line.fold, line.n, line.fit, ${columns.map((it) => `line.${it} AS order_${it}`).join(", ")}
		FROM tally LEFT JOIN line ON TRUE ORDER BY ${columns.map((it) => `line.${it}`).join(", ")}`,
		...values,
		...values,
		...after,
		limit + 1 + offset,
		...after,
		limit + 1,
		offset,
	);
}

function talliesOf(cells: Cells, total: number, healthy: number) {
	const lone = total - number(cells.inside);
	const calmAlone = healthy - number(cells.healthy);
	return {
		lines: lone + number(cells.folds),
		calmLines: calmAlone + number(cells.calm_folds),
		calm: calmAlone + number(cells.calm),
	};
}

function rowsAt(
	connection: Connection,
	places: readonly number[],
): readonly Row[] {
	const found = connection.all(
		`SELECT entry.n, ${rowColumns} FROM json_each(?) AS place
		CROSS JOIN entry ON entry.n = place.value CROSS JOIN sheet USING (n)`,
		json(places),
	);
	const rows = new Map(found.map((cells) => [number(cells.n), rowOf(cells)]));
	return places.flatMap((n) => rows.get(n) ?? []);
}

function byRow(
	folded: ReadonlyMap<number, Folded>,
	gravest: readonly number[],
	rows: readonly Row[],
): BoardPage["folds"] {
	const folds = new Map([...folded.values()].map(({ n, fold }) => [n, fold]));
	return Object.fromEntries(
		rows.flatMap(({ id }, i) => {
			const fold = folds.get(gravest[i] ?? -1);
			return fold ? [[id, fold]] : [];
		}),
	);
}
