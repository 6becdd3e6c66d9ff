// How is a table written so that every program reads the same, and none takes a name for a formula?

export type Cell = string | number | boolean | null;

/** Spreadsheets reckon with what begins so, wide forms too; a leading apostrophe keeps it text. */
const formula = /^\s*[=+\-@＝＋－＠\t\r\n]/u;
const special = /[",\r\n]/;

function cellOf(cell: Cell): string {
	if (cell === null) return "";
	if (typeof cell !== "string") return String(cell);
	const text = formula.test(cell) ? `'${cell}` : cell;
	return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const csvOf = (rows: Iterable<readonly Cell[]>): string =>
	Array.from(rows, (row) => `${row.map(cellOf).join(",")}\r\n`).join("");
