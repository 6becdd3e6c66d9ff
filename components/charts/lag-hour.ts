// Which marks has the axis of the last hour? A round number above the highest, and the quarters of the hour.

export type Marks = {
	readonly top: number;
	readonly lines: readonly number[];
	readonly quarters: readonly number[];
};

const quarterMs = 15 * 60_000;
const hourMs = 60 * 60_000;

export function marksOf(highest: number, endMs: number): Marks {
	const step = stepOf(highest);
	const count = Math.max(1, Math.ceil((highest * 1.1) / step));
	const lines = Array.from({ length: count + 1 }, (_, index) => index * step);
	const first = Math.ceil((endMs - hourMs) / quarterMs) * quarterMs;
	const quarters: number[] = [];
	for (let at = first; at <= endMs; at += quarterMs) quarters.push(at);
	return { top: count * step, lines, quarters };
}

/** One, two or five of a power of ten, so that about four lines stand below the top. */
function stepOf(highest: number): number {
	const raw = Math.max(1, highest) / 4;
	const power = 10 ** Math.floor(Math.log10(raw));
	const step = [1, 2, 5, 10].find((n) => n * power >= raw) ?? 10;
	return Math.max(1, step * power);
}
