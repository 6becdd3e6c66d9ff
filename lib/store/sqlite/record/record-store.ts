// What stands in the record, and is it all as it was written?
import type { RecordEntry, RecordLine } from "#lib/core/record.ts";
import type { RecordStore } from "../../record-port.ts";
import { number, text } from "../cells.ts";
import type { Connection } from "../connection.ts";
import type { Recorder } from "./recorder.ts";
import { verified } from "./stored-lines.ts";

export function recordStore(
	connection: Connection,
	folder: string,
	recorder: Recorder,
): RecordStore {
	return {
		async append(entry) {
			return recorder.append(entry);
		},
		async lines(after, limit) {
			const sql = "SELECT * FROM record WHERE n > ? ORDER BY n LIMIT ?";
			return connection.all(sql, after, limit).map(
				({ n, line, hash }): RecordLine => ({
					...entryIn(text(line)),
					n: number(n),
					hash: text(hash),
				}),
			);
		},
		async verify() {
			return verified(connection, folder);
		},
		async accept(acceptance) {
			return recorder.accept(acceptance);
		},
	};
}

/** Of a record that somebody accepted as it was, a line may be anything. */
function entryIn(line: string): RecordEntry {
	try {
		return JSON.parse(line);
	} catch {
		const nobody = { atMs: 0, errand: null, by: null };
		return { ...nobody, event: "unreadable", told: { text: line } };
	}
}
