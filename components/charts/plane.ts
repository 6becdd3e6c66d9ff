// Which moment lies at which pixel? One geometry for all strips of a chart, and for whoever points at them.

export const left = 52;
/** For the words above the plot. */
export const above = 26;
export const mainHeight = 150;
export const betweenHeight = 14;
export const paceHeight = 56;
export const axisHeight = 22;
export const wholeHeight =
	above + mainHeight + betweenHeight + paceHeight + axisHeight;

export type Plane = {
	readonly width: number;
	readonly fromMs: number;
	/** Beyond the present, where something is foretold. */
	readonly endMs: number;
};

export const plotWidth = ({ width }: Plane): number =>
	Math.max(1, width - left);

export const xOf = (plane: Plane, ms: number): number =>
	left +
	((ms - plane.fromMs) / (plane.endMs - plane.fromMs)) * plotWidth(plane);

/** Within the range, however far somebody drags. */
export function msAt(plane: Plane, x: number): number {
	const share = (x - left) / plotWidth(plane);
	const inside = Math.min(1, Math.max(0, share));
	return plane.fromMs + inside * (plane.endMs - plane.fromMs);
}

export const yOf = (n: number, top: number): number =>
	above + mainHeight - (n / top) * mainHeight;

/** The place of the nearest; -1 where there is none. */
export function nearest(points: readonly { atMs: number }[], ms: number) {
	let best = -1;
	let bestMs = Number.POSITIVE_INFINITY;
	for (const [i, { atMs }] of points.entries()) {
		const apartMs = Math.abs(atMs - ms);
		if (apartMs > bestMs) break;
		best = i;
		bestMs = apartMs;
	}
	return best;
}
