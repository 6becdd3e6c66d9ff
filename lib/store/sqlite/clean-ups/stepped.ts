// Was a step taken? Then it has a line in the record, whole, or it was not taken.
import type { Errand } from "#lib/core/errand.ts";
import type { RecordEntry } from "#lib/core/record.ts";
import type { Connection } from "../connection.ts";
import { errandIn } from "../errand-rows.ts";
import type { Recorded } from "../record/recorder.ts";

/** Within the transaction of the step. */
export function stepped(
	connection: Connection,
	id: string,
	changed: number,
	entryOf: (errand: Errand) => RecordEntry,
): Recorded<boolean> {
	if (changed !== 1) return { result: false, entry: null };
	const errand = errandIn(connection, id, "short");
	if (errand === null) throw new TypeError("an errand went while it changed");
	return { result: true, entry: entryOf(errand) };
}
