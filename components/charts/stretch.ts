// Which point does a key lead to, and which stretch is chosen with it?

export type Pointing = {
	/** The place of the point that is told. */
	readonly at: number;
	/** Where the stretch begins that ends there; null while none is chosen. */
	readonly from: number | null;
};

const far = 10;

/** Null for a key that means nothing here. */
export function pointed(
	{ at, from }: Pointing,
	key: string,
	isStretching: boolean,
	last: number,
): Pointing | null {
	const to = placeOf(key, at, last);
	if (to === null) return null;
	const next = Math.min(last, Math.max(0, to));
	return { at: next, from: isStretching ? (from ?? at) : null };
}

function placeOf(key: string, at: number, last: number): number | null {
	switch (key) {
		case "ArrowLeft":
		case "ArrowDown":
			return at - 1;
		case "ArrowRight":
		case "ArrowUp":
			return at + 1;
		case "PageDown":
			return at - far;
		case "PageUp":
			return at + far;
		case "Home":
			return 0;
		case "End":
			return last;
		default:
			return null;
	}
}

export type Stretch = { readonly fromMs: number; readonly toMs: number };

/** From the one to the other, whichever comes first; null for one point, which is no stretch. */
export function stretchOf(
	points: readonly { readonly atMs: number }[],
	{ at, from }: Pointing,
): Stretch | null {
	if (from === null || from === at) return null;
	const fromMs = points[Math.min(at, from)]?.atMs;
	const toMs = points[Math.max(at, from)]?.atMs;
	return fromMs === undefined || toMs === undefined || fromMs === toMs
		? null
		: { fromMs, toMs };
}
