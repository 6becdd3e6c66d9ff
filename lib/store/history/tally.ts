// What do many cells say together? The worst of each gauge, its mean over the readings, and how it stood last.
import type { Cells } from "./cells.ts";
import { ageSignOf, column, gaugeColumns, thinnedCount } from "./columns.ts";
import { Gathered } from "./gathered.ts";
import { everything, type Wanted } from "./wanted.ts";

/** Puts cells, in the order of time, into greater ones that begin at `starts`; what lies before the first is left out. */
export class Tally {
	readonly #out: Cells;
	readonly #isExact: boolean;
	readonly #endMs: number;
	readonly #gauges: readonly {
		readonly g: number;
		readonly at: number;
		readonly gathered: Gathered;
	}[];
	readonly #columns: readonly number[];
	readonly #state: Float64Array;
	#at = -1;
	#written = 0;

	/** `isExact` where cells are told as of their last reading, and not as of their end; what is not wanted stays unknown. */
	constructor(
		starts: Float64Array,
		endMs: number,
		state: Float64Array,
		{
			isExact = false,
			wanted = everything,
		}: { readonly isExact?: boolean; readonly wanted?: Wanted } = {},
	) {
		this.#isExact = isExact;
		this.#endMs = endMs;
		this.#state = state.slice(0, thinnedCount);
		this.#columns = wanted.columns;
		this.#gauges = wanted.gauges.map((g) => {
			const at = gaugeColumns[g] ?? 0;
			return { g, at, gathered: new Gathered(ageSignOf(at)) };
		});
		this.#out = blankCells(starts, endMs, wanted);
	}

	add(cells: Cells): void {
		for (let i = 0; i < cells.length; i++) {
			const ms = cells.atMs[i] ?? 0;
			if (ms >= this.#endMs) return;
			this.#go(ms);
			if (this.#at >= 0) this.#take(cells, i);
			for (const at of this.#columns)
				this.#state[at] = cells.last[at]?.[i] ?? Number.NaN;
		}
	}

	done(): Cells {
		this.#finish();
		this.#carry(this.#out.length);
		return this.#out;
	}

	#go(ms: number): void {
		const { atMs, length } = this.#out;
		let at = this.#at;
		while (at + 1 < length && (atMs[at + 1] ?? Infinity) <= ms) at++;
		if (at === this.#at) return;
		this.#finish();
		this.#at = at;
		this.#carry(at);
		for (const { gathered } of this.#gauges) gathered.begin();
	}

	#take(cells: Cells, i: number): void {
		const { readings, markPeak, asked, seconds, middles } = this.#out;
		const at = this.#at;
		const mark = cells.markPeak[i] ?? Number.NaN;
		const worst = markPeak[at] ?? Number.NaN;
		const count = cells.readings[i] ?? 0;
		// A mark nobody told again, because nobody was heard, is no news of this cell.
		const isNews = count > 0 || mark !== this.#state[column.mark];
		if (isNews && !(mark <= worst)) markPeak[at] = mark;
		if (count === 0) return;
		readings[at] = (readings[at] ?? 0) + count;
		if (this.#isExact) seconds[at] = middles[at] = cells.seconds[i] ?? 0;
		if (cells.asked[i] !== 1) return;
		asked[at] = 1;
		for (const { g, at, gathered } of this.#gauges)
			gathered.add(
				cells.peak[g]?.[i] ?? Number.NaN,
				cells.mean[g]?.[i] ?? Number.NaN,
				cells.last[at]?.[i] ?? Number.NaN,
				cells,
				i,
			);
	}

	/** Writes the cell that was being put together. */
	#finish(): void {
		const at = this.#at;
		if (at < this.#written) return;
		const { last, peak, mean, seconds, middles } = this.#out;
		const { markPeak, readings, asked } = this.#out;
		for (const { g, gathered } of this.#gauges) {
			set(peak[g], at, gathered.peak(seconds[at] ?? 0));
			set(mean[g], at, gathered.mean(middles[at] ?? 0));
		}
		for (const c of this.#columns)
			set(last[c], at, this.#state[c] ?? Number.NaN);
		const mark = this.#state[column.mark] ?? Number.NaN;
		if (Number.isNaN(markPeak[at])) markPeak[at] = mark;
		if (readings[at] === 0) set(asked, at, this.#state[column.asked] ?? 0);
		this.#written = at + 1;
	}

	/** Cells nobody told anything about stand as it stood before. */
	#carry(until: number): void {
		const { last, markPeak, asked } = this.#out;
		for (; this.#written < until; this.#written++) {
			for (const c of this.#columns)
				set(last[c], this.#written, this.#state[c] ?? Number.NaN);
			markPeak[this.#written] = this.#state[column.mark] ?? Number.NaN;
			asked[this.#written] = this.#state[column.asked] ?? 0;
		}
	}
}

function set(track: Float64Array | undefined, at: number, value: number) {
	if (track) track[at] = value;
}

const none = new Float64Array();

function blankCells(
	starts: Float64Array,
	endMs: number,
	wanted: Wanted,
): Cells {
	const { length } = starts;
	const column = () => new Float64Array(length);
	const unknown = () => column().fill(Number.NaN);
	const gauge = (g: number) => (wanted.gauges.includes(g) ? unknown() : none);
	const ends = starts.map((_, i) => starts[i + 1] ?? endMs);
	return {
		length,
		atMs: starts,
		seconds: ends.map((ms) => Math.round(ms / 1000)),
		middles: ends.map((ms, i) => Math.round((ms + (starts[i] ?? ms)) / 2000)),
		readings: column(),
		last: Array.from({ length: thinnedCount }, (_, at) =>
			wanted.columns.includes(at) ? unknown() : none,
		),
		peak: gaugeColumns.map((_, g) => gauge(g)),
		mean: gaugeColumns.map((_, g) => gauge(g)),
		markPeak: unknown(),
		asked: column(),
	};
}
