// What does a field for date and time show, and which moment does it mean? In the zone in which times are shown.

/** Of the reader's zone, which lies so far ahead, to the second. */
export const fieldOf = (ms: number, zoneMs: number): string =>
	new Date(ms + zoneMs).toISOString().slice(0, 19);

/** Null for what is no time. Where the zone changes its distance, the one that held then counts. */
export function msOfField(
	text: string,
	zoneMs: (ms: number) => number,
): number | null {
	const shownMs = Date.parse(`${text}Z`);
	if (Number.isNaN(shownMs)) return null;
	const nearMs = shownMs - zoneMs(shownMs);
	return shownMs - zoneMs(nearMs);
}
