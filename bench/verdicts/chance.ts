// What does chance say? Numbers that the same seed makes again.

export type Chance = {
	/** From 0 up to, and without, 1. */
	next(): number;
	between(low: number, high: number): number;
	/** Every order of magnitude between the two is as likely as any other. */
	spread(low: number, high: number): number;
	whole(low: number, high: number): number;
	pick<T>(of: readonly [T, ...T[]]): T;
	normal(): number;
	poisson(mean: number): number;
};

export function chanceOf(seed: number): Chance {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const normal = () =>
		Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
	const between = (low: number, high: number) => low + (high - low) * next();
	const whole = (low: number, high: number) =>
		low + Math.floor((high - low + 1) * next());
	return {
		...{ next, normal, between, whole },
		spread: (low, high) => low * (high / low) ** next(),
		pick: (of) => of[whole(0, of.length - 1)] ?? of[0],
		poisson(mean) {
			if (mean <= 0) return 0;
			if (mean > 30)
				return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
			const floor = Math.exp(-mean);
			let count = 0;
			for (let left = next(); left > floor; left *= next()) count++;
			return count;
		},
	};
}
