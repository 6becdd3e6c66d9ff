// How is a situation told to the judgement in a test? Tick by tick, as it would be read.
import { exactly } from "../amount.ts";
import { assess, caseOf, judgeNext, rules } from "../assess.ts";
import { reading, startMs } from "../for-tests.ts";
import type { Columns } from "../lag.ts";
import type { Note, NoteCode } from "../note.ts";
import type { Reading } from "../reading.ts";
import { newWindow } from "../window/window.ts";

export const tickMs = 5_000;
export const minutes = (n: number): number => Math.round((n * 60_000) / tickMs);
export const hours = (n: number): number => minutes(60 * n);

/** A reading that differs from a group of two that has read all; null where nothing could be read. */
export type Telling = (tick: number) => Partial<Reading> | null;

/** What is said after so many ticks, and what every rule would have said, in their order. */
export function judged(ticks: number, at: Telling, everyMs = tickMs) {
	const window = newWindow();
	let last = reading(startMs);
	const verdicts: string[] = [];
	for (let tick = 0; tick < ticks; tick++) {
		const change = at(tick);
		if (change === null) continue;
		const lag = exactly((change.arrived ?? 1000) - (change.departed ?? 1000));
		last = reading(startMs + tick * everyMs, { lag, ...change });
		const said = judgeNext(window, last, last.atMs);
		verdicts.push(said.verdict);
	}
	const it = caseOf(window, last, last.atMs);
	const holds = rules.flatMap((rule) => rule(it)?.reason.code ?? []);
	return { ...assess(window, last, last.atMs), holds, verdicts };
}

export const note = (
	code: NoteCode,
	values: Note["values"] = {},
): readonly Note[] => [{ code, values }];

/** Reads ten a tick until that tick, with so many waiting on the way; what arrives goes on. */
export const readsUntil =
	(until: number, waits = 20): Telling =>
	(tick) => ({
		arrived: 1000 + 10 * tick + waits,
		departed: 1000 + 10 * Math.min(tick, until),
	});

/** Partitions of equal share that arrive and are read at so much a tick; each stops at its tick. */
export function partitioned(
	tick: number,
	rate: number,
	stopsAt: readonly number[],
): Partial<Reading> {
	const end = 1000 + rate * tick;
	const positions = stopsAt.map((stop) => 1000 + rate * Math.min(tick, stop));
	return sumOf({
		partitions: Int32Array.from(stopsAt.keys()),
		positions: Float64Array.from(positions),
		starts: new Float64Array(stopsAt.length),
		ends: new Float64Array(stopsAt.length).fill(end),
	});
}

export function sumOf(columns: Columns): Partial<Reading> {
	const sum = (column: Float64Array) => column.reduce((a, b) => a + b, 0);
	const [arrived, departed] = [sum(columns.ends), sum(columns.positions)];
	return { arrived, departed, counted: columns.ends.length, columns };
}
