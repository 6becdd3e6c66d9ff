// How much of a server's own time did our reading take?

/** `busyMs` of the server's time went into our questions, out of `overMs` that passed. */
export type OwnShare = { readonly busyMs: number; readonly overMs: number };

const minuteMs = 60_000;

/** The latest shares, as few as cover the last minute; none as soon as one is not known. */
export function lastMinute(
	before: readonly OwnShare[],
	latest: OwnShare | null,
): readonly OwnShare[] {
	if (latest === null) return [];
	const all = [...before, latest];
	let overMs = 0;
	let first = all.length;
	while (first > 0 && overMs < minuteMs) overMs += all[--first]?.overMs ?? 0;
	return all.slice(first);
}

export function together(shares: readonly OwnShare[]): OwnShare | null {
	if (shares.length === 0) return null;
	return shares.reduce((sum, { busyMs, overMs }) => ({
		busyMs: sum.busyMs + busyMs,
		overMs: sum.overMs + overMs,
	}));
}
