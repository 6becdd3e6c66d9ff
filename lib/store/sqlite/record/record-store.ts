// What stands in the record, and is it all as it was written?
import type { RecordEntry, RecordLine } from "#lib/core/record.ts";
import { headIn, keyIn } from "../../record/seal.ts";
import { type StoredLine, walk } from "../../record/walk.ts";
import type { RecordStore } from "../../record-port.ts";
import { bytes, fromJson, number, text } from "../cells.ts";
import type { Connection } from "../connection.ts";
import type { Recorder } from "./recorder.ts";

const linesAtOnce = 1_000;

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
					...fromJson<RecordEntry>(line),
					n: number(n),
					hash: text(hash),
				}),
			);
		},
		async verify() {
			const key = keyIn(folder);
			// A head moves only under the same lock, so it is at most one behind what is there.
			const { head, last } = connection.writing(() => ({
				head: typeof key === "string" ? key : headIn(folder, key),
				last: number(
					connection.one(
						"SELECT iif(max(n) > 1e15, 1e19, ifnull(max(n), 0)) AS n FROM record",
					)?.n,
				),
			}));
			return walk({ key, head, lines: linesUpTo(connection, last) });
		},
	};
}

/** A number far beyond those of lines is read as one that cannot follow. */
const select = `SELECT max(min(n, 1e15), -1e15) AS n, CAST(line AS BLOB) AS line, hash
	FROM record WHERE record.n > ? AND record.n <= ? ORDER BY record.n LIMIT ?`;

function* linesUpTo(
	connection: Connection,
	last: number,
): Iterable<StoredLine> {
	for (let after = -1e19; ; ) {
		const lines = connection.all(select, after, last, linesAtOnce);
		for (const { n, line, hash } of lines) {
			after = number(n);
			yield { n: after, line: bytes(line), hash: text(hash) };
		}
		if (lines.length < linesAtOnce) return;
	}
}
