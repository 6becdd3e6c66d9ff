// What was asked of the collector, and how does it hear of it?
import { deedOf, type Errand } from "#lib/core/errand.ts";
import type { ErrandEnd, ErrandStore } from "../errand-port.ts";
import { json, jsonOrNull, number, text } from "./cells.ts";
import { isThereFor } from "./clean-ups/there.ts";
import { type Cells, type Connection, isBusy } from "./connection.ts";
import { erase } from "./erase.ts";
import { errandIn, errandOf } from "./errand-rows.ts";

const watchEveryMs = 25;
const waits = "state IN ('asked', 'approved')";

export function errandStore(connection: Connection): {
	readonly store: ErrandStore;
	stop(): void;
} {
	const timers = new Set<NodeJS.Timeout>();
	const stop = () => {
		for (const timer of timers) clearInterval(timer);
		timers.clear();
	};
	return { store: { ...rowsOf(connection), watch }, stop };

	function watch(noticed: () => void): () => void {
		let seen = commitsOfOthers(connection);
		const timer = setInterval(() => {
			const now = commitsOfOthers(connection) ?? seen;
			if (now === seen) return;
			seen = now;
			noticed();
		}, watchEveryMs);
		timer.unref();
		timers.add(timer);
		return () => {
			clearInterval(timer);
			timers.delete(timer);
		};
	}
}

/** A number that changes with every commit of another connection, and costs microseconds; null while the file is locked. */
function commitsOfOthers(connection: Connection): number | null {
	try {
		return number(connection.one("PRAGMA data_version")?.data_version);
	} catch (error) {
		if (isBusy(error)) return null;
		throw error;
	}
}

function rowsOf(connection: Connection): Omit<ErrandStore, "watch"> {
	return {
		async ask({ id, by, session, wish, askedMs }) {
			connection.run(
				"INSERT INTO errand (id, asked_by, session, wish, state, asked_ms, action) VALUES (?, ?, ?, ?, 'asked', ?, ?)",
				id,
				by,
				session,
				json(wish),
				askedMs,
				deedOf(wish),
			);
		},
		async find(id, seer) {
			return connection.reading(() =>
				seer === undefined || isThereFor(connection, id, seer)
					? errandIn(connection, id)
					: null,
			);
		},
		async waitingTotal(most) {
			const some = `SELECT 1 FROM errand WHERE ${waits} LIMIT ?`;
			const sql = `SELECT count(*) AS n FROM (${some})`;
			return number(connection.one(sql, most)?.n);
		},
		async waiting(limit) {
			const sql = `SELECT * FROM errand WHERE ${waits} ORDER BY asked_ms, rowid LIMIT ?`;
			return connection
				.all(sql, limit)
				.map((cells) => believed(connection, cells))
				.filter((errand) => errand !== null);
		},
		async end(id, end) {
			return endErrand(connection, id, end, "state = 'asked'");
		},
		async forget(beforeMs, limit) {
			return connection.run(
				"DELETE FROM errand WHERE rowid IN (SELECT rowid FROM errand WHERE ended_ms < ? AND action IS NULL ORDER BY ended_ms LIMIT ?)",
				beforeMs,
				limit,
			);
		},
		async erase(id) {
			erase(connection, "errand WHERE id = ?", id);
		},
		async eraseContents(beforeMs) {
			const unread =
				"errand WHERE ended_ms < ? AND action IS NULL AND json_extract(wish, '$.pending.contents')";
			return erase(connection, unread, beforeMs);
		},
	};
}

function endErrand(
	connection: Connection,
	id: string,
	end: ErrandEnd,
	from: string,
) {
	const changed = connection.run(
		`UPDATE errand SET state = ?, ended_ms = ?, look = ?, findings = ?, alerts = ?, failure = ? WHERE id = ? AND ${from}`,
		end.state,
		end.endedMs,
		jsonOrNull("look" in end ? end.look : null),
		jsonOrNull("findings" in end ? end.findings : null),
		jsonOrNull("alerts" in end ? end.alerts : null),
		jsonOrNull(end.state === "failed" ? end.failure : null),
		id,
	);
	return changed === 1;
}

/** A row nobody could have asked is ended, so that it does not stand before all others for ever. */
function believed(connection: Connection, cells: Cells): Errand | null {
	try {
		return errandOf(connection, cells);
	} catch {
		const end = {
			state: "failed",
			failure: { key: "look failed", values: {} },
			endedMs: number(cells.asked_ms),
		} as const;
		endErrand(connection, text(cells.id), end, waits);
		return null;
	}
}
