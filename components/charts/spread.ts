// How long is the bar of each count? As long as its share of the largest; what is there at all can be seen.

export type Counted = {
	/** No two of a picture have the same. */
	readonly name: string;
	/** What there is room for. */
	readonly short?: string;
	readonly n: number;
};

const leastPx = 2;

export function lengthsOf(counts: readonly Counted[], roomPx: number) {
	const most = Math.max(1, ...counts.map(({ n }) => n));
	return counts.map(({ n }) =>
		n <= 0 ? 0 : Math.max(leastPx, Math.round((n / most) * roomPx)),
	);
}
