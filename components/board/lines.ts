// Which lines has the table? The rows, and the tide line between what needs a person and what does not.
import type { RowReply } from "#lib/wire/board.ts";

export type Line =
	| { readonly is: "row"; readonly row: RowReply; readonly at: number }
	| { readonly is: "tide"; readonly healthy: number };

/** Only where gravity sorts is there one place to draw it, and only where the calm rows begin on this page. */
export function linesOf(it: {
	readonly rows: readonly RowReply[];
	readonly byGravity: boolean;
	readonly healthy: number;
	readonly from: number;
}): readonly Line[] {
	const { rows, byGravity, healthy, from } = it;
	const lines: Line[] = rows.map((row, at) => ({ is: "row", row, at }));
	if (!byGravity || healthy === 0) return lines;
	const calm = rows.findIndex(({ verdict }) => verdict === "healthy");
	const begins = calm > 0 || (calm === 0 && from === 0);
	return begins ? lines.toSpliced(calm, 0, { is: "tide", healthy }) : lines;
}
