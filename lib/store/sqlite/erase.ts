// How is something removed so that no file still holds it? Overwritten where it lay, and the log of changes emptied.
import type { Connection, Value } from "./connection.ts";

export function erase(
	connection: Connection,
	which: string,
	...values: readonly Value[]
): number {
	connection.exec("PRAGMA secure_delete = ON");
	try {
		const gone = connection.run(`DELETE FROM ${which}`, ...values);
		// Answers with a row instead of failing while somebody reads; the next one empties it.
		if (gone > 0) connection.one("PRAGMA wal_checkpoint(TRUNCATE)");
		return gone;
	} finally {
		connection.exec("PRAGMA secure_delete = OFF");
	}
}
