// Which known word did somebody probably mean?

/** Null when nothing known is near: a wrong guess is worse than none. */
export function nearest(word: string, known: readonly string[]): string | null {
	let best: string | null = null;
	let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
	for (const candidate of known) {
		const distance = distanceBetween(word.toLowerCase(), candidate);
		if (distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}

/** Levenshtein's distance; words far longer than any we know are not worth the work. */
function distanceBetween(a: string, b: string): number {
	if (Math.abs(a.length - b.length) > 8) return Number.POSITIVE_INFINITY;
	let above = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const line = [row];
		for (let column = 1; column <= b.length; column++) {
			const same = a[row - 1] === b[column - 1] ? 0 : 1;
			line.push(
				Math.min(
					(above[column] ?? 0) + 1,
					(line[column - 1] ?? 0) + 1,
					(above[column - 1] ?? 0) + same,
				),
			);
		}
		above = line;
	}
	return above[b.length] ?? 0;
}
