// What does an hour of ten thousand subscriptions cost to judge, to store and to thin? Played faster than it passes.

import { ledgerOf } from "#lib/collector/ledger.ts";
import { usualKeep as keep } from "#lib/config/keep.ts";
import { noBystanders } from "#lib/core/bystander.ts";
import { dayMinutes } from "#lib/core/judge/day.ts";
import type { Snapshot } from "#lib/core/reading.ts";
import { windowFrom } from "#lib/core/window/again.ts";
import { readingsKept } from "#lib/core/window/columns.ts";
import { openStore } from "#lib/store/open.ts";
import { timed } from "./cost.ts";
import {
	coursesOf,
	everyMs,
	readingOf,
	startMs,
	step,
} from "./history-course.ts";
import { percentile } from "./table.ts";

const count = 10_000;
const ticks = 720;

export async function measureHour(folder: string) {
	const store = await openStore(folder);
	const broker = { name: "many", system: "some", address: "some://host:1" };
	const ledger = ledgerOf({ ...broker, everyMs }, [], null);
	await store.board.write(ledger.begin);
	const courses = coursesOf(count);
	const cpu = { judge: 0, store: 0, thin: 0 };
	const tickMs: number[] = [];
	const tickCpuMs: number[] = [];
	const stepMs: number[] = [];
	const stepCpuMs: number[] = [];
	for (let tick = 0; tick < ticks; tick++) {
		const atMs = startMs + tick * everyMs;
		for (const [n, course] of courses.entries()) step(course, n, tick);
		const snapshot: Snapshot = {
			readings: courses.map((course) => readingOf(course, atMs)),
			...{ complete: true, gone: [], troubles: [], version: "1" },
			...{
				bystanders: noBystanders,
				ownShare: null,
				connections: null,
				standing: [],
			},
		};
		let write = ledger.begin;
		const judged = await timed(async () => {
			write = ledger.heard(snapshot, atMs);
		});
		const stored = await timed(() => store.board.write(write));
		cpu.judge += judged.cpuMs ?? 0;
		cpu.store += stored.cpuMs ?? 0;
		tickMs.push(judged.wallMs + stored.wallMs);
		tickCpuMs.push((judged.cpuMs ?? 0) + (stored.cpuMs ?? 0));
		for (let isMore = true; isMore; ) {
			const thinned = await timed(async () => {
				isMore = await store.history.thin(atMs, keep);
			});
			cpu.thin += thinned.cpuMs ?? 0;
			stepMs.push(thinned.wallMs);
			stepCpuMs.push(thinned.cpuMs ?? Number.NaN);
		}
	}
	await store.close();
	const again = await timed(() => rebuildAll(folder));
	const hourMs = ticks * everyMs;
	return {
		share: (ms: keyof typeof cpu) => cpu[ms] / hourMs,
		shareInAll: (cpu.judge + cpu.store + cpu.thin) / hourMs,
		tick: { p50: percentile(tickMs, 0.5), max: Math.max(...tickMs) },
		tickCpuMs: Math.max(...tickCpuMs),
		step: {
			...{ p99: percentile(stepMs, 0.99), max: Math.max(...stepMs) },
			cpuMs: Math.max(...stepCpuMs),
		},
		againMs: again.cpuMs ?? Number.NaN,
		megabytes: process.memoryUsage().rss / 1024 ** 2,
	};
}

/** What a collector that begins again reads before its first tick. */
async function rebuildAll(folder: string): Promise<void> {
	const store = await openStore(folder);
	const nowMs = startMs + ticks * everyMs;
	const kept = { nowMs, readings: readingsKept, minutes: dayMinutes };
	let found = 0;
	for await (const past of store.history.rebuild("many", kept)) {
		windowFrom(past, nowMs);
		found++;
	}
	await store.close();
	if (found !== count) throw new Error(`${found} windows came back`);
}
