// What went from the board lately, and why?
import { type Gone, type GoneMark, goneWhys } from "#lib/core/gone.ts";
import { number, oneOf, orNull, text, textOrNull } from "./cells.ts";
import type { Connection } from "./connection.ts";

const keptMs = 7 * 24 * 3_600_000;

/** Takes the names from the row, which must still be there; of one that never was nothing is kept. */
const put = `INSERT INTO gone (id, broker, kind, channel, reader, why, at_ms)
	SELECT entry.id, entry.broker, entry.kind, sheet.channel, sheet.reader, ?, ?
	FROM entry JOIN sheet USING (n) WHERE entry.id = ?
	ON CONFLICT (id) DO UPDATE SET why = excluded.why, at_ms = excluded.at_ms`;

export function keepGone(connection: Connection, mark: GoneMark): void {
	connection.run(put, mark.why, mark.atMs, mark.id);
	connection.run("DELETE FROM gone WHERE at_ms < ?", mark.atMs - keptMs);
}

const why = orNull((cell: unknown) => oneOf(goneWhys, cell));

export function goneIn(connection: Connection, id: string): Gone | null {
	const cells = connection.one("SELECT * FROM gone WHERE id = ?", id);
	return (
		cells && {
			id: text(cells.id),
			broker: text(cells.broker),
			kind: text(cells.kind),
			channel: text(cells.channel),
			group: textOrNull(cells.reader),
			why: why(cells.why),
			atMs: number(cells.at_ms),
		}
	);
}
