// What do many cells say together? The worst of each gauge, its mean over the readings, and how it stood last.
import type { Cells } from "./cells.ts";
import {
	type AgeSign,
	ageCode,
	ageOf,
	ageSignOf,
	column,
	gaugeColumns,
	thinnedCount,
} from "./columns.ts";

/** One gauge within the cell that is being put together. */
class Gathered {
	readonly #sign: AgeSign;
	#worst = Number.NaN;
	#sum = 0;
	#weight = 0;
	#code = Number.NaN;
	#isConstant = true;

	constructor(sign: AgeSign) {
		this.#sign = sign;
	}

	begin(): void {
		this.#worst = Number.NaN;
		this.#sum = 0;
		this.#weight = 0;
		this.#code = Number.NaN;
		this.#isConstant = true;
	}

	add(peak: number, mean: number, last: number, cells: Cells, i: number): void {
		if (Number.isNaN(peak)) return;
		const sign = this.#sign;
		if (this.#weight === 0) this.#code = peak;
		if (peak !== this.#code || mean !== this.#code || last !== this.#code)
			this.#isConstant = false;
		const isAge = sign !== 0;
		const value = isAge ? ageOf(peak, cells.seconds[i] ?? 0, sign) : peak;
		const usual = isAge ? ageOf(mean, cells.middles[i] ?? 0, sign) : mean;
		const isWorse = sign === -1 ? value < this.#worst : value > this.#worst;
		if (Number.isNaN(this.#worst) || isWorse) this.#worst = value;
		const weight = cells.readings[i] ?? 0;
		this.#sum += usual * weight;
		this.#weight += weight;
	}

	peak(atSeconds: number): number {
		if (this.#weight === 0 || this.#isConstant) return this.#code;
		return this.#sign === 0
			? this.#worst
			: ageCode(Math.round(this.#worst), atSeconds, this.#sign);
	}

	mean(middle: number): number {
		if (this.#weight === 0 || this.#isConstant) return this.#code;
		const mean = this.#sum / this.#weight;
		return this.#sign === 0
			? mean
			: ageCode(Math.round(mean), Math.round(middle), this.#sign);
	}
}

/** Puts cells, in the order of time, into greater ones that begin at `starts`; what lies before the first is left out. */
export class Tally {
	readonly #out: Cells;
	readonly #isExact: boolean;
	readonly #endMs: number;
	readonly #gauges = gaugeColumns.map((at) => new Gathered(ageSignOf(at)));
	readonly #state: Float64Array;
	#at = -1;
	#written = 0;

	/** `isExact` where cells are told as of their last reading, and not as of their end. */
	constructor(
		starts: Float64Array,
		endMs: number,
		state: Float64Array,
		isExact = false,
	) {
		this.#isExact = isExact;
		this.#endMs = endMs;
		this.#state = state.slice(0, thinnedCount);
		this.#out = blankCells(starts, endMs);
	}

	add(cells: Cells): void {
		for (let i = 0; i < cells.length; i++) {
			const ms = cells.atMs[i] ?? 0;
			if (ms >= this.#endMs) return;
			this.#go(ms);
			if (this.#at >= 0) this.#take(cells, i);
			for (let at = 0; at < thinnedCount; at++)
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
		for (const gauge of this.#gauges) gauge.begin();
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
		for (const [g, gauge] of this.#gauges.entries())
			gauge.add(
				cells.peak[g]?.[i] ?? Number.NaN,
				cells.mean[g]?.[i] ?? Number.NaN,
				cells.last[gaugeColumns[g] ?? 0]?.[i] ?? Number.NaN,
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
		for (const [g, gauge] of this.#gauges.entries()) {
			set(peak[g], at, gauge.peak(seconds[at] ?? 0));
			set(mean[g], at, gauge.mean(middles[at] ?? 0));
		}
		for (let c = 0; c < thinnedCount; c++)
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
			for (let c = 0; c < thinnedCount; c++)
				set(last[c], this.#written, this.#state[c] ?? Number.NaN);
			markPeak[this.#written] = this.#state[column.mark] ?? Number.NaN;
			asked[this.#written] = this.#state[column.asked] ?? 0;
		}
	}
}

function set(track: Float64Array | undefined, at: number, value: number) {
	if (track) track[at] = value;
}

function blankCells(starts: Float64Array, endMs: number): Cells {
	const { length } = starts;
	const column = () => new Float64Array(length);
	const unknown = () => column().fill(Number.NaN);
	const ends = starts.map((_, i) => starts[i + 1] ?? endMs);
	return {
		length,
		atMs: starts,
		seconds: ends.map((ms) => Math.round(ms / 1000)),
		middles: ends.map((ms, i) => Math.round((ms + (starts[i] ?? ms)) / 2000)),
		readings: column(),
		last: Array.from({ length: thinnedCount }, unknown),
		peak: gaugeColumns.map(unknown),
		mean: gaugeColumns.map(unknown),
		markPeak: unknown(),
		asked: column(),
	};
}
