// Which lines does one entry have? Itself and, where it is open, what lies in it.
import type { FoldReply, RowReply } from "#lib/wire/board.ts";
import { type Open, openRows } from "#lib/wire/open.ts";
import type { Entry } from "./entries.ts";
import { type Places, placeAt } from "./places.ts";

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
	| { readonly is: "tide" }
	/** What stands there is on its way. */
	| { readonly is: "comes"; readonly at: number };

/** An entry, and what lies under it while it is open; `at` is its own place. */
export function linesIn(
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

/** What stands at a place, as far as the part that has come shows it. */
export function lineAt(
	places: Places,
	part: {
		readonly offset: number;
		readonly entries: readonly Entry[];
		readonly open: readonly Open[];
	},
	index: number,
): Line {
	const place = placeAt(places, index);
	if (place.is === "tide") return { is: "tide" };
	const { entry, line, at } = place;
	const found = part.entries[entry - part.offset];
	const lines = found ? linesIn(found, part.open, at - line) : [];
	return lines[line] ?? { is: "comes", at };
}
