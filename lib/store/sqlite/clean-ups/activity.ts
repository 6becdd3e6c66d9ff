// Which clean-ups stand on this page of what was done? The latest first, however many there were.
import { Problem } from "#lib/core/problem.ts";
import type {
	ActivityAsked,
	ActivityFilter,
	ActivityPage,
} from "../../clean-up-port.ts";
import { number, text } from "../cells.ts";
import type { Cells, Connection, Value } from "../connection.ts";
import { errandOf } from "../errand-rows.ts";

export function activityOf(
	connection: Connection,
	{ filter, cursor, limit }: ActivityAsked,
): ActivityPage {
	if (filter.states?.length === 0) return { errands: [], next: null };
	const { sql, values } = placesOf(filter, cursor);
	return connection.reading(() => {
		// Only rows that made it onto the page are read whole.
		const found = connection.all(
			`WITH page AS MATERIALIZED (${sql} LIMIT ?) SELECT errand.* FROM page CROSS JOIN errand USING (id)
			ORDER BY page.asked_ms DESC, page.id DESC`,
			...values,
			limit + 1,
		);
		const shown = found.slice(0, limit);
		const last = shown.at(-1);
		return {
			errands: shown.map((cells) => errandOf(connection, cells, "short")),
			next: last && found.length > limit ? cursorAt(last) : null,
		};
	});
}

type Condition = { readonly sql: string; readonly values: readonly Value[] };

const is = (column: string, value: Value | undefined): readonly Condition[] =>
	value === undefined ? [] : [{ sql: `${column} = ?`, values: [value] }];

/** Along an index that has all that is asked of, or along the targets of one broker or subscription. */
function placesOf(filter: ActivityFilter, cursor: string | null): Condition {
	const { states, by, broker, subscription, action } = filter;
	const ofErrand = [
		...is("errand.asked_by", by),
		...is("errand.action", action),
		...(states ? [oneOf("errand.state", states)] : []),
	];
	const ofTarget = [...is("target.id", subscription), ...is("broker", broker)];
	const isAlongTargets = ofTarget.length > 0;
	const [asked, id] = isAlongTargets
		? ["target.asked_ms", "target.errand"]
		: ["errand.asked_ms", "errand.id"];
	const along = isAlongTargets
		? `clean_up_target AS target INDEXED BY target_by_${subscription === undefined ? "broker" : "id"}`
		: "errand INDEXED BY errand_activity";
	const join =
		isAlongTargets && ofErrand.length > 0
			? "CROSS JOIN errand ON errand.id = target.errand"
			: "";
	const all = [
		...ofTarget,
		...ofErrand,
		...(isAlongTargets
			? []
			: [{ sql: "errand.action IS NOT NULL", values: [] }]),
		...timesOf(asked, filter),
		...(cursor === null ? [] : [before(`(${asked}, ${id})`, cursor)]),
	];
	return {
		sql: `SELECT DISTINCT ${asked} AS asked_ms, ${id} AS id FROM ${along} ${join}
			WHERE ${all.map((it) => it.sql).join(" AND ")} ORDER BY ${asked} DESC, ${id} DESC`,
		values: all.flatMap((it) => it.values),
	};
}

const oneOf = (column: string, values: readonly string[]): Condition => ({
	sql: `${column} IN (${values.map(() => "?").join(", ")})`,
	values,
});

function timesOf(
	asked: string,
	{ fromMs, toMs }: ActivityFilter,
): readonly Condition[] {
	return [
		...(fromMs === undefined
			? []
			: [{ sql: `${asked} >= ?`, values: [fromMs] }]),
		...(toMs === undefined ? [] : [{ sql: `${asked} < ?`, values: [toMs] }]),
	];
}

const cursorAt = (cells: Cells): string =>
	Buffer.from(
		JSON.stringify([number(cells.asked_ms), text(cells.id)]),
	).toString("base64url");

function before(place: string, cursor: string): Condition {
	const [askedMs, id] = listIn(cursor);
	if (typeof askedMs !== "number" || typeof id !== "string")
		throw new Problem("invalid", "bad cursor");
	return { sql: `${place} < (?, ?)`, values: [askedMs, id] };
}

function listIn(cursor: string): readonly unknown[] {
	try {
		const list: unknown = JSON.parse(
			Buffer.from(cursor, "base64url").toString(),
		);
		return Array.isArray(list) ? list : [];
	} catch {
		return [];
	}
}
