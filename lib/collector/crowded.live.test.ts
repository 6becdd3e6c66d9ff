// Does a full disk cost nothing but the history of that time, and does everything go on by itself once there is room?
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { historyStartMs, idIn } from "#lib/store/contract-history-scene.ts";
import { openStore } from "#lib/store/open.ts";
import { connect } from "#lib/store/sqlite/connection.ts";
import { eventually } from "#world/eventually.ts";

const run = promisify(execFile);
const withinMs = 60_000;
const fullBytes = 1_500_000;

/** A limit on the size of files is what a full disk is without a disk to fill, and nobody has to be root for it. */
const limit = (pid: number, bytes: string) =>
	run("prlimit", [`--pid=${pid}`, `--fsize=${bytes}:`]);

test("what is written stays sound while nothing more can be, and goes on by itself when there is room", async () => {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-crowded-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const store = await openStore(folder);
	onTestFinished(() => store.close());
	const file = join(import.meta.dirname, "for-tests/crowded.ts");
	const writer = spawn(process.execPath, [file, folder], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	onTestFinished(() => void writer.kill("SIGKILL"));
	const last = async () => (await store.board.brokers())[0]?.subscriptions ?? 0;
	const facts: string[] = [];
	writer.stdout?.on("data", (text) => facts.push(...`${text}`.split("\n")));
	const isTold = (fact: string) => () =>
		facts.at(-2) === fact ? true : undefined;
	const reaches = (tick: number) => async () =>
		(await last()) > tick ? true : undefined;

	await eventually(reaches(20), withinMs);
	await eventually(isTold("kept"), withinMs);
	await limit(writer.pid ?? 0, `${fullBytes}`);
	await eventually(isTold("no room"), withinMs);
	const full = await last();
	// The web reads on, whatever cannot be written.
	expect(await store.history.find("c1", 1)).toHaveLength(1);

	await limit(writer.pid ?? 0, "unlimited");
	await eventually(isTold("kept"), withinMs);
	const freed = await last();
	await eventually(reaches(freed + 20), withinMs);
	writer.kill("SIGKILL");

	const asked = {
		...{
			fromMs: historyStartMs,
			toMs: historyStartMs + (await last()) * 5_000,
		},
		points: 20_000,
	};
	const found = await store.history.range(idIn("c7"), asked);
	const { atMs = [], asked: heard = [], gauges } = found?.range ?? {};
	const ticks = atMs.map((ms) => (ms - historyStartMs) / 5_000);
	for (const [i, tick] of ticks.entries())
		expect(gauges?.lag.last[i]).toBe(heard[i] ? tick : null);
	expect(new Set(ticks).size).toBe(ticks.length);
	expect(Math.max(...ticks)).toBeGreaterThan(full);
	const connection = await connect(join(folder, "tidemark.db"));
	const sound = connection.one("PRAGMA integrity_check");
	connection.close();
	expect(sound).toMatchObject({ integrity_check: "ok" });
}, 200_000);
