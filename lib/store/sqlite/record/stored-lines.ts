// What lies in the record, line by line, and does it fit together?
import { headIn, keyIn } from "../../record/seal.ts";
import { type StoredLine, walk } from "../../record/walk.ts";
import type { Verified } from "../../record-port.ts";
import { bytes, number, text } from "../cells.ts";
import type { Connection } from "../connection.ts";

const linesAtOnce = 1_000;

export function verified(connection: Connection, folder: string): Verified {
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
}

/** A number far beyond those of lines is read as one that cannot follow. */
const select = `SELECT max(min(n, 1e15), -1e15) AS n, CAST(line AS BLOB) AS line, hash
	FROM record WHERE record.n > ? AND record.n <= ? ORDER BY record.n LIMIT ?`;

export function* linesUpTo(
	connection: Pick<Connection, "all">,
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
