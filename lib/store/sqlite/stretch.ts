// Where about does a page far down lie? Between two rows of a sample, so that not all that stands before it has to be put in order.
import type { BoardSort } from "../store.ts";
import { number, text } from "./cells.ts";
import type { Conditions } from "./conditions.ts";
import type { Connection, Value } from "./connection.ts";
import { orders } from "./cursor.ts";

/** One row of so many: a prime, so that it falls in with no family of shards. */
const every = 31;
/** How far a place in the sample strays from the place in the whole, in standard deviations: beyond it once in some hundred pages. */
const strays = 3;

export type Stretch = {
	/** Null where it reaches to the end on that side. */
	readonly after: readonly Value[] | null;
	readonly upTo: readonly Value[] | null;
	/** Rows that fit and stand before it. */
	readonly before: number;
};

type Asked = {
	readonly sort: BoardSort;
	readonly conditions: Conditions;
	readonly total: number;
	readonly offset: number;
	readonly limit: number;
};

/** A guess, which is right if as many rows are found in it as a page has to have. At the end of the board it has no end. */
export function stretchOf(
	connection: Connection,
	{ sort, conditions, total, offset, limit }: Asked,
): Stretch {
	const { sql, values } = conditions;
	const columns = orders[sort].map(({ column }) => column).join(", ");
	const share = offset / total;
	const sampled = total / every;
	const strayed = strays * Math.sqrt(sampled * share * (1 - share)) + 2;
	const from = Math.floor(sampled * share - strayed);
	const to = Math.ceil(sampled * ((offset + limit + 1) / total) + strayed);
	const found = connection.all(
		`SELECT * FROM (
			SELECT ${columns}, row_number() OVER (ORDER BY ${columns}) AS place
			FROM entry NOT INDEXED WHERE n % ${every} = 0 AND ${sql})
		WHERE place IN (?, ?)`,
		...values,
		from,
		to,
	);
	const at = (place: number): readonly Value[] | null => {
		const cells = found.find((it) => number(it.place) === place);
		if (cells === undefined) return null;
		return orders[sort].map((it) =>
			it.text ? text(cells[it.column]) : number(cells[it.column]),
		);
	};
	const after = at(from);
	const counted =
		after &&
		connection.one(
			`SELECT count(*) AS n FROM entry NOT INDEXED
			WHERE ${sql} AND (${columns}) <= (${after.map(() => "?").join(", ")})`,
			...values,
			...after,
		);
	return { after, upTo: at(to), before: number(counted?.n ?? 0) };
}
