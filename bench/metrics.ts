// What does a scrape cost? A board of so many subscriptions of which everything is known, read and written as text.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { about, exactly } from "#lib/core/amount.ts";
import type { Row } from "#lib/core/board.ts";
import { idOf } from "#lib/core/subscription.ts";
import { verdicts } from "#lib/core/verdict.ts";
import { openStore } from "#lib/store/open.ts";
import { systems } from "#lib/systems/index.ts";
import { piecesOf } from "#lib/web/metrics/answer.ts";
import { percentile, table } from "./table.ts";

const rowCount = 10_000;
const rounds = 15;
const nowMs = Date.now();

const broker = {
	...{ name: "orders", system: "kafka", address: "kafka://127.0.0.1" },
	...{ everyMs: 5_000, heardMs: nowMs, readMs: nowMs, triedMs: nowMs },
	...{ trouble: null },
	...{
		parts: [],
		version: null,
		ownShare: null,
		connections: null,
		standing: [],
		subscriptions: rowCount,
	},
};

const folder = await mkdtemp(join(tmpdir(), "tidemark-bench-"));
const store = await openStore(folder);
try {
	await store.board.settle(
		["orders"],
		systems.map(({ words }) => words),
	);
	await store.board.write({ broker, rows: rows(), gone: [] });
	const held = monitorEventLoopDelay({ resolution: 1 });
	const times: number[] = [];
	const processorMs: number[] = [];
	let pieces = await piecesOf(store, nowMs);
	held.enable();
	for (let round = 0; round < rounds; round++) {
		const startedMs = performance.now();
		const before = process.cpuUsage();
		pieces = await piecesOf(store, nowMs);
		times.push(performance.now() - startedMs);
		const { user, system } = process.cpuUsage(before);
		processorMs.push((user + system) / 1_000);
	}
	held.disable();
	const text = Buffer.concat(pieces).toString();
	const series = text.split("\n").filter((it) => /^[a-z]/.test(it)).length;
	table(
		["a scrape", "p50", "max"],
		[
			["ms", ...figures(times)],
			["ms of processor", ...figures(processorMs)],
			["ms anything else waits", ...waits(held)],
			["series", String(series), String(series)],
			["kB", ...figures([text.length / 1_024])],
		],
	);
	process.stdout.write(
		`figure metrics ${(percentile(times, 0.5) / (rowCount / 1_000)).toFixed(2)}\n`,
	);
} finally {
	await store.close();
	await rm(folder, { recursive: true, force: true });
}

function rows(): readonly Row[] {
	return Array.from({ length: rowCount }, (_, n) => {
		const channel = `orders-${n % 2_000}`;
		const group = `group-${Math.floor(n / 10)}`;
		const named = { broker: "orders", kind: "topic", channel, group };
		return {
			...{ id: idOf(named), ...named, system: "kafka" },
			family: null,
			verdict: verdicts[n % verdicts.length] ?? "healthy",
			reason: { code: "falls behind", values: { perSecond: 3 } },
			sinceMs: nowMs,
			lag: exactly((n * 104_729) % 50_000),
			timeLagSeconds: about(n % 90),
			holding: null,
			oldestHeldSeconds: null,
			deliveriesMax: null,
			pace: { in: n % 100, out: n % 90 },
			members: {
				...{ registered: 3, live: exactly(3), dead: 0, stuck: 0 },
				unknown: 0,
			},
			marginSeconds: about(n * 7),
			drainedSeconds: n,
			spark: Array.from({ length: 60 }, (_, i) => i * (n % 5)),
			highWater: n,
			state: "Stable",
			notes: [],
			atMs: nowMs,
			stale: false,
			stood: null,
		};
	});
}

function figures(values: readonly number[]): string[] {
	const all = [percentile(values, 0.5), Math.max(...values)];
	return all.map((value) => value.toFixed(1));
}

function waits(held: ReturnType<typeof monitorEventLoopDelay>): string[] {
	return [held.percentile(50), held.max].map((ns) => (ns / 1e6).toFixed(1));
}
