// Does a row of numbers rise by more than its own unrest explains?

/**
 * How many times the rise exceeds what as many steps of chance would come to: a walk without a direction stays below
 * three, a saw-tooth below one.
 */
export function riseOf(values: readonly number[]): number {
	const steps = values.length - 1;
	if (steps < 2) return 0;
	const rise = (values.at(-1) ?? 0) - (values[0] ?? 0);
	if (rise <= 0) return 0;
	const mean = rise / steps;
	let squares = 0;
	for (let i = 1; i <= steps; i++) {
		const off = (values[i] ?? 0) - (values[i - 1] ?? 0) - mean;
		squares += off * off;
	}
	// Counts have a grain: without any unrest seen, one message is still one.
	const stray = Math.sqrt(Math.max(squares / (steps - 1), 0.25));
	return rise / (stray * Math.sqrt(steps));
}

/** Is the last part of it still higher at its end than where it began? */
export function risesAtTheEnd(
	values: readonly number[],
	share: number,
): boolean {
	const from = Math.floor((values.length - 1) * (1 - share));
	const last = values.slice(from);
	const half = Math.ceil(last.length / 2);
	const meanOf = (some: readonly number[]) =>
		some.reduce((sum, value) => sum + value, 0) / some.length;
	return meanOf(last.slice(-half)) > meanOf(last.slice(0, half));
}
