// How low was the lag in each minute of the last day, and how much came meanwhile? What grows slowly shows only there.

export const dayMinutes = 1_440;
const paceMinutes = 5;
const paces = dayMinutes / paceMinutes;

/** So far back each minute is told apart: two hours. Before that, five minutes together are enough for hours and quarters. */
const minutesApart = 120;
const cellMinutes = 5;
/** One more than a day has: the newest is not full yet. */
const cells = dayMinutes / cellMinutes + 1;

/** The lowest lag of each minute and of each cell, the newest last; NaN for what was not known. Four bytes each: enough for a direction. */
type Floors = {
	readonly minutes: Float32Array;
	readonly cells: Float32Array;
};

export type Day = {
	floors: Floors | null;
	minute: number;
	/** While no floors are kept: since which minute all of them were zero, and the lowest of the newest. */
	emptySince: number;
	lowest: number;
	/** What came in each five minutes, the newest last, and the count at the beginning of the newest. */
	arrivals: Float32Array | null;
	arrivedFrom: number;
	/** What was last reckoned from it, and in which minute: there is nothing new before the next. */
	growth: Growth | null;
	reckoned: number;
};

export type Growth = { readonly messages: number; readonly forMs: number };

export const newDay = (): Day => ({
	...{ floors: null, minute: 0, growth: null, reckoned: Number.NaN },
	...{ arrivals: null, arrivedFrom: Number.NaN },
	...{ emptySince: 0, lowest: Number.NaN },
});

/**
 * Nothing is kept until something has waited for once, and no floors until something has waited for a whole minute: most
 * groups read all there is again and again, and kilobytes of zeros for each would be most of what is remembered.
 */
export function noteMinute(
	day: Day,
	minute: number,
	lag: number,
	arrived: number,
): void {
	if (day.arrivals === null) {
		if (!(lag > 0)) return;
		day.arrivals = new Float32Array(paces).fill(Number.NaN);
		day.minute = minute;
		day.emptySince = minute;
	}
	noteArrivals(day, minute, arrived);
	const passed = Math.min(minute - day.minute, dayMinutes);
	if (day.floors === null && passed > 0 && day.lowest > 0)
		day.floors = floorsUntil(day);
	const { floors } = day;
	if (floors === null) noteEmpty(day, minute, lag);
	else {
		pass(floors.minutes, passed);
		pass(floors.cells, cellOf(minute) - cellOf(day.minute));
		lower(floors.minutes, lag);
		lower(floors.cells, lag);
	}
	// A clock that was set back: the minutes go on as if it had not been.
	day.minute = minute;
}

/** A minute of which nobody knows anything ends the row of zeros. */
function noteEmpty(day: Day, minute: number, lag: number): void {
	const passed = minute - day.minute;
	if (passed > 1 || (passed === 1 && day.lowest !== 0)) day.emptySince = minute;
	if (passed > 0 || !(day.lowest <= lag)) day.lowest = lag;
}

/** As if they had been kept from the beginning. */
function floorsUntil({ minute, emptySince, lowest }: Day): Floors {
	const both = new Float32Array(minutesApart + cells).fill(Number.NaN);
	const floors = {
		minutes: both.subarray(0, minutesApart),
		cells: both.subarray(minutesApart),
	};
	const empty = minute - emptySince;
	if (empty > 0) {
		floors.minutes.fill(0, Math.max(0, minutesApart - 1 - empty));
		const emptyCells = cellOf(minute) - cellOf(emptySince);
		floors.cells.fill(0, Math.max(0, cells - 1 - emptyCells));
	}
	floors.minutes[minutesApart - 1] = lowest;
	const isCellNew = empty === 0 || cellOf(minute - 1) < cellOf(minute);
	if (isCellNew) floors.cells[cells - 1] = lowest;
	return floors;
}

const cellOf = (minute: number): number => Math.floor(minute / cellMinutes);

function pass(floors: Float32Array, count: number): void {
	const passed = Math.min(count, floors.length);
	if (passed <= 0) return;
	floors.copyWithin(0, passed);
	floors.fill(Number.NaN, floors.length - passed);
}

function lower(floors: Float32Array, lag: number): void {
	const newest = floors.length - 1;
	if (!((floors[newest] ?? Number.NaN) <= lag)) floors[newest] = lag;
}

function noteArrivals(day: Day, minute: number, arrived: number): void {
	const { arrivals } = day;
	const block = Math.floor(minute / paceMinutes);
	const passed = Math.min(block - Math.floor(day.minute / paceMinutes), paces);
	if (arrivals === null) return;
	if (passed > 0) {
		// Where more than one has passed nobody knows what came in which.
		arrivals[paces - 1] = passed === 1 ? arrived - day.arrivedFrom : Number.NaN;
		arrivals.copyWithin(0, passed);
		arrivals.fill(Number.NaN, paces - passed);
	}
	if (passed !== 0 || Number.isNaN(day.arrivedFrom)) day.arrivedFrom = arrived;
}

/** How many times as much came lately as at the beginning of so many minutes; 1 where nobody knows. */
export function quickening({ arrivals }: Day, minutes: number): number {
	if (arrivals === null) return 1;
	const count = Math.max(3, Math.floor(minutes / paceMinutes));
	const known = arrivals
		.subarray(Math.max(0, paces - 1 - count), paces - 1)
		.filter((n) => !Number.isNaN(n));
	const third = Math.ceil(known.length / 3);
	const [first, last] = [known.slice(0, third), known.slice(-third)];
	const sum = (some: Float32Array) => some.reduce((a, b) => a + b, 0);
	return third > 0 && sum(first) > 0 ? sum(last) / sum(first) : 1;
}

/** The lowest lag of each of the last `count` blocks of so many minutes, oldest first; a block nobody knows is left out. */
export function blocksOf(
	{ floors }: Day,
	minutes: number,
	count: number,
): readonly number[] {
	if (floors === null) return [];
	if (minutes * count <= minutesApart)
		return lowestIn(floors.minutes, minutes, count, 0);
	// The newest has its last cell beside the full ones: were it shorter than the others, it would seem higher.
	return lowestIn(floors.cells, minutes / cellMinutes, count, 1);
}

function lowestIn(
	floors: Float32Array,
	each: number,
	count: number,
	beside: number,
): readonly number[] {
	const lows: number[] = [];
	const full = floors.length - beside;
	for (let block = count; block > 0; block--) {
		let lowest = Number.POSITIVE_INFINITY;
		const first = full - block * each;
		const end = block === 1 ? floors.length : first + each;
		for (let i = Math.max(0, first); i < end; i++) {
			const lag = floors[i] ?? Number.NaN;
			if (lag < lowest) lowest = lag;
		}
		if (lowest < Number.POSITIVE_INFINITY) lows.push(lowest);
	}
	return lows;
}
