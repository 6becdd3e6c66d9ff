// Does a name fit a pattern in which `*` stands for anything? Nothing else is special, and case does not matter.

export const fold = (text: string): string => text.toLowerCase();

/** Pieces are found from left to right and never tried again, so a name is walked once whatever the pattern. */
export function globOf(pattern: string): (name: string) => boolean {
	const pieces = fold(pattern).split("*");
	const first = pieces[0] ?? "";
	if (pieces.length === 1) return (name) => fold(name) === first;
	const last = pieces.at(-1) ?? "";
	const between = pieces.slice(1, -1).filter((piece) => piece !== "");
	return (name) => {
		const folded = fold(name);
		const end = folded.length - last.length;
		if (end < first.length) return false;
		if (!folded.startsWith(first) || !folded.endsWith(last)) return false;
		let from = first.length;
		for (const piece of between) {
			const found = folded.indexOf(piece, from);
			if (found === -1) return false;
			from = found + piece.length;
		}
		return from <= end;
	};
}
