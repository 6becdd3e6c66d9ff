// What does a tick's judgement cost? A hundred thousand partitions, and ten thousand subscriptions of one, beside a bare loop.
import { judgeNext } from "#lib/core/assess.ts";
import { startMs } from "#lib/core/for-tests.ts";
import { type Columns, lagOf } from "#lib/core/lag.ts";
import { nothingKnown, type Reading } from "#lib/core/reading.ts";
import { newWindow, type Window } from "#lib/core/window/window.ts";
import { percentile, table } from "./table.ts";

const everyMs = 5_000;
/** Long enough that every window is full. */
const ticks = 180;
const measured = 50;

type Load = readonly [string, subscriptions: number, partitions: number];
const loads: readonly Load[] = [
	["1,000 subscriptions of 100 partitions", 1_000, 100],
	["10,000 subscriptions of 1 partition", 10_000, 1],
];

/** A third is caught up, a third keeps pace with something on the way, a third is worked off. */
function columnsAt(it: number, tick: number, partitions: number): Columns {
	const end = 100_000 + 50 * tick;
	const behind = [0, 20 + ((it + tick) % 9), 90_000 - 30 * tick][it % 3] ?? 0;
	return {
		partitions: Int32Array.from({ length: partitions }, (_, p) => p),
		positions: new Float64Array(partitions).fill(end - behind),
		starts: new Float64Array(partitions),
		ends: new Float64Array(partitions).fill(end),
	};
}

function readingAt(it: number, tick: number, partitions: number): Reading {
	const columns = columnsAt(it, tick, partitions);
	return {
		...{ ...nothingKnown, ...lagOf(columns), columns },
		...{ kind: "log", channel: `c${it}`, group: "g" },
		atMs: startMs + tick * everyMs,
	};
}

/** All that any judgement has to do: look at each partition once. */
function bareLoop(readings: readonly Reading[]): number {
	let sum = 0;
	for (const { columns } of readings) {
		if (!columns) continue;
		const { positions, starts, ends } = columns;
		for (let i = 0; i < positions.length; i++)
			sum += Math.max(
				0,
				(ends[i] ?? 0) - Math.max(positions[i] ?? 0, starts[i] ?? 0),
			);
	}
	return sum;
}

function judgeAll(readings: readonly Reading[], all: readonly Window[]): void {
	for (const [i, reading] of readings.entries()) {
		const window = all[i];
		if (!window) continue;
		judgeNext(window, reading, reading.atMs);
	}
}

function timed(work: () => unknown): number {
	const from = performance.now();
	work();
	return performance.now() - from;
}

const lines: string[][] = [];
const ratios: number[] = [];
for (const [name, subscriptions, partitions] of loads) {
	const all = Array.from({ length: subscriptions }, newWindow);
	const judged: number[] = [];
	const bare: number[] = [];
	const heap: number[] = [];
	for (let tick = 0; tick < ticks; tick++) {
		const readings = all.map((_, i) => readingAt(i, tick, partitions));
		bareLoop(readings);
		const before = process.memoryUsage().heapUsed;
		const tookMs = timed(() => judgeAll(readings, all));
		const made = process.memoryUsage().heapUsed - before;
		if (tick < ticks - measured) continue;
		judged.push(tookMs);
		bare.push(timed(() => bareLoop(readings)));
		if (made > 0) heap.push(made);
	}
	const figures = (of: readonly number[]) =>
		[0.5, 0.95].map((share) => percentile(of, share).toFixed(1));
	ratios.push(percentile(judged, 0.5) / percentile(bare, 0.5));
	lines.push(
		[
			name,
			...figures(judged),
			`${(percentile(heap, 0.5) / 1e6).toFixed(1)} MB`,
		],
		["  a bare loop over the same columns", ...figures(bare), ""],
	);
}
table(["ms a tick", "p50", "p95", "made on the heap"], lines);
process.stdout.write(`figure judge ${(ratios[0] ?? Number.NaN).toFixed(1)}\n`);
