// Does something grow, and how sure is that? The straight line nearest to its points.

type Point = { readonly x: number; readonly y: number };

export type Slope = {
	/** By how much y grows where x grows by one. */
	readonly slope: number;
	/** The standard error of that. */
	readonly error: number;
};

const sum = (values: readonly number[]): number =>
	values.reduce((total, value) => total + value, 0);

/** Null for fewer than three points, and where all of them lie at one x. */
export function slopeOf(points: readonly Point[]): Slope | null {
	const n = points.length;
	if (n < 3) return null;
	const meanX = sum(points.map(({ x }) => x)) / n;
	const meanY = sum(points.map(({ y }) => y)) / n;
	const spread = sum(points.map(({ x }) => (x - meanX) ** 2));
	if (spread === 0) return null;
	const slope =
		sum(points.map(({ x, y }) => (x - meanX) * (y - meanY))) / spread;
	const left = sum(
		points.map(({ x, y }) => (y - meanY - slope * (x - meanX)) ** 2),
	);
	return { slope, error: Math.sqrt(left / (n - 2) / spread) };
}

/** The least of each stretch: what is kept, without what only waits to be collected. */
export function leastOf(
	points: readonly Point[],
	stretch: number,
): readonly Point[] {
	const least = new Map<number, Point>();
	for (const point of points) {
		const place = Math.floor(point.x / stretch);
		const known = least.get(place);
		if (known === undefined || point.y < known.y) least.set(place, point);
	}
	return [...least.values()];
}
