// How long does one page of a large board take? Folded and not, whole and filtered, each asked of a board that has just changed.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { about, exactly } from "#lib/core/amount.ts";
import type { BrokerFact, Row } from "#lib/core/board.ts";
import { parseFilter } from "#lib/core/filter.ts";
import { idOf } from "#lib/core/subscription.ts";
import { verdicts } from "#lib/core/verdict.ts";
import { openStore } from "#lib/store/open.ts";
import type { BoardQuery, Store } from "#lib/store/store.ts";
import { percentile, table } from "./table.ts";

const rowCount = 100_000;
const brokers = 5;
const shards = 32;
const rounds = 25;
const limit = 200;

const folder = await mkdtemp(join(tmpdir(), "tidemark-bench-"));
const store = await openStore(folder);
try {
	await fill(store);
	const questions: readonly [string, string][] = [
		["the whole board", ""],
		["what waits, nearly all of it", "lag:>0"],
		["a tenth of it", "verdict:stalled"],
		["a word in a name", "orders77"],
	];
	const unfolded: number[] = [];
	const folded: number[] = [];
	const lines: string[][] = [];
	for (const [name, text] of questions)
		for (const fold of [null, { open: [] }]) {
			const parsed = parseFilter(text);
			const filter = "filter" in parsed ? parsed.filter : [];
			const times = await pagesIn({
				filter,
				sort: "gravity",
				limit,
				cursor: null,
				fold,
			});
			(fold ? folded : unfolded).push(...times);
			lines.push([
				`${name}, ${fold ? "folded" : "row by row"}`,
				...figures(times),
			]);
		}
	table(["ms", "p50", "p95", "max"], lines);
	const ratio = percentile(folded, 0.95) / percentile(unfolded, 0.95);
	process.stdout.write(`figure board ${ratio.toFixed(2)}\n`);
} finally {
	await store.close();
	await rm(folder, { recursive: true, force: true });
}

/** The first pages, one after the other; before each the board changes, so that nothing is known from before. */
async function pagesIn(query: BoardQuery): Promise<readonly number[]> {
	const times: number[] = [];
	let cursor: string | null = null;
	for (let round = 0; round < rounds; round++) {
		await store.board.write({
			broker: factOf(0),
			rows: [rowOf(0, round)],
			gone: [],
		});
		const startedMs = performance.now();
		const page = await store.board.page({ ...query, cursor });
		times.push(performance.now() - startedMs);
		cursor = page.next;
	}
	return times;
}

async function fill(store: Store): Promise<void> {
	for (let broker = 0; broker < brokers; broker++) {
		const rows: Row[] = [];
		// In the order in which a broker names them, which is none.
		for (let i = 0; i < rowCount; i++) {
			const n = (i * 48_271) % rowCount;
			if (Math.floor(n / shards) % brokers === broker) rows.push(rowOf(n, 0));
		}
		await store.board.write({ broker: factOf(broker), rows, gone: [] });
	}
}

function rowOf(n: number, round: number): Row {
	const family = Math.floor(n / shards);
	const broker = `broker-${family % brokers}`;
	const channel = `orders${family}:stream:${n % shards}`;
	const group = `group-${family % 7}`;
	const lag = (n * 104_729) % 50_000;
	return {
		...{ id: idOf({ broker, kind: "stream", channel, group }), broker },
		...{ system: "redis", kind: "stream", channel, group },
		family: `orders${family}:stream:*`,
		verdict: verdicts[(n * 7_919) % 11] ?? "healthy",
		reason: { code: "falls behind", values: { perSecond: 3, forSeconds: 360 } },
		sinceMs: n,
		lag: exactly(lag + round),
		timeLagSeconds: about(lag / 10),
		holding: n % 97,
		oldestHeldSeconds: n % 1_000,
		deliveriesMax: n % 9,
		pace: { in: n % 100, out: n % 90 },
		members: {
			registered: 3,
			live: null,
			dead: null,
			stuck: null,
			unknown: null,
		},
		marginSeconds: n % 3 === 0 ? about(n % 90_000) : null,
		drainedSeconds: null,
		spark: Array.from({ length: 60 }, (_, i) => lag + i * (n % 5)),
		state: null,
		notes: [],
		atMs: n,
		stale: false,
	};
}

function factOf(n: number): BrokerFact {
	return {
		...{ name: `broker-${n}`, system: "redis", address: "redis://127.0.0.1" },
		...{ everyMs: 5_000, heardMs: 0, triedMs: 0, trouble: null, parts: [] },
		...{
			version: null,
			ownShare: null,
			standing: [],
			subscriptions: rowCount / brokers,
		},
	};
}

function figures(times: readonly number[]): string[] {
	const all = [
		percentile(times, 0.5),
		percentile(times, 0.95),
		Math.max(...times),
	];
	return all.map((ms) => ms.toFixed(1));
}
