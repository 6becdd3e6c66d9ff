// How is each of very many entries counted? A page at a time and seldom, for as long as somebody asks how far it has come.
import { nothing, type Spread, together } from "#lib/core/survey.ts";
import type { Held } from "./held.ts";
import { rowsAtOnce } from "./pending.ts";
import { type Sample, spread } from "./sample.ts";
import type { Turns } from "./turns.ts";

/** Known at once and kept beside the count: what a sample showed when it began. */
export type Beginning<Also> = Also & {
	readonly held: Held;
	readonly sample: Sample;
	/** The newest id held then: what comes later would never let it end. */
	readonly last: string;
	readonly nowMs: number;
};

export type Count<Also> = {
	readonly began: Beginning<Also>;
	readonly startedMs: number;
	askedMs: number;
	counted: number;
	spread: Spread;
	/** When it was through; null while it is under way. */
	endedMs: number | null;
	failure: unknown;
};

export type Counts<Also> = {
	/** The count of that name, which begins when there is none. */
	of(name: string, begin: () => Promise<Beginning<Also>>): Promise<Count<Also>>;
	close(): void;
};

/** Longer than any screen waits between two questions. */
const patienceMs = 5_000;
/** For others who asked for the same, and are told a little later. */
const keptMs = 10_000;

export function openCounts<Also>(turns: Turns): Counts<Also> {
	const counts = new Map<string, Promise<Count<Also>>>();
	let closed = false;

	async function start(
		name: string,
		begin: () => Promise<Beginning<Also>>,
	): Promise<Count<Also>> {
		const began = await begin();
		const startedMs = performance.now();
		const count: Count<Also> = {
			...{ began, startedMs, askedMs: startedMs, counted: 0 },
			...{ spread: nothing, endedMs: null, failure: null },
		};
		void run(count)
			.catch((error: unknown) => {
				count.failure = error;
			})
			.finally(() => forget(name, count));
		return count;
	}

	async function run(count: Count<Also>): Promise<void> {
		const { held, last, nowMs } = count.began;
		let from = "-";
		for (;;) {
			await turns.next();
			const sinceMs = performance.now() - count.askedMs;
			if (closed || sinceMs > patienceMs) return;
			const rows = await held.rows({ from, to: last, count: rowsAtOnce });
			const atMs = nowMs + performance.now() - count.startedMs;
			count.spread = together(count.spread, spread(rows, atMs));
			count.counted += rows.length;
			from = `(${rows.at(-1)?.id ?? last}`;
			if (rows.length < rowsAtOnce) break;
		}
		count.endedMs = Date.now();
	}

	/** One that nobody waited for is of no use to anybody. */
	function forget(name: string, { endedMs, failure }: Count<Also>): void {
		const mine = counts.get(name);
		const drop = () => {
			if (counts.get(name) === mine) counts.delete(name);
		};
		if (endedMs === null && failure === null) drop();
		else setTimeout(drop, keptMs).unref();
	}

	return {
		async of(name, begin) {
			const known = counts.get(name) ?? start(name, begin);
			counts.set(name, known);
			try {
				const count = await known;
				count.askedMs = performance.now();
				if (count.failure !== null) throw count.failure;
				return count;
			} catch (error) {
				counts.delete(name);
				throw error;
			}
		},
		close() {
			closed = true;
			counts.clear();
		},
	};
}
