// Which outlets does the configuration name, and how does each fare?
import type { Answer } from "#lib/core/alert/notice.ts";
import type { OutletFact, OutletFares } from "#lib/core/alert/outlet.ts";
import type { OutletCounts } from "../../alert-port.ts";
import {
	fromJson,
	fromJsonOrNull,
	json,
	number,
	numberOrNull,
	text,
} from "../cells.ts";
import type { Cells, Connection } from "../connection.ts";

/** One that goes elsewhere now fares anew: what failed was the place before. */
const put = `INSERT INTO outlet (name, place, told) VALUES (?, ?, ?)
	ON CONFLICT (name) DO UPDATE SET place = excluded.place,
		failing_since_ms = iif(told = excluded.told, failing_since_ms, NULL), told = excluded.told`;

export function settleOutlets(
	connection: Connection,
	outlets: readonly OutletFact[],
): void {
	const names = JSON.stringify(outlets.map(({ name }) => name));
	connection.run(
		"DELETE FROM outlet WHERE name NOT IN (SELECT value FROM json_each(?))",
		names,
	);
	for (const [place, outlet] of outlets.entries())
		connection.run(put, outlet.name, place, json(outlet));
}

const all = `SELECT *, (SELECT count(*) FROM notice WHERE notice.outlet = outlet.name AND state = 'owed') AS owed
	FROM outlet ORDER BY place`;

const faresOf = (cells: Cells): OutletFares => ({
	name: text(cells.name),
	deliveredMs: numberOrNull(cells.delivered_ms),
	failingSinceMs: numberOrNull(cells.failing_since_ms),
	answer: fromJsonOrNull<Answer>(cells.answer),
	owed: number(cells.owed),
	givenUp: number(cells.given_up),
});

export const faresIn = (connection: Connection): readonly OutletFares[] =>
	connection.all(all).map(faresOf);

export const outletsIn = (
	connection: Connection,
): readonly (OutletFact & OutletFares)[] =>
	connection.all(all).map((cells) => ({
		...fromJson<OutletFact>(cells.told),
		...faresOf(cells),
	}));

export const outletCountsIn = (
	connection: Connection,
): readonly OutletCounts[] =>
	connection.all(all).map((cells) => ({
		...faresOf(cells),
		delivered: number(cells.delivered),
		failed: number(cells.failed),
	}));
