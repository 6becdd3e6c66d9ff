// Which rows stand on this page of the board, and how many fit the filter altogether?
import type { Filter } from "#lib/core/filter/filter.ts";
import type { Scope } from "#lib/core/people/scope.ts";
import { type Verdict, verdicts } from "#lib/core/verdict.ts";
import type { BoardPage, BoardQuery, BoardSort } from "../store.ts";
import { namesIn } from "./brokers.ts";
import { byRevision } from "./by-revision.ts";
import { number } from "./cells.ts";
import { type BoardConditions, conditionsOf } from "./conditions.ts";
import type { Connection, Value } from "./connection.ts";
import { cursorAfter, orders, valuesOf } from "./cursor.ts";
import { hasFolds, linesIn } from "./lines.ts";
import { revOf } from "./revision.ts";
import { rowColumns, rowOf } from "./rows.ts";
import { scopeConditions } from "./scope.ts";
import { type Stretch, stretchOf } from "./stretch.ts";

type Counts = BoardPage["counts"];

/** Many screens ask the same: each question is worked out once a revision. */
const pagesMax = 32;
const countsMax = 200;

export function pagesOf(connection: Connection) {
	const pages = byRevision<BoardPage>(pagesMax);
	const counts = byRevision<Counts>(countsMax);
	return (query: BoardQuery): BoardPage =>
		connection.reading(() => {
			const rev = revOf(connection);
			return pages(rev, JSON.stringify(query), () => {
				const { filter, scope = null } = query;
				const conditions = within(filter, scope, namesIn(connection));
				const counted = counts(rev, JSON.stringify([filter, scope]), () =>
					countIn(connection, query, conditions),
				);
				const total = totalOf(counted);
				const board = { rev, total, counts: counted, ...unfolded };
				const { healthy } = counted;
				const calms = { calm: healthy, calmLines: healthy };
				const lone = { ...board, lines: total, ...calms };
				if (total === 0) return { ...lone, rows: [], next: null };
				if (query.fold === null || !hasFolds(connection))
					return { ...lone, ...rowsIn(connection, query, conditions, counted) };
				const asked = { ...query, fold: query.fold };
				return { ...board, ...linesIn(connection, asked, conditions, board) };
			});
		});
}

function within(
	filter: Filter,
	scope: Scope,
	brokers: readonly string[],
): BoardConditions {
	const its = conditionsOf(filter, brokers);
	const there = scopeConditions(scope, brokers);
	if (there === null) return { ...its, scope: null };
	const sql = filter.length === 0 ? there.sql : `${its.sql} AND ${there.sql}`;
	return { sql, values: [...its.values, ...there.values], scope: there };
}

const unfolded = { folds: {}, opened: {} };

const totalOf = (counts: Counts): number =>
	verdicts.reduce((sum, it) => sum + counts[it], 0);

/** Everything is counted along an index of small numbers; a filter is counted in one walk over the narrow table. */
const countAll = `SELECT ${verdicts.map((_, i) => `(SELECT count(*) FROM entry WHERE gravity = ${i}) AS g${i}`).join(", ")}`;
const countThose = `SELECT ${verdicts.map((_, i) => `count(*) FILTER (WHERE gravity = ${i}) AS g${i}`).join(", ")} FROM entry NOT INDEXED WHERE `;

function countIn(
	connection: Connection,
	{ filter }: BoardQuery,
	{ sql, values, scope }: BoardConditions,
): Counts {
	const cells =
		filter.length === 0 && scope === null
			? connection.one(countAll)
			: connection.one(countThose + sql, ...values);
	// The cast: every verdict is a key, because the list of all verdicts made them.
	return Object.fromEntries(
		verdicts.map((verdict, i) => [verdict, number(cells?.[`g${i}`])]),
	) as Record<Verdict, number>;
}

type Found = Pick<BoardPage, "rows" | "next">;

function rowsIn(
	connection: Connection,
	query: BoardQuery,
	conditions: BoardConditions,
	counts: Counts,
): Found {
	const { sort, limit, offset = 0 } = query;
	const total = totalOf(counts);
	// What an index leads to costs nothing to pass by.
	if (isNamed(sort) || query.cursor !== null || offset <= fewMax)
		return between(connection, query, conditions, counts, null);
	const asked = { sort, conditions, total, offset, limit };
	const stretch = stretchOf(connection, asked);
	if (stretch.before <= offset) {
		const found = between(connection, query, conditions, counts, stretch);
		const hasNext = offset + limit < total;
		const isWhole = found.rows.length === limit && found.next !== null;
		if (isWhole || !hasNext) return found;
	}
	return between(connection, query, conditions, counts, null);
}

function between(
	connection: Connection,
	{ sort, limit, cursor, offset = 0 }: BoardQuery,
	conditions: BoardConditions,
	counts: Counts,
	stretch: Stretch | null,
): Found {
	const columns = orders[sort].map(({ column }) => column);
	const ordered = columns.map((it) => `entry.${it}`).join(", ");
	const after =
		cursor === null
			? (stretch?.after ?? null)
			: valuesOf(connection, sort, cursor, conditions.scope);
	const upTo = stretch?.upTo ?? null;
	const skipped = offset - (stretch?.before ?? 0);
	const compared = (sign: ">" | "<=", values: readonly Value[] | null) =>
		values
			? `(${columns.join(", ")}) ${sign} (${values.map(() => "?").join(", ")})`
			: "TRUE";
	const least =
		sort === "gravity" ? [leastGravity(counts, limit + skipped, after)] : [];
	// The wide table is read only for the rows that made it onto the page.
	const found = connection.all(
		`WITH page AS MATERIALIZED (
			SELECT n FROM entry ${walkOf(sort, counts)}
			WHERE ${conditions.sql} AND ${compared(">", after)} AND ${compared("<=", upTo)}
			${least.map(() => "AND gravity >= ?").join("")} ORDER BY ${ordered} LIMIT ? OFFSET ?)
		SELECT ${rowColumns}, ${columns.map((it) => `entry.${it} AS order_${it}`).join(", ")}
		FROM page CROSS JOIN entry USING (n) CROSS JOIN sheet USING (n) ORDER BY ${ordered}`,
		...conditions.values,
		...(after ?? []),
		...(upTo ?? []),
		...least,
		limit + 1,
		skipped,
	);
	const rows = found.slice(0, limit);
	const last = rows.at(-1);
	const next = last && found.length > limit ? cursorAfter(sort, last) : null;
	return { rows: rows.map(rowOf), next };
}

/** Below this many rows, ordering them costs less than finding them one by one along an index. */
const fewMax = 5_000;

const isNamed = (sort: BoardSort): boolean =>
	sort === "name" || sort === "broker";

/** Names never change and have an index; the numbers have none, and the engine keeps only the best while it walks. */
function walkOf(sort: BoardSort, counts: Counts): string {
	return isNamed(sort) && totalOf(counts) > fewMax
		? `INDEXED BY entry_by_${sort}`
		: "NOT INDEXED";
}

/** The graver verdicts that fill the page leave the rest, most of all the healthy, out of the ordering. */
function leastGravity(
	counts: Counts,
	limit: number,
	after: readonly Value[] | null,
): number {
	const from = after ? -Number(after[0]) : verdicts.length;
	let certain = 0;
	for (const [gravity, verdict] of [...verdicts.entries()].reverse()) {
		// Of the verdict the cursor stands in, nobody knows how many follow it.
		if (gravity < from) certain += counts[verdict];
		if (certain > limit) return gravity;
	}
	return 0;
}
