// What are the numbers of a window kept in? One piece of memory for each subscription there is.

export const readingsKept = 120;
export const minutesKept = 60;

/** Rings of readings; NaN stands for what was not known. */
export type WindowColumns = {
	readonly atMs: Float64Array;
	readonly lag: Float64Array;
	readonly arrived: Float64Array;
	readonly departed: Float64Array;
	/** Within some milliseconds a week, which is enough for a direction. */
	marginMs: Float32Array;
	/** How many partitions the sums cover: only readings of the same cover are compared. */
	readonly counted: Float32Array;
	readonly minutes: Float64Array;
};

/** Of most subscriptions no margin is ever known: they have one column of nothing together. */
const noMargin = unknowns();

function unknowns(): Float32Array {
	return new Float32Array(readingsKept).fill(Number.NaN);
}

/** Each piece of its own costs some 300 bytes beside its numbers. */
export function newColumns(): WindowColumns {
	const exact = 4 * readingsKept + minutesKept;
	const piece = new ArrayBuffer(8 * exact + 4 * readingsKept);
	const numbers = new Float64Array(piece, 0, exact).fill(Number.NaN);
	const rough = new Float32Array(piece, 8 * exact).fill(Number.NaN);
	const column = (n: number) =>
		numbers.subarray(n * readingsKept, (n + 1) * readingsKept);
	return {
		...{ atMs: column(0), lag: column(1) },
		...{ arrived: column(2), departed: column(3) },
		minutes: numbers.subarray(4 * readingsKept),
		marginMs: noMargin,
		counted: rough,
	};
}

export function noteMargin(
	columns: WindowColumns,
	i: number,
	ms: number,
): void {
	if (columns.marginMs === noMargin) {
		if (Number.isNaN(ms)) return;
		columns.marginMs = unknowns();
	}
	columns.marginMs[i] = ms;
}
