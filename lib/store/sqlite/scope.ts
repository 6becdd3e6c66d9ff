// How is the engine asked what a scope holds? By core's own answer, one row at a time; only the board, which is walked whole, by patterns.
import type { DatabaseSync } from "node:sqlite";
import type { AlertTarget } from "#lib/core/alert/alert.ts";
import { isInScope } from "#lib/core/alert/in-scope.ts";
import {
	holdsAllOfGroup,
	holdsAt,
	isAnyName,
	reaches,
	type Scope,
	type Spot,
} from "#lib/core/people/scope.ts";
import { text, textOrNull } from "./cells.ts";
import { amongst, type Conditions, like } from "./conditions.ts";

export const scopeText = (scope: Scope): string => JSON.stringify(scope);

/** `holds(scope, broker, channel, reader)`, `holds_target(scope, target)` and `holds_spot(scope, spot, with its whole group)`. */
export function teachScopes(database: DatabaseSync): void {
	const known = { text: "null", scope: null as Scope };
	const scopeIn = (cell: unknown): Scope => {
		const its = text(cell);
		if (its !== known.text) {
			known.scope = JSON.parse(its);
			known.text = its;
		}
		return known.scope;
	};
	const always = { deterministic: true };
	database.function("holds", always, (scope, broker, channel, reader) => {
		const names = { broker: text(broker), channel: text(channel) };
		const spot = { ...names, group: textOrNull(reader) };
		return holdsAt(scopeIn(scope), spot) ? 1 : 0;
	});
	database.function("holds_target", always, (scope, told) => {
		const target: AlertTarget | null = JSON.parse(textOrNull(told) ?? "null");
		return target !== null && isInScope(scopeIn(scope), target) ? 1 : 0;
	});
	database.function("holds_spot", always, (scope, told, isWhole) => {
		const spot: Spot = JSON.parse(text(told));
		const its = scopeIn(scope);
		const isHeld = isWhole === 1 ? holdsAllOfGroup(its, spot) : true;
		return isHeld && holdsAt(its, spot) ? 1 : 0;
	});
}

/** Over `entry`: true where the scope holds the row. Null for everything. */
export function scopeConditions(
	scope: Scope,
	brokers: readonly string[],
): Conditions | null {
	if (scope === null) return null;
	const wheres = scope.flatMap((where) => {
		const reached = brokers.filter((name) => reaches([where], name));
		const isAll = reached.length === brokers.length;
		if (reached.length === 0) return [];
		const parts = [
			...(isAll ? [] : [amongst("broker", reached)]),
			...anyOf("channel", where.channels),
			...anyOf("reader", where.groups),
		];
		return [joined(parts, " AND ", "TRUE")];
	});
	return joined(wheres, " OR ", "FALSE");
}

function anyOf(
	column: string,
	patterns: readonly string[],
): readonly Conditions[] {
	if (isAnyName(patterns)) return [];
	const each = patterns.map((pattern) => like(column, pattern));
	return [joined(each, " OR ", "FALSE")];
}

const joined = (
	all: readonly Conditions[],
	word: " AND " | " OR ",
	none: "TRUE" | "FALSE",
): Conditions => ({
	sql: `(${all.map(({ sql }) => sql).join(word) || none})`,
	values: all.flatMap(({ values }) => values),
});
