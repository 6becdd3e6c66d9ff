// Does only whoever wants to write wait while another process holds the file?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as after } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { entryOf } from "../contract-record.ts";
import { openStore } from "../open.ts";

const heldMs = 1_500;

async function openedIn() {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-patient-"));
	const store = await openStore(folder);
	const other = new DatabaseSync(join(folder, "tidemark.db"));
	onTestFinished(async () => {
		other.close();
		await store.close();
		await rm(folder, { recursive: true, force: true });
	});
	return { store, other };
}

const beat = (atMs: number) => ({
	...({ atMs, startedMs: 1, everyMs: 1, history: "kept" } as const),
});

test("what is wanted meanwhile is written afterwards, once, and nothing else of this process waits for it", async () => {
	const { store, other } = await openedIn();
	await store.pulse.beat(beat(1));
	other.exec("BEGIN IMMEDIATE");
	const delay = monitorEventLoopDelay({ resolution: 10 });
	delay.enable();
	const wanted = Promise.all([
		store.pulse.beat(beat(2)),
		store.record.append(entryOf(1)),
		store.record.append(entryOf(2)),
	]);
	let looks = 0;
	for (const end = performance.now() + heldMs; performance.now() < end; ) {
		expect((await store.pulse.last())?.atMs).toBe(1);
		looks++;
		await after(1);
	}
	delay.disable();
	other.exec("ROLLBACK");
	await wanted;
	expect((await store.pulse.last())?.atMs).toBe(2);
	expect(await store.record.verify()).toMatchObject({
		...{ isWhole: true, lines: 2, isHeadBehind: false },
	});
	expect(looks).toBeGreaterThan(3);
	// Three who want to write ask in turn, each for a moment; the engine's own wait would be all of it.
	expect(delay.max / 1e6).toBeLessThan(heldMs / 2);
});

test("who waited in vain is told so, and nothing was written", async () => {
	const { store, other } = await openedIn();
	other.exec("BEGIN IMMEDIATE");
	await expect(store.record.append(entryOf(1))).rejects.toMatchObject({
		...{ name: "StoreBusy", detail: { key: "store busy" } },
	});
	other.exec("ROLLBACK");
	expect(await store.record.lines(0, 9)).toEqual([]);
}, 20_000);
