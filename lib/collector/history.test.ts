// Does a collector that begins again judge as the one before it, and does history know what it did not see?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { exactly } from "#lib/core/amount.ts";
import { noBystanders } from "#lib/core/bystander.ts";
import { members, reading, startMs } from "#lib/core/for-tests.ts";
import { partitioned } from "#lib/core/judge/for-tests.ts";
import type { Reading, Snapshot } from "#lib/core/reading.ts";
import { trouble } from "#lib/core/trouble.ts";
import { windowFrom } from "#lib/core/window/again.ts";
import { openStore } from "#lib/store/open.ts";
import type { Store } from "#lib/store/store.ts";
import { type Ledger, ledgerOf } from "./ledger.ts";

const everyMs = 5_000;
const broker = { name: "orders", system: "log", address: "log://h:1", everyMs };
let store: Store;

beforeEach(async () => {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-history-"));
	store = await openStore(folder);
	onTestFinished(async () => {
		await store.close();
		await rm(folder, { recursive: true });
	});
});

const snapshot = (...readings: Reading[]): Snapshot => ({
	...{ readings, complete: true, gone: [], troubles: [], version: "1" },
	...{
		bystanders: noBystanders,
		ownShare: null,
		connections: null,
		standing: [],
	},
});

async function again(nowMs: number): Promise<Ledger> {
	const windows = new Map();
	const asked = { nowMs, readings: 120, minutes: 1_440 };
	for await (const past of store.history.rebuild("orders", asked))
		windows.set(past.id, windowFrom(past, nowMs));
	const [fact = null] = await store.board.brokers();
	const rows = await store.board.rowsOf("orders");
	return ledgerOf(broker, rows, fact, undefined, windows);
}

const behaviours: readonly (readonly [
	string,
	(tick: number) => Partial<Reading>,
])[] = [
	[
		"one that stands still",
		(tick) => ({ arrived: 2_000 + tick, departed: 1_000 }),
	],
	[
		"one that nobody reads",
		() => ({ arrived: 2_000, departed: 1_000, members: members(0) }),
	],
	[
		"one that falls behind",
		(tick) => ({ arrived: 2_000 + 90 * tick, departed: 1_000 + 30 * tick }),
	],
	["one that reads all", (tick) => ({ arrived: 7 * tick, departed: 7 * tick })],
	[
		"one that began anew",
		(tick) => ({
			...{ arrived: 900 + (tick % 140), departed: 800 + (tick % 140) },
			anew: tick === 140 ? "restarted" : null,
		}),
	],
	[
		"one whose counters nobody knows",
		(tick) => ({ arrived: null, departed: null, lag: exactly(tick % 9) }),
	],
];

const always = Number.POSITIVE_INFINITY;
const ills: typeof behaviours = [
	["parts not moving", (tick) => partitioned(tick, 10, [always, 60, always])],
	["not moving", () => ({ arrived: 2_000, departed: 1_000 })],
	[
		"no members",
		() => ({ arrived: 2_000, departed: 1_000, members: members(0) }),
	],
];

describe("after a restart", () => {
	test.each(behaviours)(
		"%s is judged as if nothing had happened",
		async (_, at) => {
			const readingAt = (tick: number) => {
				const change = at(tick);
				const lag = exactly((change.arrived ?? 0) - (change.departed ?? 0));
				return reading(startMs + tick * everyMs, { lag, ...change });
			};
			const whole = ledgerOf(broker, [], null);
			await store.board.write(whole.begin);
			for (let tick = 0; tick < 150; tick++) {
				const it = readingAt(tick);
				await store.board.write(whole.heard(snapshot(it), it.atMs));
			}
			const nowMs = startMs + 150 * everyMs;
			const next = await again(nowMs);
			const it = readingAt(150);
			const [expected] = whole.heard(snapshot(it), it.atMs).rows;
			const [row] = next.heard(snapshot(it), it.atMs).rows;
			const before = (await store.board.rowsOf("orders"))[0];
			expect(row ?? before).toEqual(expected ?? before);
		},
	);

	describe.each([
		["its broker", null],
		["a part of its broker", "node 2"],
	])("while %s is silent", (_, part) => {
		test.each(ills)(
			"%s is told as before, and since the same time",
			async (code, at) => {
				const tickMs = (tick: number) => startMs + tick * everyMs;
				const readingAt = (tick: number) =>
					reading(tickMs(tick), { lag: exactly(1_000), ...at(tick) });
				const whole = ledgerOf(broker, [], null);
				await store.board.write(whole.begin);
				for (let tick = 0; tick < 200; tick++)
					await store.board.write(
						whole.heard(snapshot(readingAt(tick)), tickMs(tick)),
					);
				const [before] = await store.board.rowsOf("orders");
				expect(before?.reason.code).toBe(code);
				for (let tick = 200; tick < 212; tick++) {
					const why = trouble("no answer", "", part ?? "");
					const incomplete = { complete: false, troubles: [why] };
					await store.board.write(
						part === null
							? whole.failed(why, tickMs(tick))
							: whole.heard({ ...snapshot(), ...incomplete }, tickMs(tick)),
					);
				}
				const [faded] = await store.board.rowsOf("orders");
				expect(faded).toMatchObject({ verdict: "unknown", stale: true });
				const next = await again(tickMs(212));
				// Told once more in between, as by a collector that ends before it heard anything.
				await store.board.write(next.failed(trouble("no answer"), tickMs(212)));
				const last = await again(tickMs(213));
				for (const ledger of [whole, last])
					expect(
						ledger.heard(snapshot(readingAt(214)), tickMs(214)).rows,
					).toMatchObject([
						{
							verdict: before?.verdict,
							reason: { code },
							sinceMs: before?.sinceMs,
							stale: false,
						},
					]);
			},
		);
	});

	test("nothing is taken over for another broker under the same name", async () => {
		const whole = ledgerOf(broker, [], null);
		for (let tick = 0; tick < 9; tick++) {
			const it = reading(startMs + tick * everyMs, { lag: exactly(5) });
			await store.board.write(whole.heard(snapshot(it), it.atMs));
		}
		const nowMs = startMs + 9 * everyMs;
		await again(nowMs);
		const rows = await store.board.rowsOf("orders");
		const [fact = null] = await store.board.brokers();
		const moved = { ...broker, address: "log://elsewhere:1" };
		const it = reading(nowMs, { lag: exactly(5) });
		const change = ledgerOf(moved, rows, fact).heard(snapshot(it), nowMs);
		expect(change.rows[0]?.reason.code).toBe("too few readings");
	});
});

test("what a tick did not hear is a gap, and what a broker did not say is one for all", async () => {
	const ledger = ledgerOf(broker, [], null);
	const tick = (n: number) => startMs + n * everyMs;
	const both = (n: number) =>
		snapshot(reading(tick(n)), reading(tick(n), { group: "other" }));
	await store.board.write(ledger.heard(both(0), tick(0)));
	await store.board.write(ledger.heard(snapshot(reading(tick(1))), tick(1)));
	await store.board.write(ledger.heard(both(2), tick(2)));
	await store.board.write(ledger.failed(trouble("no answer"), tick(3)));
	await store.board.write(ledger.heard(both(4), tick(4)));
	const [other] = await store.history.find("other", 1);
	const asked = { fromMs: startMs, toMs: tick(5), points: 100 };
	const found = await store.history.range(other?.id ?? "", asked);
	expect(found?.range.asked).toEqual([true, false, true, false, true]);
});
