// How is a filter asked of the engine? As conditions over `entry`, with every word of the user's as a bound value.
import type { Filter, FilterTerm } from "#lib/core/filter/filter.ts";
import { globOf } from "#lib/core/filter/glob.ts";
import { verdicts } from "#lib/core/verdict.ts";
import type { Value } from "./connection.ts";
import { sought } from "./rows.ts";

export type Conditions = {
	readonly sql: string;
	readonly values: readonly Value[];
};

/** Of a page of the board: with the part of it that says what is there at all, null where that is everything. */
export type BoardConditions = Conditions & {
	readonly scope: Conditions | null;
};

/** Brokers are few: which of them fit is decided here, once, and not again for each row. */
export function conditionsOf(
	filter: Filter,
	brokers: readonly string[],
): Conditions {
	const cheapFirst = filter.toSorted((a, b) => costOf(a) - costOf(b));
	const terms = cheapFirst.map((term) => {
		const { sql, values } = conditionOf(term, brokers);
		// Where a value is unknown the condition is neither true nor false, and its negation must hold.
		return { sql: term.not ? `(${sql}) IS NOT TRUE` : `(${sql})`, values };
	});
	return {
		sql: terms.map(({ sql }) => sql).join(" AND ") || "TRUE",
		values: terms.flatMap(({ values }) => values),
	};
}

/** The engine asks in this order, and numbers spare it most of the names. */
function costOf(term: FilterTerm): number {
	if (term.is === "word") return 2;
	return term.is === "match" && term.key !== "verdict" ? 1 : 0;
}

function conditionOf(term: FilterTerm, brokers: readonly string[]): Conditions {
	switch (term.is) {
		case "word":
			return wordCondition(term.pattern, brokers);
		case "match":
			return matchCondition(term, brokers);
		case "number":
			return { sql: `${term.key} ${term.compare} ?`, values: [term.n] };
		case "unknown":
			return { sql: `${term.key} IS NULL`, values: [] };
	}
}

function matchCondition(
	{ key, pattern }: FilterTerm & { is: "match" },
	brokers: readonly string[],
): Conditions {
	switch (key) {
		case "verdict": {
			const fits = globOf(pattern);
			const gravities = verdicts.flatMap((it, place) =>
				fits(it) ? place : [],
			);
			return amongst("gravity", gravities);
		}
		case "broker":
			return amongst("broker", brokers.filter(globOf(pattern)));
		case "system":
		case "kind":
			return like(`lower(${key})`, pattern);
		case "group":
			return like("reader", pattern);
		case "channel":
		case "family":
			return like(key, pattern);
	}
}

function wordCondition(
	pattern: string,
	brokers: readonly string[],
): Conditions {
	const fits = brokers.filter(globOf(`*${pattern}*`));
	const broker = amongst("broker", fits);
	const inside = pattern.includes("*")
		? "channel GLOB ? OR reader GLOB ?"
		: "instr(channel, ?) OR instr(reader, ?)";
	const value = pattern.includes("*")
		? globText(`*${pattern}*`)
		: sought(pattern);
	return {
		sql: `${inside} OR ${broker.sql}`,
		values: [value, value, ...broker.values],
	};
}

export function like(column: string, pattern: string): Conditions {
	return pattern.includes("*")
		? { sql: `${column} GLOB ?`, values: [globText(pattern)] }
		: { sql: `${column} = ?`, values: [sought(pattern)] };
}

export function amongst(
	column: string,
	values: readonly (string | number)[],
): Conditions {
	return {
		sql: `${column} IN (${values.map(() => "?").join(", ")})`,
		values,
	};
}

/** To the engine `?` and `[` are special too; in brackets they stand for themselves. */
const globText = (pattern: string): string =>
	sought(pattern).replaceAll(/[[?]/g, "[$&]").replaceAll(/\*+/g, "*");
