// How hot is each of many partitions? In four steps of the largest lag, and in a shape that many fit into.

export type Bar = {
	readonly partition: number;
	readonly lag: number | null;
	readonly isStuck: boolean;
};

/** So many that bars would be hairs. */
export const heatFrom = 60;
export const cellPx = 8;
const gapPx = 2;

/** Null where the lag is not known; nothing waiting is no heat. */
export function heatOf(lag: number | null, most: number): 0 | 1 | 2 | 3 | null {
	if (lag === null) return null;
	if (lag <= 0) return 0;
	const share = lag / most;
	return share > 0.5 ? 3 : share > 0.1 ? 2 : 1;
}

export type Cell = { readonly x: number; readonly y: number };

/** Two rows, filled from left to right and then below; more only where the place is too narrow for two. */
export function cellsOf(
	count: number,
	width: number,
): { readonly cells: readonly Cell[]; readonly height: number } {
	const eachPx = cellPx + gapPx;
	const room = Math.max(1, Math.floor((width + gapPx) / eachPx));
	const columns = Math.min(room, Math.ceil(count / 2));
	const cells = Array.from({ length: count }, (_, i) => ({
		x: (i % columns) * eachPx,
		y: Math.floor(i / columns) * eachPx,
	}));
	return { cells, height: Math.ceil(count / columns) * eachPx - gapPx };
}

/** Which of so many bars have room for their number beneath: each, or every second, fifth, tenth … */
export function numberedEvery(count: number, width: number): number {
	const eachPx = width / Math.max(1, count);
	for (const every of [1, 2, 5, 10, 20, 50]) {
		if (every * eachPx >= numberPx) return every;
	}
	return 100;
}
const numberPx = 24;
