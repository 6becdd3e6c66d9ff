// What does history cost to write, to keep and to ask? Beside a plain table with a row per reading.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { idOf } from "#lib/core/subscription.ts";
import { openStore } from "#lib/store/open.ts";
import { sizeIn } from "./history-file.ts";
import { measureHour } from "./history-hour.ts";
import {
	bytesByTier,
	copyMonth,
	days,
	endMs,
	measureMonth,
	plainOnes,
	predictedBytes,
} from "./history-month.ts";
import { measureWrites } from "./history-write.ts";
import { percentile, table } from "./table.ts";

const dayMs = 24 * 3_600_000;
const points = 500;
const rounds = 20;

const folder = await mkdtemp(join(tmpdir(), "tidemark-bench-"));
try {
	await writes();
	await hour();
	await month();
} finally {
	await rm(folder, { recursive: true, force: true });
}

async function writes(): Promise<void> {
	const { ours, plain } = await measureWrites(join(folder, "writes"));
	const line = (name: string, it: typeof ours) => [
		...[name, it.tickMs.toFixed(1), it.bytes.toFixed(2)],
	];
	table(
		["a tick of 10,000 readings", "CPU ms", "bytes a reading"],
		[line("history, as written", ours), line("plain rows", plain)],
	);
}

async function hour(): Promise<void> {
	const it = await measureHour(join(folder, "hour"));
	const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
	table(
		["10,000 subscriptions every 5 s for an hour", ""],
		[
			["one processor, to judge", percent(it.share("judge"))],
			["to store", percent(it.share("store"))],
			["to thin", percent(it.share("thin"))],
			["together", percent(it.shareInAll)],
			["a tick, middle", `${it.tick.p50.toFixed(0)} ms`],
			["the longest tick", `${it.tick.max.toFixed(0)} ms`],
			["in it on a processor", `${it.tickCpuMs.toFixed(0)} ms`],
			["a step of thinning, p99", `${it.step.p99.toFixed(1)} ms`],
			["the longest step", `${it.step.max.toFixed(1)} ms`],
			["in it on a processor", `${it.step.cpuMs.toFixed(1)} ms`],
			["all windows after a restart", `${it.againMs.toFixed(0)} ms`],
			["memory of the process", `${it.megabytes.toFixed(0)} MB`],
		],
	);
}

async function month(): Promise<void> {
	const {
		store: file,
		plain,
		heap,
		count,
	} = await measureMonth(join(folder, "month"));
	const names = ["every reading", "a minute", "ten minutes", "an hour"];
	const tiers = await bytesByTier(file);
	table(
		[`${days} days of a subscription`, "kB", "chunks"],
		tiers.map(({ tier, bytes, chunks }) => [
			names[tier] ?? "",
			...[(bytes / 1024).toFixed(1), chunks.toFixed(0)],
		]),
	);
	const kilobytes = (await sizeIn(file)) / count / 1024;
	const plainBytes =
		(await sizeIn(join(folder, "month", "plain.db"))) / plainOnes.length;
	const readings = (days * dayMs) / 5_000;
	table(
		[`${days} days of ${count} subscriptions`, ""],
		[
			["kB each, by the file", kilobytes.toFixed(0)],
			["kB each, predicted", (predictedBytes() / count / 1024).toFixed(0)],
			["bytes a reading", ((1024 * kilobytes) / readings).toFixed(3)],
			["bytes a reading, plain rows", (plainBytes / readings).toFixed(1)],
			["memory after a day", `${heap[0]?.toFixed(1)} MB`],
			["memory after the month", `${heap.at(-1)?.toFixed(1)} MB`],
		],
	);
	await copyMonth(file);
	await queries(file, plain);
}

async function queries(
	file: string,
	plain: Awaited<ReturnType<typeof measureMonth>>["plain"],
): Promise<void> {
	const store = await openStore(join(file, ".."));
	const each = async (work: (id: string) => Promise<unknown>) => {
		const times: number[] = [];
		for (let round = 0; round < rounds; round++) {
			const n = plainOnes[round % plainOnes.length] ?? 0;
			const names = { kind: "log", channel: `orders-${n}`, group: "readers" };
			const id = idOf({ broker: "month", ...names });
			const startedMs = performance.now();
			await work(id);
			times.push(performance.now() - startedMs);
		}
		return times;
	};
	const ask = (span: number) =>
		each((id) =>
			store.history.range(id, { fromMs: endMs - span, toMs: endMs, points }),
		);
	const hourAgoMs = endMs - dayMs / 24;
	const highWater = await each((id) => store.history.highWater(id, hourAgoMs));
	const rows: number[] = [];
	for (const n of plainOnes.keys()) {
		const startedMs = performance.now();
		plain.query(n, endMs - days * dayMs, endMs, points);
		rows.push(performance.now() - startedMs);
	}
	plain.close();
	const figures = (name: string, times: readonly number[]) => [
		...[name, percentile(times, 0.5).toFixed(1)],
		Math.max(...times).toFixed(1),
	];
	const whole = await ask(days * dayMs);
	table(
		["a query of 500 points, 10,000 subscriptions stored", "ms p50", "ms max"],
		[
			figures("30 days", whole),
			figures("7 days", await ask(7 * dayMs)),
			figures("a day", await ask(dayMs)),
			figures("an hour", await ask(dayMs / 24)),
			figures("30 days, plain rows", rows),
			figures("how high it stood in the week before", highWater),
		],
	);
	await store.close();
	const ratio = percentile(rows, 0.5) / percentile(whole, 0.5);
	process.stdout.write(`figure history ${ratio.toFixed(0)}\n`);
}
