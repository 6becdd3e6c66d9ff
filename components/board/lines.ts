// Which lines has the table? Rows and folds, what lies in those that are open, and the tide line between what needs a person and what does not.
import type { FoldReply, RowReply } from "#lib/wire/board.ts";
import { type Open, openRows } from "#lib/wire/board-request.ts";
import type { Entry } from "./entries.ts";

export type Line =
	| {
			readonly is: "row";
			readonly row: RowReply;
			readonly at: number;
			/** The fold it lies in. */
			readonly inside: string | null;
	  }
	| {
			readonly is: "fold";
			readonly fold: FoldReply;
			readonly row: RowReply;
			readonly at: number;
			readonly open: boolean;
	  }
	/** The rows of an open fold are on their way. */
	| { readonly is: "waits"; readonly inside: string; readonly at: number }
	/** Rows of an open fold that are not shown; `canAsk` when as many may be asked for. */
	| {
			readonly is: "more";
			readonly inside: string;
			readonly at: number;
			readonly left: number;
			readonly canAsk: boolean;
	  }
	| { readonly is: "tide"; readonly healthy: number };

/** Before which entry the tide line stands, or -1. Only where gravity sorts is there one place for it, and only where the calm begins on this page. */
export function tideIn(it: {
	readonly entries: readonly Entry[];
	readonly byGravity: boolean;
	readonly healthy: number;
	readonly from: number;
}): number {
	const { entries, byGravity, healthy, from } = it;
	if (!byGravity || healthy === 0) return -1;
	const calm = entries.findIndex(({ row }) => row.verdict === "healthy");
	return calm > 0 || (calm === 0 && from === 0) ? calm : -1;
}

export function linesOf(it: {
	readonly entries: readonly Entry[];
	readonly open: readonly Open[];
	readonly tide: number;
	readonly healthy: number;
}): readonly Line[] {
	const { entries, open, tide, healthy } = it;
	const lines: Line[] = [];
	let at = 0;
	for (const [index, entry] of entries.entries()) {
		if (index === tide) lines.push({ is: "tide", healthy });
		for (const line of linesIn(entry, open, at)) {
			lines.push(line);
			at++;
		}
	}
	return lines;
}

function linesIn(
	{ id, row, fold, inside }: Entry,
	open: readonly Open[],
	at: number,
): readonly Line[] {
	if (fold === null) return [{ is: "row", row, at, inside: null }];
	const asked = open.find((it) => it.id === id);
	const first: Line = { is: "fold", fold, row, at, open: asked !== undefined };
	if (asked === undefined) return [first];
	if (inside === null) return [first, { is: "waits", inside: id, at: at + 1 }];
	const rows = inside.map(
		(it, i): Line => ({ is: "row", row: it, at: at + 1 + i, inside: id }),
	);
	const left = fold.rows - inside.length;
	const canAsk = asked.limit < openRows.max;
	const last: Line = {
		is: "more",
		inside: id,
		at: at + 1 + rows.length,
		left,
		canAsk,
	};
	return left > 0 ? [first, ...rows, last] : [first, ...rows];
}

/** What the line is called, whichever place it stands in. */
export function keyOf(line: Line | undefined): string {
	switch (line?.is) {
		case "row":
			return line.row.id;
		case "fold":
			return line.fold.id;
		case "waits":
		case "more":
			return `${line.is} ${line.inside}`;
		case "tide":
		case undefined:
			return "tide";
	}
}
