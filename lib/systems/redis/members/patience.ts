// How long may a member show no life before anybody wonders? Three of its group's longest normal pauses, or what is configured.

/** The pauses between deliveries to a group. */
export type Pauses = {
	/** Of the last delivery; null before the first. */
	sinceMs: number | null;
	/** Since when, in this pause, something waits. */
	waitingMs: number | null;
	longestMs: number;
	/** The longest of the span before this one: what is no longer seen is forgotten in two spans. */
	earlierMs: number;
	spanMs: number;
};

const leastMs = 5 * 60_000;
const mostMs = 7 * 24 * 3_600_000;
const dayMs = 24 * 3_600_000;

export const noPauses = (nowMs: number): Pauses => ({
	...{ sinceMs: null, waitingMs: null, longestMs: 0 },
	...{ earlierMs: 0, spanMs: nowMs },
});

export function notePause(
	pauses: Pauses,
	now: { readonly delivered: boolean; readonly waits: boolean },
	nowMs: number,
): void {
	if (!now.delivered) {
		if (now.waits) pauses.waitingMs ??= nowMs;
		else pauses.waitingMs = null;
		return;
	}
	if (pauses.sinceMs !== null) {
		const pauseMs = nowMs - pauses.sinceMs;
		if (isNormal(pauses.waitingMs, pauseMs, nowMs))
			pauses.longestMs = Math.max(pauses.longestMs, pauseMs);
	}
	pauses.sinceMs = nowMs;
	pauses.waitingMs = null;
	if (nowMs - pauses.spanMs < Math.max(dayMs, 8 * pauses.longestMs)) return;
	pauses.earlierMs = pauses.longestMs;
	pauses.longestMs = 0;
	pauses.spanMs = nowMs;
}

/** A pause in which work waited most of the time was no rest but a failure. */
const isNormal = (waitingMs: number | null, pauseMs: number, nowMs: number) =>
	waitingMs === null || nowMs - waitingMs <= pauseMs / 2;

export function patienceOf(pauses: Pauses): number {
	const normalMs = Math.max(pauses.longestMs, pauses.earlierMs);
	return Math.min(mostMs, Math.max(leastMs, 3 * normalMs));
}

export const usualPatienceMs = leastMs;
