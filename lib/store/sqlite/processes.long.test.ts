// Does the file survive what processes do to it: opening at once, and dying in the middle of a write?
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { openStore } from "../open.ts";

const rowsEach = 300;

async function folderOf(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-store-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

function startWriter(folder: string): ChildProcess {
	const file = join(import.meta.dirname, "restless-writer.ts");
	const writer = spawn(process.execPath, [file, folder, `${rowsEach}`], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	onTestFinished(() => void writer.kill("SIGKILL"));
	return writer;
}

async function kill(writer: ChildProcess): Promise<void> {
	const ended = once(writer, "exit");
	writer.kill("SIGKILL");
	await ended;
}

test("a writer killed at any moment leaves whole ticks and a sound file", async () => {
	const folder = await folderOf();
	const store = await openStore(folder);
	onTestFinished(() => store.close());
	for (let round = 0; round < 4; round++) {
		const before = await store.board.rev();
		const writer = startWriter(folder);
		await expect
			.poll(() => store.board.rev(), { timeout: 10_000, interval: round })
			.toBeGreaterThan(before + round);
		await kill(writer);

		const rows = await store.board.rowsOf("one");
		const [fact] = await store.board.brokers();
		expect(rows).toHaveLength(rowsEach);
		for (const row of rows) {
			expect(row.sinceMs).toBe(fact?.subscriptions);
			expect(row.holding).toBe(fact?.subscriptions);
		}
		const file = new DatabaseSync(join(folder, "tidemark.db"));
		const sound = file.prepare("PRAGMA integrity_check").get();
		file.close();
		expect(sound).toMatchObject({ integrity_check: "ok" });
	}
}, 60_000);

test("a page read while another process writes is of one moment", async () => {
	const folder = await folderOf();
	const store = await openStore(folder);
	onTestFinished(() => store.close());
	const writer = startWriter(folder);
	await expect
		.poll(() => store.board.rev(), { timeout: 10_000, interval: 1 })
		.toBeGreaterThan(0);
	const revisions = new Set<number>();
	while (revisions.size < 25) {
		const asked = {
			filter: [],
			sort: "name",
			limit: 500,
			cursor: null,
			fold: null,
		} as const;
		const page = await store.board.page(asked);
		revisions.add(page.rev);
		// Each tick of this writer is one revision, and every row says its tick.
		expect(page.rows).toHaveLength(rowsEach);
		expect(new Set(page.rows.map((row) => row.sinceMs))).toEqual(
			new Set([page.rev]),
		);
	}
	await kill(writer);
}, 30_000);

test("processes that open a new file at once all find it ready", async () => {
	const folder = await folderOf();
	const writers = [1, 2, 3, 4].map(() => startWriter(folder));
	for (const writer of writers) {
		const [said] = writer.stdout ? await once(writer.stdout, "data") : [];
		expect(`${said}`).toBe("open\n");
	}
	await Promise.all(writers.map(kill));
}, 30_000);
