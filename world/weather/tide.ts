// How many messages does a moment bring?

/** Messages per second at a time, in milliseconds since the weather began. */
export type Tide = (atMs: number) => number;

export const steady =
	(perSecond: number): Tide =>
	() =>
		perSecond;

/** Swells and ebbs around `perSecond`, twice as much at its height and nothing at its lowest. */
export const swell =
	(perSecond: number, everyMs: number): Tide =>
	(atMs) =>
		perSecond * (1 + Math.sin((2 * Math.PI * atMs) / everyMs));

export const bursts =
	(burst: {
		readonly perSecond: number;
		readonly everyMs: number;
		readonly lastsMs: number;
		readonly betweenPerSecond: number;
	}): Tide =>
	(atMs) =>
		atMs % burst.everyMs < burst.lastsMs
			? burst.perSecond
			: burst.betweenPerSecond;

/** Counts whole messages out of a tide, and carries what is left of one to the next time. */
export function counter(tide: Tide): (atMs: number) => number {
	let lastMs = 0;
	let left = 0;
	return (atMs) => {
		// After a broker was silent for long, the customers who waited do not all come at once.
		const elapsedMs = Math.min(atMs - lastMs, 2000);
		lastMs = atMs;
		left += (tide(atMs) * elapsedMs) / 1000;
		const whole = Math.floor(left);
		left -= whole;
		return whole;
	};
}
