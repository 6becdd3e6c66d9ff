// Which subscriptions would a rule have been about? Those on the board, the gravest first, and those that went.
import { setImmediate as others } from "node:timers/promises";
import type { AlertTarget } from "#lib/core/alert/alert.ts";
import { mutingOf } from "#lib/core/alert/telling/muted.ts";
import type { Row } from "#lib/core/board.ts";
import {
	type Filter,
	type FilterTerm,
	parseFilter,
	printFilter,
} from "#lib/core/filter/filter.ts";
import { matcherOf } from "#lib/core/filter/matches.ts";
import type { Remembered } from "#lib/core/history.ts";
import { Problem } from "#lib/core/problem.ts";
import { gravityOf } from "#lib/core/verdict.ts";
import type { Store } from "#lib/store/store.ts";

export type PastSubscription = Extract<
	AlertTarget,
	{ readonly is: "subscription" }
> & {
	/** Null while it is on the board. */
	readonly goneMs: number | null;
};

export type PastAmong = {
	readonly subscriptions: readonly PastSubscription[];
	/** All there are, of which no more than asked for are told. */
	readonly matched: number;
	readonly brokers: readonly {
		readonly name: string;
		readonly system: string;
	}[];
};

export type NamedFilter = {
	readonly named: Filter;
	/** Terms about the numbers and the verdict of one moment, which choose nobody in the past. */
	readonly leftOut: readonly string[];
};

export function namedFilter(among: string): NamedFilter {
	const parsed = parseFilter(among);
	if ("mistakes" in parsed) {
		const { key, values } = parsed.mistakes[0];
		throw new Problem("invalid", key, values);
	}
	const { filter } = parsed;
	return {
		named: filter.filter(isNamed),
		leftOut: filter
			.filter((term) => !isNamed(term))
			.map((term) => printFilter([term])),
	};
}

const isNamed = (term: FilterTerm): boolean =>
	term.is === "word" || (term.is === "match" && term.key !== "verdict");

const rowsAtOnce = 500;
const goneMax = 5_000;

export async function pastAmong(
	{
		board,
		history,
	}: {
		readonly board: Pick<Store["board"], "brokers" | "rowsAfter">;
		readonly history: Pick<Store["history"], "goneSince">;
	},
	named: Filter,
	asked: { readonly sinceMs: number; readonly most: number },
): Promise<PastAmong> {
	const fits = matcherOf(named);
	// What went has names, and nothing else that a row has.
	const fitsName = mutingOf(named);
	const systems = new Map(
		(await board.brokers()).map(({ name, system }) => [name, system]),
	);
	const found: Ranked[] = [];
	for (let place: number | null = 0; place !== null; ) {
		const { rows, next } = await board.rowsAfter(place, rowsAtOnce);
		for (const row of rows) if (fits(row)) found.push(rankedOf(row));
		place = next;
		await others();
	}
	for (const gone of await history.goneSince(asked.sinceMs, goneMax)) {
		const system = systems.get(gone.broker) ?? "";
		const it = targetOf(gone, system);
		if (fitsName(it, null)) found.push({ it, gravity: -1, lag: 0 });
	}
	found.sort((a, b) => b.gravity - a.gravity || b.lag - a.lag);
	return {
		subscriptions: found.slice(0, asked.most).map(({ it }) => it),
		matched: found.length,
		brokers: Array.from(systems, ([name, system]) => ({ name, system })),
	};
}

type Ranked = {
	readonly it: PastSubscription;
	readonly gravity: number;
	readonly lag: number;
};

const rankedOf = (row: Row): Ranked => ({
	it: targetOf({ ...row, goneMs: null }, row.system),
	gravity: gravityOf(row.verdict),
	lag: row.lag?.n ?? 0,
});

const targetOf = (
	it: Pick<
		Remembered,
		"id" | "broker" | "kind" | "channel" | "group" | "goneMs"
	>,
	system: string,
): PastSubscription => {
	const { id, broker, kind, channel, group, goneMs } = it;
	return {
		...{ is: "subscription", id, system, broker, kind, channel, group },
		goneMs,
	};
};
