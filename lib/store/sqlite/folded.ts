// What stands on a folded line? Its gravest row, and what all that fit say together.
import { type Fold, type Summand, type Sums, summed } from "#lib/core/fold.ts";
import { fromJson, json, number, text } from "./cells.ts";
import type { BoardConditions, Conditions } from "./conditions.ts";
import type { Connection } from "./connection.ts";
import { rowColumns, summandOf } from "./rows.ts";

export type Folded = {
	/** The place of its gravest row. */
	readonly n: number;
	readonly fold: Fold;
};

/** Of these folds, by their places. */
export function foldsIn(
	connection: Connection,
	places: readonly number[],
	conditions: BoardConditions,
): ReadonlyMap<number, Folded> {
	if (places.length === 0) return new Map();
	const found = connection.all(
		`WITH gravest AS MATERIALIZED (
			SELECT fold, min(urgency) AS first, n, count(*) AS fit FROM entry INDEXED BY entry_by_fold
			WHERE fold IN (SELECT value FROM json_each(?)) AND ${conditions.sql} GROUP BY fold)
		SELECT gravest.fold, gravest.first, gravest.n, gravest.fit, fold.id, fold.size, fold.sums
		FROM gravest JOIN fold ON fold.n = gravest.fold`,
		json(places),
		...conditions.values,
	);
	const parts = found.filter(
		(cells) => number(cells.fit) !== number(cells.size),
	);
	const summands = partlyIn(
		connection,
		parts.map((it) => number(it.fold)),
		conditions,
	);
	const sizes = sizesIn(connection, places, conditions.scope);
	return new Map(
		found.map((cells) => {
			const place = number(cells.fold);
			const sums = summands.get(place);
			const together = sums ? summed(sums) : fromJson<Sums>(cells.sums);
			const of = sizes ? (sizes.get(place) ?? 0) : number(cells.size);
			const fold = { ...together, id: text(cells.id), of };
			return [place, { n: number(cells.n), fold }];
		}),
	);
}

/** Of what is there at all; null where that is everything, which was counted with the last write. */
function sizesIn(
	connection: Connection,
	places: readonly number[],
	scope: Conditions | null,
): ReadonlyMap<number, number> | null {
	if (scope === null) return null;
	const found = connection.all(
		`SELECT fold, count(*) AS size FROM entry INDEXED BY entry_by_fold
		WHERE fold IN (SELECT value FROM json_each(?)) AND ${scope.sql} GROUP BY fold`,
		json(places),
		...scope.values,
	);
	return new Map(found.map(({ fold, size }) => [number(fold), number(size)]));
}

/** What was counted with the last write holds for the whole; where a filter hides rows, the others are added up now. */
function partlyIn(
	connection: Connection,
	places: readonly number[],
	conditions: Conditions,
): ReadonlyMap<number, readonly Summand[]> {
	if (places.length === 0) return new Map();
	const found = connection.all(
		`WITH part AS MATERIALIZED (
			SELECT n FROM entry INDEXED BY entry_by_fold
			WHERE fold IN (SELECT value FROM json_each(?)) AND ${conditions.sql})
		SELECT entry.fold, ${rowColumns} FROM part CROSS JOIN entry USING (n) CROSS JOIN sheet USING (n)`,
		json(places),
		...conditions.values,
	);
	const summands = new Map<number, Summand[]>(places.map((it) => [it, []]));
	for (const cells of found)
		summands.get(number(cells.fold))?.push(summandOf(cells));
	return summands;
}
