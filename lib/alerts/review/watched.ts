// Which rules are about which row? Filters are taken apart once a rule, and what they say of names is asked once a row.

import type { KnownRule } from "#lib/core/alert/rule.ts";
import { type Muting, mutingOf } from "#lib/core/alert/telling/muted.ts";
import type { Row } from "#lib/core/board.ts";
import {
	type Filter,
	type FilterTerm,
	parseFilter,
} from "#lib/core/filter/filter.ts";
import { matcherOf } from "#lib/core/filter/matches.ts";

export type Watched = {
	readonly rule: KnownRule;
	/** By what never changes of a row. */
	readonly isNamed: (row: Row) => boolean;
	/** By its verdict and its numbers; null where the filter asks for none. */
	readonly fits: ((row: Row) => boolean) | null;
	/** For what has no row. */
	readonly isAbout: Muting;
};

const isOfNames = (term: FilterTerm): boolean =>
	term.is === "word" || (term.is === "match" && term.key !== "verdict");

export const filterOf = (text: string): Filter | null => {
	const parsed = parseFilter(text);
	return "filter" in parsed ? parsed.filter : null;
};

/** Null where it is off, or its filter is none. */
export function watchedBy(rule: KnownRule): Watched | null {
	const filter = rule.on ? filterOf(rule.among) : null;
	if (filter === null) return null;
	const changing = filter.filter((term) => !isOfNames(term));
	return {
		rule,
		isNamed: matcherOf(filter.filter(isOfNames)),
		fits: changing.length > 0 ? matcherOf(changing) : null,
		isAbout: mutingOf(filter),
	};
}

export type Choosing = {
	of(row: Row): readonly Watched[];
	/** It went: names come and go for ever, and are not kept for ever. */
	forget(row: Row): void;
};

/** Rows that the same rules are about share one list. */
export function choosingAmong(all: readonly Watched[]): Choosing {
	const chosen = new Map<string, Chosen>();
	const lists = new Map<string, readonly Watched[]>();
	return {
		of(row) {
			const known = chosen.get(row.id);
			if (known?.family === row.family) return known.those;
			const those = all.filter(({ isNamed }) => isNamed(row));
			const key = those.map(({ rule }) => rule.name).join("\n");
			const shared = lists.get(key) ?? those;
			lists.set(key, shared);
			chosen.set(row.id, { family: row.family, those: shared });
			return shared;
		},
		forget: ({ id }) => void chosen.delete(id),
	};
}

type Chosen = {
	readonly family: string | null;
	readonly those: readonly Watched[];
};
