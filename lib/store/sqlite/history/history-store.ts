// What can be asked of history, and what keeps it small? The port's answers, each of one moment.
import type { HistoryStore } from "../../history-port.ts";
import { number } from "../cells.ts";
import type { Connection } from "../connection.ts";
import { sought } from "../rows.ts";
import { scopeText } from "../scope.ts";
import { beatsIn } from "./blocks.ts";
import { highWaterOf } from "./high-water.ts";
import { rangeOf } from "./range.ts";
import { rebuild } from "./rebuild.ts";
import { remembered } from "./series.ts";
import { thinner } from "./thin.ts";

const there = "(?2 = 'null' OR holds(?2, broker, channel, reader))";

/** On the board first, then what went last; a name is found by any part of it. */
const findSql = `SELECT * FROM past_series WHERE instr(sought, ?1) > 0 AND ${there}
	ORDER BY gone_ms IS NOT NULL, gone_ms DESC, channel, reader LIMIT ?3`;

const goneSql = `SELECT * FROM past_series WHERE gone_ms >= ?1 AND ${there} ORDER BY gone_ms DESC LIMIT ?3`;

export function historyStore(connection: Connection): HistoryStore {
	const thin = thinner(connection);
	return {
		async range(id, asked) {
			return connection.reading(() => rangeOf(connection, id, asked));
		},
		async highWater(id, beforeMs) {
			return connection.reading(() => highWaterOf(connection, id, beforeMs));
		},
		async find(name, limit, scope = null) {
			return connection
				.all(findSql, sought(name), scopeText(scope), limit)
				.map(remembered);
		},
		async goneSince(sinceMs, limit, scope = null) {
			return connection
				.all(goneSql, sinceMs, scopeText(scope), limit)
				.map(remembered);
		},
		async beats(broker, fromMs, toMs) {
			return connection.reading(() =>
				beatsIn(connection, broker, fromMs, toMs),
			);
		},
		rebuild: (broker, asked) => rebuild(connection, broker, asked),
		async thin(nowMs, keep) {
			return thin(nowMs, keep);
		},
		async spareBytes() {
			const free = connection.one("PRAGMA freelist_count")?.freelist_count;
			const size = connection.one("PRAGMA page_size")?.page_size;
			return number(free) * number(size);
		},
	};
}
