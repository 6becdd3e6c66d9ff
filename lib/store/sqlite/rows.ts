// How does a row of the board go into the file and come out the same?
import { type Amount, bounds } from "#lib/core/amount.ts";
import type { Row, Stood } from "#lib/core/board.ts";
import { fold } from "#lib/core/filter/glob.ts";
import type { Summand } from "#lib/core/fold.ts";
import type { Members } from "#lib/core/reading.ts";
import { gravityOf, reasonCodes, verdicts } from "#lib/core/verdict.ts";
import type { RowsAfter } from "../store.ts";
import {
	bytes,
	fromJson,
	fromJsonOrNull,
	json,
	jsonOrNull,
	number,
	numberOrNull,
	oneOf,
	text,
	textOrNull,
} from "./cells.ts";
import type { Cells, Connection } from "./connection.ts";
import { packSpark, unpackSpark } from "./spark.ts";
import { urgencyOf } from "./urgency.ts";

/** As names are compared. The engine's matching ends at a NUL, so none may be met. */
export const sought = (name: string): string =>
	fold(name).replaceAll("\0", "\ufffd");

const soughtOrNull = (name: string | null): string | null =>
	name === null ? null : sought(name);

const moving = (columns: readonly string[]): string =>
	`UPDATE SET ${columns.map((it) => `${it} = excluded.${it}`).join(", ")}
	WHERE (${columns.join(", ")}) IS NOT (${columns.map((it) => `excluded.${it}`).join(", ")})`;

const marks = (count: number): string => Array(count).fill("?").join(", ");

/** Part of the id, so they never change: left out of the update, their indexes are not touched by it. */
const named = ["id", "broker", "kind", "channel", "reader"];
const judged = [
	...["system", "family", "gravity", "lag", "holding"],
	...["oldest", "deliveries", "members", "margin", "fold", "urgency"],
];
const shown = [
	...["channel", "reader", "family", "reason_code", "reason_values"],
	...["since_ms", "lag_bound", "time_lag", "pace_in", "pace_out", "members"],
	...["drained", "spark", "at_ms", "stale"],
	...["time_lag_bound", "margin_bound", "state", "notes", "high_water"],
	"stood",
];

/** A row that is already there as given is not written again. */
const putEntry = `INSERT INTO entry (${[...named, ...judged].join(", ")})
	VALUES (${marks(named.length + judged.length)}) ON CONFLICT (id) DO ${moving(judged)}`;
const putSheet = `INSERT INTO sheet (n, ${shown.join(", ")})
	VALUES ((SELECT n FROM entry WHERE id = ?), ${marks(shown.length)}) ON CONFLICT (n) DO ${moving(shown)}`;

/** True when anything in it changed. */
export function putRow(
	connection: Connection,
	row: Row,
	fold: number | null,
): boolean {
	const entries = connection.run(
		putEntry,
		row.id,
		row.broker,
		row.kind,
		sought(row.channel),
		soughtOrNull(row.group),
		row.system,
		soughtOrNull(row.family),
		gravityOf(row.verdict),
		row.lag?.n ?? null,
		row.holding,
		row.oldestHeldSeconds,
		row.deliveriesMax,
		row.members?.live?.n ?? null,
		row.marginSeconds?.n ?? null,
		fold,
		fold === null ? null : urgencyOf(row),
	);
	const sheets = connection.run(
		putSheet,
		row.id,
		row.channel,
		row.group,
		row.family,
		row.reason.code,
		json(row.reason.values),
		row.sinceMs,
		row.lag?.bound ?? null,
		row.timeLagSeconds?.n ?? null,
		row.pace.in,
		row.pace.out,
		jsonOrNull(row.members),
		row.drainedSeconds,
		packSpark(row.spark),
		row.atMs,
		row.stale ? 1 : 0,
		row.timeLagSeconds?.bound ?? null,
		row.marginSeconds?.bound ?? null,
		row.state,
		json(row.notes),
		row.highWater,
		jsonOrNull(row.stood),
	);
	return entries + sheets > 0;
}

/** A number kept by an older program has no bound: it was exact. */
const amountOf = (n: unknown, bound: unknown): Amount | null =>
	n === null
		? null
		: { n: number(n), bound: bound === null ? "exact" : oneOf(bounds, bound) };

/** What `rowOf` reads, from `entry` and `sheet` joined on `n`. */
export const rowColumns = `entry.id, entry.broker, entry.system, entry.kind, entry.gravity, entry.lag,
	entry.holding, entry.oldest, entry.deliveries, entry.margin, ${shown.map((it) => `sheet.${it}`).join(", ")}`;

export const rowsWhere = (condition: string): string =>
	`SELECT ${rowColumns} FROM entry JOIN sheet USING (n) WHERE ${condition}`;

/** A number that is free again after its row has gone is given to nobody while a later one is there. */
export function rowsAfter(
	connection: Connection,
	place: number,
	limit: number,
): RowsAfter {
	const found = connection.all(
		`SELECT entry.n, ${rowColumns} FROM entry CROSS JOIN sheet USING (n)
		WHERE entry.n > ? ORDER BY entry.n LIMIT ?`,
		place,
		limit,
	);
	const last = found.length < limit ? null : found.at(-1);
	return { rows: found.map(rowOf), next: last ? number(last.n) : null };
}

export function rowOf(cells: Cells): Row {
	return {
		...summandOf(cells),
		id: text(cells.id),
		broker: text(cells.broker),
		system: text(cells.system),
		kind: text(cells.kind),
		group: textOrNull(cells.reader),
		family: textOrNull(cells.family),
		reason: {
			code: oneOf(reasonCodes, cells.reason_code),
			values: fromJson<Row["reason"]["values"]>(cells.reason_values),
		},
		sinceMs: number(cells.since_ms),
		state: textOrNull(cells.state),
		notes: fromJson<Row["notes"]>(cells.notes),
		highWater: numberOrNull(cells.high_water),
		stood: fromJsonOrNull<Stood>(cells.stood),
	};
}

/** The part of a row that is added up in a fold. */
export function summandOf(cells: Cells): Summand {
	const verdict = verdicts[number(cells.gravity)];
	if (verdict === undefined) throw new TypeError("a row has no verdict");
	return {
		channel: text(cells.channel),
		verdict,
		lag: amountOf(cells.lag, cells.lag_bound),
		timeLagSeconds: amountOf(cells.time_lag, cells.time_lag_bound),
		holding: numberOrNull(cells.holding),
		oldestHeldSeconds: numberOrNull(cells.oldest),
		deliveriesMax: numberOrNull(cells.deliveries),
		pace: {
			in: numberOrNull(cells.pace_in),
			out: numberOrNull(cells.pace_out),
		},
		members: fromJsonOrNull<Members>(cells.members),
		marginSeconds: amountOf(cells.margin, cells.margin_bound),
		drainedSeconds: numberOrNull(cells.drained),
		spark: unpackSpark(bytes(cells.spark)),
		atMs: number(cells.at_ms),
		stale: cells.stale === 1,
	};
}
