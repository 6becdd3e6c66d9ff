// How low was the lag in each minute of the last day? What grows slowly shows only there.

export const dayMinutes = 1_440;

/** The newest minute last; NaN for what was not known. Four bytes a minute: enough for a direction. */
export type Day = {
	floors: Float32Array | null;
	minute: number;
	/** What was last reckoned from it, and in which minute: there is nothing new before the next. */
	growth: Growth | null;
	reckoned: number;
};

export type Growth = { readonly messages: number; readonly forMs: number };

export const newDay = (): Day => ({
	...{ floors: null, minute: 0, growth: null, reckoned: Number.NaN },
});

/** Nothing is kept until something has waited for once. */
export function noteFloor(day: Day, minute: number, lag: number): void {
	if (day.floors === null) {
		if (!(lag > 0)) return;
		day.floors = new Float32Array(dayMinutes).fill(Number.NaN);
		day.minute = minute;
	}
	const { floors } = day;
	const passed = Math.min(minute - day.minute, dayMinutes);
	if (passed > 0) {
		floors.copyWithin(0, passed);
		floors.fill(Number.NaN, dayMinutes - passed);
	}
	// A clock that was set back: the minutes go on as if it had not been.
	day.minute = minute;
	const lowest = floors[dayMinutes - 1] ?? Number.NaN;
	if (!(lowest <= lag)) floors[dayMinutes - 1] = lag;
}

/** The lowest lag of each of the last `count` blocks of so many minutes, oldest first; a block nobody knows is left out. */
export function blocksOf(
	{ floors }: Day,
	minutes: number,
	count: number,
): readonly number[] {
	if (floors === null) return [];
	const blocks: number[] = [];
	for (let block = count; block > 0; block--) {
		let lowest = Number.POSITIVE_INFINITY;
		const first = dayMinutes - block * minutes;
		for (let i = Math.max(0, first); i < first + minutes; i++) {
			const lag = floors[i] ?? Number.NaN;
			if (lag < lowest) lowest = lag;
		}
		if (lowest < Number.POSITIVE_INFINITY) blocks.push(lowest);
	}
	return blocks;
}
