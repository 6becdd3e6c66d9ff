// Where in a list do messages lie that were put there together? Some may have been taken from one of their ends since, and others have come beside them.

export type Block = {
	/** From the end they were put at. */
	readonly offset: number;
	/** Which of them is the first that is still there, the outermost first, and how many follow. */
	readonly from: number;
	readonly count: number;
};

/** Where many look alike, one of so many places is theirs. */
const placesMax = 100;
const triesMax = 2_000;

/**
 * `put`: the outermost first. `there`: from the same end; `isAll` where nothing lies beyond it. Readers take from the one
 * end of what was put together or from the other, and never from within. Of several places it is the one where most lie.
 */
export function findBlock(
	put: readonly string[],
	there: readonly string[],
	isAll: boolean,
): Block | null {
	const places = new Map<string, number[]>();
	for (const [i, hash] of put.entries()) {
		const all = places.get(hash) ?? [];
		if (all.length < placesMax) all.push(i);
		places.set(hash, all);
	}
	let tries = 0;
	let best: Block | null = null;
	for (let offset = 0; offset < there.length; ) {
		let longest = 0;
		for (const from of places.get(there[offset] ?? "") ?? []) {
			if (tries++ > triesMax) return best;
			const count = lengthOf(put, from, there, offset, isAll);
			if (count > (best?.count ?? 0)) best = { offset, from, count };
			longest = Math.max(longest, count);
		}
		if (longest === put.length) return best;
		offset += Math.max(1, longest);
	}
	return best;
}

/** Zero where it breaks off before either of them ends. */
function lengthOf(
	put: readonly string[],
	from: number,
	there: readonly string[],
	offset: number,
	isAll: boolean,
): number {
	const rest = put.length - from;
	const here = there.length - offset;
	if (here < rest && !isAll) return 0;
	const count = Math.min(rest, here);
	for (let i = 0; i < count; i++)
		if (put[from + i] !== there[offset + i]) return 0;
	return count;
}
