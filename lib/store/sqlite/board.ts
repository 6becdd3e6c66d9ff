// What stands on the board, and what makes its revision grow?
import type { SystemWords } from "#lib/core/board.ts";
import type { BoardStore, TickWrite } from "../store.ts";
import { brokersIn, putBroker } from "./brokers.ts";
import { bystandersIn, putBystanders } from "./bystanders.ts";
import { fromJson, json } from "./cells.ts";
import type { Connection } from "./connection.ts";
import { countFolds, putRows } from "./folds.ts";
import { goneIn, keepGone } from "./gone.ts";
import { leave } from "./history/series.ts";
import { historyWriter } from "./history/write.ts";
import { pagesOf } from "./pages.ts";
import { growRev, revOf } from "./revision.ts";
import { rowOf, rowsAfter, rowsWhere } from "./rows.ts";
import { sizesOf } from "./sizes.ts";

export function boardStore(connection: Connection): BoardStore {
	const page = pagesOf(connection);
	const sizes = sizesOf(connection);
	const history = historyWriter(connection);
	return {
		async write(tick) {
			try {
				connection.writing(() => {
					if (putTick(connection, tick)) growRev(connection);
					for (const past of tick.history ?? []) history.put(past);
					for (const mark of tick.gone) history.gone(mark);
				});
			} catch (error) {
				history.forget();
				throw error;
			}
		},
		async settle(brokers, systems) {
			connection.writing(() => {
				const gone = connection.run(
					"DELETE FROM broker WHERE name NOT IN (SELECT value FROM json_each(?))",
					json(brokers),
				);
				leave(connection, brokers);
				if (putWords(connection, systems) || gone > 0) growRev(connection);
			});
		},
		async page(query) {
			return page(query);
		},
		async row(id) {
			const cells = connection.one(rowsWhere("entry.id = ?"), id);
			return cells && rowOf(cells);
		},
		async gone(id) {
			return goneIn(connection, id);
		},
		async rowsOf(broker) {
			return connection.all(rowsWhere("entry.broker = ?"), broker).map(rowOf);
		},
		async rowsAfter(place, limit) {
			return rowsAfter(connection, place, limit);
		},
		async brokers() {
			return brokersIn(connection);
		},
		async sizes(scope) {
			return sizes(scope);
		},
		async bystandersOf(broker) {
			return bystandersIn(connection, broker);
		},
		async systems() {
			return wordsIn(connection);
		},
		async rev() {
			return revOf(connection);
		},
	};
}

/** True when somebody who looks at the board could see a difference. */
function putTick(connection: Connection, tick: TickWrite): boolean {
	let changed = putBroker(connection, tick.broker);
	if (tick.bystanders)
		changed =
			putBystanders(connection, tick.broker.name, tick.bystanders) || changed;
	changed = putRows(connection, tick.rows) || changed;
	for (const mark of tick.gone) {
		keepGone(connection, mark);
		const gone = connection.run("DELETE FROM entry WHERE id = ?", mark.id);
		changed = gone > 0 || changed;
	}
	countFolds(connection);
	return changed;
}

function wordsIn(connection: Connection): readonly SystemWords[] {
	return connection
		.all("SELECT words FROM system ORDER BY place")
		.map((cells) => fromJson<SystemWords>(cells.words));
}

function putWords(
	connection: Connection,
	systems: readonly SystemWords[],
): boolean {
	if (json(wordsIn(connection)) === json(systems)) return false;
	connection.run("DELETE FROM system");
	for (const [place, words] of systems.entries())
		connection.run(
			"INSERT INTO system (name, place, words) VALUES (?, ?, ?)",
			words.name,
			place,
			json(words),
		);
	return true;
}
