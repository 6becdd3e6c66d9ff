// How does a record that is not whole go on? With a line that says what was found and who wants it so, and holds on to all that lies before it.
import type { RecordEntry } from "#lib/core/record.ts";
import { digestLine, digestSoFar, newDigest } from "../../record/digest.ts";
import { beginKeyAnew, keyIn } from "../../record/seal.ts";
import type { Acceptance, Verified } from "../../record-port.ts";
import type { Connection } from "../connection.ts";
import { linesUpTo } from "./stored-lines.ts";

type Fault = Extract<Verified, { readonly isWhole: false }>;

/** Within the transaction of its line, which is sealed with this key. */
export function acceptanceOf(
	connection: Connection,
	folder: string,
	{ fault, line }: Fault,
	{ by, why, atMs }: Acceptance,
): { readonly key: Uint8Array; readonly entry: RecordEntry } {
	const known = keyIn(folder);
	const isKeyNew = typeof known === "string";
	const key = isKeyNew ? beginKeyAnew(folder, atMs) : known;
	const renumbered = renumber(connection);
	// Whoever changed a line took them away.
	connection.exec(guards);
	const digest = newDigest();
	let lines = 0;
	for (const stored of linesUpTo(connection, lineMax)) {
		digestLine(digest, stored);
		lines++;
	}
	const before = { lines, digest: digestSoFar(digest) };
	const told = { fault, line, why, isKeyNew, renumbered, before };
	return { key, entry: { atMs, errand: null, event: "accepted", by, told } };
}

/** As the schema has them. */
const guards = `
CREATE TRIGGER IF NOT EXISTS record_stays BEFORE DELETE ON record
BEGIN SELECT raise(ABORT, 'the record is only added to'); END;
CREATE TRIGGER IF NOT EXISTS record_is_not_edited BEFORE UPDATE ON record
BEGIN SELECT raise(ABORT, 'the record is only added to'); END;
`;

/** No record of ours comes so far, and what lies beyond could not be followed by anything. */
const lineMax = 1_000_000_000_000;

/** What has no number a line can have goes behind all others, none of it away; says how many. */
function renumber(connection: Connection): number {
	const strange = `SELECT n FROM record WHERE n NOT BETWEEN 1 AND ${lineMax} ORDER BY n LIMIT 1`;
	connection.exec("DROP TRIGGER IF EXISTS record_is_not_edited");
	const last = `(SELECT ifnull(max(n), 0) FROM record WHERE n BETWEEN 1 AND ${lineMax})`;
	const step = `UPDATE record SET n = ${last} + 1 WHERE n = (${strange})`;
	let count = 0;
	while (connection.run(step) > 0) count++;
	return count;
}
