// When was the message at an offset written? Told by the ends seen at moments: between two of them, and never beyond.

/** Enough for days at a few percent, because a straight stretch needs only its two corners. */
export const pairsMax = 32;
/** So many are taken out at once when a partition's row is full. */
const thinned = 10;

/** For all partitions of one topic, whoever reads them: rows of (moment, end), both growing. */
export class Written {
	readonly partitions: number;
	/** 1 where words from before our time were asked for. */
	readonly filled: Uint8Array;
	/** 1 where some group's unread messages are soon removed. */
	readonly pressing: Uint8Array;
	readonly #times: Float64Array;
	readonly #ends: Float64Array;
	readonly #sizes: Uint8Array;

	constructor(partitions: number, before: Written | null = null) {
		this.partitions = partitions;
		this.filled = new Uint8Array(partitions);
		this.pressing = new Uint8Array(partitions);
		this.#times = new Float64Array(partitions * pairsMax);
		this.#ends = new Float64Array(partitions * pairsMax);
		this.#sizes = new Uint8Array(partitions);
		if (!before || before.partitions > partitions) return;
		this.filled.set(before.filled);
		this.#times.set(before.#times);
		this.#ends.set(before.#ends);
		this.#sizes.set(before.#sizes);
	}

	/** The newest word. A log that became shorter was made again: nothing of the old one is of use. */
	saw(partition: number, atMs: number, end: number): void {
		const first = partition * pairsMax;
		let size = this.#sizes[partition] ?? 0;
		// A clock that stepped back: what it said of the future is forgotten.
		while (size > 0 && (this.#times[first + size - 1] ?? 0) >= atMs) size--;
		if (size > 0 && end < (this.#ends[first + size - 1] ?? 0)) size = 0;
		// While nothing arrives only the first and the last moment of the rest are kept.
		const isRest = size > 1 && this.#ends[first + size - 2] === end;
		if (isRest && this.#ends[first + size - 1] === end) size--;
		if (size === pairsMax) size = this.#thin(first, atMs);
		this.#times[first + size] = atMs;
		this.#ends[first + size] = end;
		this.#sizes[partition] = size + 1;
	}

	/** An older word, told later: it is taken when it goes before all others and does not contradict them. */
	learned(partition: number, atMs: number, end: number): void {
		const first = partition * pairsMax;
		const size = this.#sizes[partition] ?? 0;
		if (size === pairsMax) return;
		const isOlder = size === 0 || atMs < (this.#times[first] ?? 0);
		if (!isOlder || (size > 0 && end > (this.#ends[first] ?? 0))) return;
		this.#times.copyWithin(first + 1, first, first + size);
		this.#ends.copyWithin(first + 1, first, first + size);
		this.#times[first] = atMs;
		this.#ends[first] = end;
		this.#sizes[partition] = size + 1;
	}

	/** The moment of the oldest evidence: what lies before it is at least as old. NaN without any. */
	firstMs(partition: number): number {
		if (!this.#sizes[partition]) return Number.NaN;
		return this.#times[partition * pairsMax] ?? Number.NaN;
	}

	/** The end at that moment. */
	firstEnd(partition: number): number {
		if (!this.#sizes[partition]) return Number.NaN;
		return this.#ends[partition * pairsMax] ?? Number.NaN;
	}

	/** NaN where the message is older than all evidence. */
	writtenMs(partition: number, offset: number): number {
		const first = partition * pairsMax;
		const size = this.#sizes[partition] ?? 0;
		const ends = this.#ends;
		if (size === 0 || offset < (ends[first] ?? 0)) return Number.NaN;
		let low = first;
		let high = first + size;
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if ((ends[middle] ?? 0) <= offset) low = middle;
			else high = middle;
		}
		const fromMs = this.#times[low] ?? Number.NaN;
		if (high === first + size) return fromMs;
		const from = ends[low] ?? 0;
		const share = (offset - from) / ((ends[high] ?? 0) - from);
		return fromMs + share * ((this.#times[high] ?? 0) - fromMs);
	}

	/** Messages a second since `sinceMs`, or over what there is; NaN with less than two moments. */
	arrivals(partition: number, sinceMs: number): number {
		const first = partition * pairsMax;
		const last = first + (this.#sizes[partition] ?? 0) - 1;
		let from = last;
		while (from > first && (this.#times[from] ?? 0) > sinceMs) from--;
		if (from >= last) return Number.NaN;
		const seconds =
			((this.#times[last] ?? 0) - (this.#times[from] ?? 0)) / 1000;
		return ((this.#ends[last] ?? 0) - (this.#ends[from] ?? 0)) / seconds;
	}

	/** Takes out the pairs that a straight line between their neighbours replaces best, measured by their age. */
	#thin(first: number, nowMs: number): number {
		const errors = Float64Array.from({ length: pairsMax - 2 }, (_, i) =>
			this.#error(first + i + 1, nowMs),
		);
		const bearable = errors.toSorted()[thinned - 1] ?? 0;
		let to = first + 1;
		let wasKept = true;
		for (let i = 1; i < pairsMax; i++) {
			const error = errors[i - 1] ?? Infinity;
			// Never two neighbours: without the one, the error of the other is another.
			wasKept = !wasKept || error > bearable;
			if (!wasKept) continue;
			this.#times[to] = this.#times[first + i] ?? Number.NaN;
			this.#ends[to] = this.#ends[first + i] ?? Number.NaN;
			to++;
		}
		return to - first;
	}

	#error(at: number, nowMs: number): number {
		const [before, here, after] = [at - 1, at, at + 1];
		const times = this.#times;
		const ends = this.#ends;
		const rise = (ends[after] ?? 0) - (ends[before] ?? 0);
		const share =
			rise === 0 ? 0 : ((ends[here] ?? 0) - (ends[before] ?? 0)) / rise;
		const lineMs =
			(times[before] ?? 0) +
			share * ((times[after] ?? 0) - (times[before] ?? 0));
		const hereMs = times[here] ?? 0;
		return Math.abs(hereMs - lineMs) / Math.max(1, nowMs - hereMs);
	}
}
