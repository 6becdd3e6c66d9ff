// Which lines does the last hour of lag make? One piece for each unbroken run of readings; a gap is never bridged.

export type Box = { readonly width: number; readonly height: number };
export type Drawn = {
	readonly line: string;
	readonly area: string;
	readonly now: { readonly x: number; readonly y: number } | null;
	/** Where the high-water line lies; null where there is none. */
	readonly tide: number | null;
};
export type Series = readonly (number | null)[];

/** High water stands at four fifths, so that a rise has room; without it the highest does, and nothing but zeros lies on the ground. */
const head = 1.25;
const dot = 3;

type Point = { readonly x: number; readonly y: number };

export function spark(
	series: Series,
	box: Box,
	highWater: number | null = null,
): Drawn {
	const known = series.filter((n) => n !== null);
	const highest = Math.max(0, ...known);
	// What rose above all of that stays inside the box, and the line sinks.
	const top = Math.max((highWater ?? highest) * head, highest);
	const step = (box.width - dot) / Math.max(1, series.length - 1);
	const ground = box.height - 1.25;
	const rise = ground - 1;
	const yOf = (n: number) =>
		tenth(top === 0 ? ground : ground - (n / top) * rise);
	const runs: Point[][] = [];
	let before: number | null = null;
	for (const [index, n] of series.entries()) {
		if (n !== null) {
			const point = { x: tenth(index * step), y: yOf(n) };
			if (before === null) runs.push([point]);
			else runs.at(-1)?.push(point);
		}
		before = n;
	}
	const last = series.at(-1) ?? null;
	return {
		line: runs.map(lineOf).join(""),
		area: runs.map((run) => areaOf(run, box.height)).join(""),
		now: last === null ? null : (runs.at(-1)?.at(-1) ?? null),
		tide: highWater === null ? null : yOf(highWater),
	};
}

const tenth = (n: number): number => Math.round(n * 10) / 10;
const through = (run: readonly Point[]): string =>
	run.map(({ x, y }) => `${x} ${y}`).join("L");

/** A reading without neighbours is a short stroke, since a line of no length is not drawn. */
function lineOf(run: readonly Point[]): string {
	const [only] = run;
	return run.length === 1 && only
		? `M${only.x} ${only.y}h1`
		: `M${through(run)}`;
}

function areaOf(run: readonly Point[], height: number): string {
	const first = run[0];
	const last = run.at(-1);
	if (!first || !last || run.length === 1) return "";
	return `M${through(run)}V${height}H${first.x}z`;
}

export const trends = ["up", "flat", "down"] as const;
export type Trend = (typeof trends)[number];

/** Over the hour that is drawn: a twentieth of the highest is noise. */
export function trendOf(series: Series): Trend | null {
	const ends = endsOf(series);
	if (ends === null) return null;
	const known = series.filter((n) => n !== null);
	if (known.length < 2) return null;
	const noise = Math.max(...known) / 20;
	const rise = ends.to - ends.from;
	if (Math.abs(rise) <= noise) return "flat";
	return rise > 0 ? "up" : "down";
}

export function endsOf(
	series: Series,
): { readonly from: number; readonly to: number } | null {
	const known = series.filter((n) => n !== null);
	const from = known[0];
	const to = known.at(-1);
	return from === undefined || to === undefined ? null : { from, to };
}
