// Which clean-ups and changes stand on this page of what was done? The latest first, however many there were.
import { peopleVerbs } from "#lib/core/people/people.ts";
import type {
	ActivityAsked,
	ActivityFilter,
	ActivityPage,
} from "../../clean-up-port.ts";
import { number, text } from "../cells.ts";
import type { Cells, Connection, Value } from "../connection.ts";
import { errandOf } from "../errand-rows.ts";
import { placeAt, placeIn } from "../place.ts";
import { isOther } from "./others.ts";
import { thereFor } from "./there.ts";

export function activityOf(
	connection: Connection,
	asked: ActivityAsked,
): ActivityPage {
	const { filter, limit } = asked;
	if (filter.states?.length === 0) return { errands: [], next: null };
	return connection.reading(() => {
		const { sql, values } = placesOf(connection, asked);
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

/** It itself, and what was done to all of its group. */
function ofSubscription(
	connection: Connection,
	id: string | undefined,
): readonly Condition[] {
	if (id === undefined || !isOther(connection, id)) return is("target.id", id);
	const others = "SELECT errand FROM clean_up_other WHERE id = ?";
	const sql = `(target.id = ? OR target.errand IN (${others}))`;
	return [{ sql, values: [id, id] }];
}

/** Below this many, going from target to target costs less than passing all errands. */
const fewMax = 2_000;

function placesOf(
	connection: Connection,
	{ filter, cursor, seer, peopleBy }: ActivityAsked,
): Condition {
	const { states, by, broker, subscription, action } = filter;
	const ofErrand = [
		...is("errand.asked_by", by),
		...is("errand.action", action),
		...(states ? [oneOf("errand.state", states)] : []),
	];
	const ofTarget = [
		...ofSubscription(connection, subscription),
		...is("target.broker", broker),
	];
	const at = (asked: string, id: string) => [
		...timesOf(asked, filter),
		...(cursor === null ? [] : [before(`(${asked}, ${id})`, cursor)]),
	];
	const there = [
		...(seer === undefined ? [] : [thereFor(seer)]),
		...(peopleBy === undefined ? [] : [toldOfPeople(peopleBy)]),
	];
	const isAlongTargets =
		ofTarget.length > 0 &&
		(ofErrand.length === 0 || areFew(connection, ofTarget));
	return isAlongTargets
		? alongTargets(
				ofTarget,
				[...ofErrand, ...there],
				at("target.asked_ms", "target.errand"),
			)
		: alongErrands(ofTarget, [
				...ofErrand,
				...at("errand.asked_ms", "errand.id"),
				...there,
			]);
}

function areFew(connection: Connection, ofTarget: readonly Condition[]) {
	const { sql, values } = allOf(ofTarget);
	const some = `SELECT 1 FROM clean_up_target AS target WHERE ${sql} LIMIT ${fewMax + 1}`;
	const count = `SELECT count(*) AS n FROM (${some})`;
	return number(connection.one(count, ...values)?.n) <= fewMax;
}

/** An errand with several targets is met as often, and told once. */
function alongTargets(
	ofTarget: readonly Condition[],
	ofErrand: readonly Condition[],
	at: readonly Condition[],
): Condition {
	const { sql, values } = allOf([...ofTarget, ...ofErrand, ...at]);
	const join =
		ofErrand.length > 0 ? "CROSS JOIN errand ON errand.id = target.errand" : "";
	return {
		sql: `SELECT DISTINCT target.asked_ms, target.errand AS id FROM clean_up_target AS target ${join}
			WHERE ${sql} ORDER BY target.asked_ms DESC, target.errand DESC`,
		values,
	};
}

/** The index has all that is asked of an errand. */
function alongErrands(
	ofTarget: readonly Condition[],
	ofErrand: readonly Condition[],
): Condition {
	const target = allOf(ofTarget);
	const has = {
		sql: `EXISTS (SELECT 1 FROM clean_up_target AS target WHERE target.errand = errand.id AND target.asked_ms = errand.asked_ms AND ${target.sql})`,
		values: target.values,
	};
	const { sql, values } = allOf([
		{ sql: "errand.action IS NOT NULL", values: [] },
		...ofErrand,
		...(ofTarget.length > 0 ? [has] : []),
	]);
	return {
		sql: `SELECT errand.asked_ms, errand.id FROM errand INDEXED BY errand_activity
			WHERE ${sql} ORDER BY errand.asked_ms DESC, errand.id DESC`,
		values,
	};
}

const allOf = (conditions: readonly Condition[]): Condition => ({
	sql: conditions.map(({ sql }) => sql).join(" AND "),
	values: conditions.flatMap(({ values }) => values),
});

const toldOfPeople = (by: string | null): Condition => {
	const { sql, values } = oneOf("errand.action", peopleVerbs);
	const isBy = "errand.asked_by = ?";
	return { sql: `(NOT ${sql} OR ${isBy})`, values: [...values, by] };
};

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
	placeAt(number(cells.asked_ms), text(cells.id));

const before = (place: string, cursor: string): Condition => ({
	sql: `${place} < (?, ?)`,
	values: placeIn(cursor),
});
