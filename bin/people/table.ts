// How is a list told at a terminal? In columns, as wide as what stands in them.

export function linesOf(
	heads: readonly string[],
	rows: readonly (readonly string[])[],
): string {
	const all = [heads, ...rows];
	const widths = heads.map((_, at) =>
		Math.max(...all.map((row) => row[at]?.length ?? 0)),
	);
	return all
		.map((row) =>
			row
				.map((cell, at) => cell.padEnd(widths[at] ?? 0))
				.join("  ")
				.trimEnd(),
		)
		.join("\n");
}

/** In UTC, so that two who compare read the same. */
export const momentOf = (ms: number): string =>
	`${new Date(ms).toISOString().slice(0, 16).replace("T", " ")} UTC`;
