// Where does the next page begin? After the last row of the page before, by the values it was ordered by.
import { Problem } from "#lib/core/problem.ts";
import type { BoardSort } from "../store.ts";
import { number, text } from "./cells.ts";
import type { Conditions } from "./conditions.ts";
import type { Cells, Connection, Value } from "./connection.ts";
import { listIn, writtenList } from "./written-list.ts";

type Ordered = { readonly column: string; readonly text: boolean };

const words = (column: string): Ordered => ({ column, text: true });
const count = (column: string): Ordered => ({ column, text: false });

/** All ascending, and the id last: so one comparison of the whole finds the place after any row. */
export const orders: Readonly<Record<BoardSort, readonly Ordered[]>> = {
	gravity: [
		count("gravity_order"),
		count("margin_order"),
		count("lag_order"),
		words("id"),
	],
	lag: [count("lag_order"), words("id")],
	holding: [count("holding_order"), words("id")],
	margin: [count("margin_order"), words("id")],
	name: [words("channel"), words("reader_order"), words("id")],
	broker: [
		words("broker"),
		words("channel"),
		words("reader_order"),
		words("id"),
	],
};

/** JSON has no infinity, which stands for unknown in these columns: it travels as null. */
export function cursorAfter(sort: BoardSort, cells: Cells): string {
	const values = orders[sort].map((it) =>
		it.text
			? text(cells[`order_${it.column}`])
			: number(cells[`order_${it.column}`]),
	);
	const whole = writtenList([sort, ...values]);
	return whole.length > lengthMax
		? writtenList([sort, text(cells.order_id)])
		: whole;
}

/** It travels in an address, where a name of many kilobytes finds no room: then only the row is named. */
const lengthMax = 2_000;

export function valuesOf(
	connection: Connection,
	sort: BoardSort,
	cursor: string,
	scope: Conditions | null,
): readonly Value[] {
	const [named, ...values] = listIn(cursor);
	const order = orders[sort];
	if (named === sort && values.length === 1 && typeof values[0] === "string")
		return valuesAt(connection, sort, values[0], scope);
	if (named !== sort || values.length !== order.length) throw badCursor();
	return order.map((it, i) => {
		const value = values[i];
		if (it.text && typeof value === "string") return value;
		if (!it.text && typeof value === "number") return value;
		if (!it.text && value === null) return Number.POSITIVE_INFINITY;
		throw badCursor();
	});
}

function valuesAt(
	connection: Connection,
	sort: BoardSort,
	id: string,
	scope: Conditions | null,
): readonly Value[] {
	const order = orders[sort];
	const columns = order.map(({ column }) => column).join(", ");
	// An id is made of names: whether there is one is told of nothing else than what is there.
	const sql = `SELECT ${columns} FROM entry WHERE id = ? AND ${scope?.sql ?? "TRUE"}`;
	const cells = connection.one(sql, id, ...(scope?.values ?? []));
	if (cells === null) throw badCursor();
	return order.map((it) =>
		it.text ? text(cells[it.column]) : number(cells[it.column]),
	);
}

const badCursor = () => new Problem("invalid", "bad cursor");
