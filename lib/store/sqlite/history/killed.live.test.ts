// Is nothing of history lost and nothing told twice when its writer is killed thirty times, in the middle of whatever it did?
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { idIn } from "../../contract-history-scene.ts";
import { openStore } from "../../open.ts";
import type { Store } from "../../store.ts";
import { connect } from "../connection.ts";
import { atMs, channels, everyMs, keep, lagOf } from "./for-tests/course.ts";

const kills = 30;

async function folderOf(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-killed-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

function startHistorian(folder: string): ChildProcess {
	const file = join(import.meta.dirname, "for-tests/historian.ts");
	const historian = spawn(process.execPath, [file, folder], {
		stdio: ["ignore", "ignore", "inherit"],
	});
	onTestFinished(() => void historian.kill("SIGKILL"));
	return historian;
}

async function lastIn(store: Store): Promise<number> {
	const [fact] = await store.board.brokers();
	return fact?.subscriptions ?? -1;
}

async function range(store: Store, channel: number, from: number, to: number) {
	const asked = { fromMs: atMs(from), toMs: atMs(to) + 1, points: 20_000 };
	const id = idIn(channels[channel] ?? "");
	return (await store.history.range(id, asked))?.range;
}

/** Each reading once, as it was told. */
async function expectReadings(store: Store, last: number, count: number) {
	const first = Math.max(0, last - count);
	const ticks = Array.from({ length: last - first + 1 }, (_, i) => first + i);
	for (const channel of [0, 1, 2, 3, 4, 66, 68]) {
		const told = await range(store, channel, first, last);
		expect(told?.atMs).toEqual(ticks.map(atMs));
		const lags = ticks.map((tick) => lagOf(channel, tick));
		expect(told?.gauges.lag.last).toEqual(lags);
		expect(told?.asked).not.toContain(false);
	}
}

/** Each hour with its peak and its mean: a reading that were missing or there twice would move that. */
async function expectHours(store: Store, last: number) {
	// A range ends before its end.
	const toMs = atMs(last) + 1;
	for (const [channel, name] of channels.entries()) {
		const asked = {
			fromMs: atMs(0),
			toMs,
			points: (last * everyMs) / 3_600_000,
		};
		const { range } = (await store.history.range(idIn(name), asked)) ?? {};
		expect(range?.stepMs).toBeGreaterThanOrEqual(3_600_000);
		for (const [i, fromMs] of range?.atMs.entries() ?? []) {
			const endMs = fromMs + (range?.stepMs ?? 0);
			const lags: number[] = [];
			for (let tick = 0; tick <= last; tick++)
				if (atMs(tick) >= fromMs && atMs(tick) < endMs)
					lags.push(lagOf(channel, tick));
			expect(range?.gauges.lag.peak[i]).toBe(Math.max(...lags));
			const mean = lags.reduce((sum, lag) => sum + lag, 0) / lags.length;
			const shown = range?.gauges.lag.mean[i] ?? Number.NaN;
			expect(Math.abs(shown - mean)).toBeLessThan(0.75);
		}
	}
}

test("thirty kills lose no reading that was written and double none", async () => {
	const folder = await folderOf();
	const store = await openStore(folder);
	onTestFinished(() => store.close());
	let last = -1;
	for (let kill = 0; kill < kills; kill++) {
		const until = last + 1 + Math.floor(Math.random() * 60);
		const historian = startHistorian(folder);
		const ended = once(historian, "exit");
		await eventually(
			async () => ((await lastIn(store)) >= until ? true : undefined),
			60_000,
			5,
		);
		historian.kill("SIGKILL");
		await ended;
		last = await lastIn(store);
		expect(last).toBeGreaterThanOrEqual(until);
		await expectReadings(store, last, 100);
	}
	const file = await connect(join(folder, "tidemark.db"));
	const sound = file.one("PRAGMA integrity_check");
	file.close();
	expect(sound).toMatchObject({ integrity_check: "ok" });
	while (await store.history.thin(atMs(last), keep));
	await expectReadings(store, last, 100);
	await expectHours(store, last);
}, 1_200_000);
