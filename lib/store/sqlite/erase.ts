// How is something removed so that no file still holds it? Overwritten where it lay, and the log of changes emptied.
import type { Connection, Value } from "./connection.ts";
import { engineWaitsMs } from "./patient.ts";

const readersMs = 1_000;

export function erase(
	connection: Connection,
	which: string,
	...values: readonly Value[]
): number {
	connection.exec("PRAGMA secure_delete = ON");
	try {
		const gone = connection.run(`DELETE FROM ${which}`, ...values);
		// Answers with a row instead of failing while somebody reads; the next one empties it.
		if (gone > 0) emptyLog(connection);
		return gone;
	} finally {
		connection.exec("PRAGMA secure_delete = OFF");
	}
}

/** Others read for milliseconds: worth a wait, so that nothing lies there until somebody asks again. */
function emptyLog(connection: Connection): void {
	connection.waits(readersMs);
	try {
		connection.one("PRAGMA wal_checkpoint(TRUNCATE)");
	} finally {
		connection.waits(engineWaitsMs);
	}
}
