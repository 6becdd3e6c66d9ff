// How are figures shown? A column as wide as its widest cell, words to the left, numbers to the right.

export function table(
	head: readonly string[],
	rows: readonly (readonly string[])[],
): void {
	const all = [head, ...rows];
	const widths = head.map((_, i) =>
		Math.max(...all.map((row) => row[i]?.length ?? 0)),
	);
	for (const row of all) {
		const cells = row.map((cell, i) =>
			i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
		);
		process.stdout.write(`${cells.join("  ")}\n`);
	}
}

export function percentile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return (
		sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ??
		Number.NaN
	);
}
