// What is written to a channel, what is removed from it, and when was each message written?
import type { Chance } from "./chance.ts";
import type { Day } from "./day.ts";

export class Log {
	readonly starts: Float64Array;
	readonly ends: Float64Array;
	/** How much of all that is written goes to each partition. */
	readonly shares: Float64Array;
	readonly #day: Day;
	readonly #chance: Chance;
	/** The ends of each partition after each step. */
	readonly #past: Float64Array[] = [];
	readonly #pastMs: number[] = [];

	constructor(day: Day, chance: Chance) {
		this.#day = day;
		this.#chance = chance;
		this.starts = new Float64Array(day.partitions);
		this.ends = new Float64Array(day.partitions);
		const weights = Array.from(this.ends, () => chance.between(0.7, 1.3));
		const all = weights.reduce((sum, weight) => sum + weight, 0);
		this.shares = Float64Array.from(weights, (weight) => weight / all);
		for (let p = 0; p < day.partitions; p++)
			this.ends[p] = chance.whole(1_000, 100_000);
	}

	write(nowMs: number): void {
		const { stray, everyMs, arrivals } = this.#day;
		const noise =
			stray === 0
				? 1
				: Math.exp(stray * this.#chance.normal() - (stray * stray) / 2);
		const mean = arrivals(nowMs) * (everyMs / 1000) * noise;
		for (let p = 0; p < this.ends.length; p++)
			this.ends[p] =
				(this.ends[p] ?? 0) +
				this.#chance.poisson(mean * (this.shares[p] ?? 0));
	}

	/** Time passes, and what is too old goes. Returns how many went that nobody had read. */
	age(nowMs: number, reads: Float64Array): number {
		this.#past.push(this.ends.slice());
		this.#pastMs.push(nowMs);
		const { keptMs, everyMs } = this.#day;
		const steps = Math.round(keptMs / everyMs);
		const old = this.#past[this.#past.length - 1 - steps];
		let unread = 0;
		for (let p = 0; old && p < old.length; p++) {
			const was = this.starts[p] ?? 0;
			const start = Math.max(was, old[p] ?? 0);
			unread += Math.max(0, start - Math.max(was, reads[p] ?? 0));
			this.starts[p] = start;
		}
		return unread;
	}

	/** Somebody removed all but the last message, and some of it had only just come. */
	cut(): number {
		let unread = 0;
		for (let p = 0; p < this.ends.length; p++) {
			const waits = Math.round(this.#chance.between(5, 200));
			this.ends[p] = (this.ends[p] ?? 0) + waits;
			this.starts[p] = (this.ends[p] ?? 0) - 1;
			unread += waits - 1;
		}
		return unread;
	}

	clear(): void {
		this.starts.fill(0);
		this.ends.fill(0);
		this.#past.length = 0;
		this.#pastMs.length = 0;
	}

	/** What was there before the day began is taken to have come as evenly as the rest. */
	writtenMs(p: number, offset: number): number {
		const first = this.#past[0]?.[p] ?? 0;
		if (first > offset) {
			const rate = this.#day.arrivals(0) * (this.shares[p] ?? 1);
			return -(first - offset) * (1000 / rate);
		}
		let [low, high] = [0, this.#past.length - 1];
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if ((this.#past[middle]?.[p] ?? 0) > offset) high = middle;
			else low = middle;
		}
		return this.#pastMs[high] ?? 0;
	}
}
