// What does each row of the board mean to each rule about it? Rows that are as they were are passed over.
import type { AlertTarget } from "#lib/core/alert/alert.ts";
import type { Row } from "#lib/core/board.ts";
import type { Living, Moment } from "./living.ts";
import type { Board } from "./review.ts";
import { isHeard, type KindOf, sightOf, subscriptionOf } from "./seen.ts";
import type { Choosing } from "./watched.ts";

export type RowsSeen = {
	readonly rows: ReadonlyMap<string, Row>;
	/** Those that were there at the look before. */
	readonly went: readonly Row[];
	/** Rules are others than at the last look: each row counts as new. */
	readonly isAnew: boolean;
};

type Sought = {
	readonly living: Living;
	readonly choosing: Choosing;
	readonly kindOf: KindOf;
};

export function lookAtRows(
	board: Pick<Board, "rows" | "brokers">,
	at: Moment,
	before: RowsSeen,
	{ living, choosing, kindOf }: Sought,
): RowsSeen {
	const rows = new Map<string, Row>();
	const heard = new Set(board.brokers.filter(isHeard).map(({ name }) => name));
	for (const row of board.rows) {
		rows.set(row.id, row);
		if (!heard.has(row.broker)) continue;
		const alive = living.of(row.id);
		// Nothing lives of it, and nothing of it changed: nothing begins.
		if (!alive && !before.isAnew && before.rows.get(row.id) === row) continue;
		let target: AlertTarget | null = null;
		for (const watched of choosing.of(row)) {
			const { rule } = watched;
			if (rule.when.is === "vanished") continue;
			const alert = alive?.get(rule.name);
			const sight = sightOf(row, watched, alert, at.nowMs, kindOf);
			if (sight === null) continue;
			target ??= subscriptionOf(row);
			living.see(target, rule, sight, at);
		}
	}
	const went: Row[] = [];
	for (const [id, row] of before.rows) if (!rows.has(id)) went.push(row);
	return { rows, went, isAnew: false };
}
