// In which order do the rows stand? As the server sorts them, unless somebody points at them: then they stay where they are.
import type { RowReply } from "#lib/wire/board.ts";

export type Held = {
	readonly rows: readonly RowReply[];
	/** Rows that would stand elsewhere, come or go if the server's order were taken. */
	readonly moves: number;
};

/** Values are always the new ones; a row that is gone keeps its last ones until the order may change. */
export function hold(
	shown: readonly RowReply[],
	fresh: readonly RowReply[],
): Held {
	const byId = new Map(fresh.map((row) => [row.id, row]));
	const rows = shown.map((row) => byId.get(row.id) ?? { ...row, stale: true });
	let moves = 0;
	for (const [index, row] of rows.entries())
		if (fresh[index]?.id !== row.id) moves++;
	return { rows, moves: moves + Math.max(0, fresh.length - rows.length) };
}
