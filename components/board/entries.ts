// What stands on the board at its first level? Rows of their own and folds, each under a name that stays.
import type { BoardReply, FoldReply, RowReply } from "#lib/wire/board.ts";

export type Entry = {
	/** The row's id, or the fold's, whichever of its rows is the gravest. */
	readonly id: string;
	/** Of a fold the gravest. */
	readonly row: RowReply;
	readonly fold: FoldReply | null;
	/** The fold's rows, where they were asked for. */
	readonly inside: readonly RowReply[] | null;
};

export function entriesOf({
	rows,
	folds,
	opened,
}: Pick<BoardReply, "rows" | "folds" | "opened">): readonly Entry[] {
	return rows.map((row) => {
		const fold = folds[row.id] ?? null;
		const id = fold?.id ?? row.id;
		return { id, row, fold, inside: fold ? (opened[id] ?? null) : null };
	});
}
