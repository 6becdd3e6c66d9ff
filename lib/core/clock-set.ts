// Was the clock set? The time of day beside one that nobody sets: what they differ by changes only when somebody sets it.

/** Less than this is a clock that is kept right in small steps, and nobody is wrong by much for it. */
const leastMs = 5_000;

/** Each call answers by how much the time of day was set since the call before; 0 where it was not. */
export function clockSet(): (wallMs: number, steadyMs: number) => number {
	let lastMs: number | null = null;
	return (wallMs, steadyMs) => {
		const offMs = wallMs - steadyMs;
		const byMs = offMs - (lastMs ?? offMs);
		lastMs = offMs;
		return Math.abs(byMs) < leastMs ? 0 : Math.round(byMs);
	};
}
