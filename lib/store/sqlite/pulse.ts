// When did the collector last say that it lives?
import { historyFacts } from "#lib/core/history.ts";
import type { PulseStore } from "../store.ts";
import { number, oneOf } from "./cells.ts";
import type { Connection } from "./connection.ts";

export function pulseStore(connection: Connection): PulseStore {
	return {
		async beat({ atMs, startedMs, everyMs, history }) {
			connection.run(
				"INSERT OR REPLACE INTO pulse (only, at_ms, started_ms, every_ms, history) VALUES (1, ?, ?, ?, ?)",
				atMs,
				startedMs,
				everyMs,
				history,
			);
		},
		async last() {
			const cells = connection.one("SELECT * FROM pulse");
			return (
				cells && {
					atMs: number(cells.at_ms),
					startedMs: number(cells.started_ms),
					everyMs: number(cells.every_ms),
					history: oneOf(historyFacts, cells.history),
				}
			);
		},
	};
}
