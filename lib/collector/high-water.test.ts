// Does every row learn how high its lag stood, once a round, and does nobody wait for that?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import {
	idIn,
	sampleOf,
	tickOf,
	writeTicks,
} from "#lib/store/contract-history-scene.ts";
import { openStore } from "#lib/store/open.ts";
import { startHighWater, type Tide } from "./high-water.ts";

const hourMs = 3_600_000;
const log = { info() {}, warn() {}, error() {} };

test("the hour that a row draws is not part of what it is measured by", async () => {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-high-water-"));
	const store = await openStore(folder);
	onTestFinished(async () => {
		await store.close();
		await rm(folder, { recursive: true });
	});
	const nowMs = Date.now();
	const lags = [40, 90, 60, 5_000];
	const hoursAgo = [48, 30, 2, 0.5];
	for (const [i, lag] of lags.entries()) {
		const atMs = Math.round(nowMs - (hoursAgo[i] ?? 0) * hourMs);
		await writeTicks(store, tickOf(atMs, [sampleOf("a", { lag })]));
	}
	const told = new Map<string, number | null>();
	const tideOf = (id: string): Tide => ({
		id,
		stood: (highWater) => told.set(id, highWater),
	});
	const running = startHighWater({
		...{ history: store.history, log },
		tides: () => [tideOf(idIn("a")), tideOf("never heard")],
	});
	await expect.poll(() => told.size).toBe(2);
	await running.stop();
	expect(told.get(idIn("a"))).toBe(90);
	expect(told.get("never heard")).toBeNull();
});

/** As many rows, and what it takes to answer for one of them. */
function started(count: number, answer: (n: number) => number | null) {
	const told: (number | null)[] = [];
	const errors: string[] = [];
	const tides = Array.from({ length: count }, (_, n) => ({
		id: `${n}`,
		stood: (highWater: number | null) => void told.push(highWater),
	}));
	let asked = 0;
	const running = startHighWater({
		history: {
			highWater: async (id) => {
				asked++;
				return answer(Number(id));
			},
		},
		tides: () => tides,
		log: { ...log, error: (_, text) => void errors.push(text) },
	});
	onTestFinished(() => running.stop());
	return { told, errors, asked: () => asked, stop: () => running.stop() };
}

function busyFor(ms: number): void {
	const untilMs = performance.now() + ms;
	while (performance.now() < untilMs);
}

test("each row is asked about once, and then not for a long time", async () => {
	const { told, asked } = started(500, (n) => n);
	await expect.poll(() => told.length).toBe(500);
	await expect.poll(() => asked(), { interval: 100 }).toBe(500);
	expect(told).toEqual(Array.from({ length: 500 }, (_, n) => n));
});

test("whatever else is due has its turn after a few rows", async () => {
	let since = 0;
	let most = 0;
	let isDone = false;
	const turn = () => {
		since = 0;
		if (!isDone) setImmediate(turn);
	};
	turn();
	const { told } = started(60, () => {
		busyFor(2);
		most = Math.max(most, ++since);
		return 1;
	});
	await expect.poll(() => told.length, { timeout: 10_000 }).toBe(60);
	isDone = true;
	expect(most).toBeLessThanOrEqual(2);
});

test("one that cannot be answered is told to the log, and ends at once when it is told to", async () => {
	const { errors, told, stop } = started(3, () => {
		throw new Error("no");
	});
	await expect.poll(() => errors).toEqual(["high water not read"]);
	await stop();
	expect(told).toEqual([]);
});
