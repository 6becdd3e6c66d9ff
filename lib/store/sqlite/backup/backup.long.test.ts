// Does a store come back as it was from a copy made while others wrote, and is nothing lost or written over on the way?
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
	cp,
	mkdtemp,
	readdir,
	readFile,
	rm,
	stat,
	writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { entryOf } from "../../contract-record.ts";
import { openStore } from "../../open.ts";
import { claim } from "../claim.ts";
import { checkStore } from "./check.ts";
import { looked } from "./looked.ts";
import { restore, type Wanted } from "./restored.ts";
import { writeBackup } from "./written.ts";

const atMs = Date.UTC(2026, 10, 22, 9);

async function folderOf(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-backup-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

/** A store with so many lines in its record, closed. */
async function written(lines: number, folder?: string): Promise<string> {
	const there = folder ?? (await folderOf());
	const store = await openStore(there);
	for (let n = 1; n <= lines; n++) await store.record.append(entryOf(n));
	await store.pulse.beat({
		...{ atMs: atMs + lines * 1000, startedMs: 1, everyMs: 1 },
		history: "kept",
	});
	await store.close();
	return there;
}

const wanted = (folder: string, file: string): Wanted => ({
	...{ folder, file, by: "Kim", why: "the disk", nowMs: atMs + 60_000 },
});

async function recordIn(folder: string) {
	const store = await openStore(folder);
	try {
		const lines = await store.record.lines(0, 1000);
		return { verified: await store.record.verify(), lines };
	} finally {
		await store.close();
	}
}

const edit = (folder: string, sql: string) => {
	const file = new DatabaseSync(join(folder, "tidemark.db"));
	file.exec(sql);
	file.close();
};

test("a backup is closed to others, holds the record with its seal, and is nothing half on the way", async () => {
	const folder = await written(5);
	const to = join(folder, "deep", "er", "b");
	const backup = writeBackup(folder, to, atMs);
	expect(backup).toMatchObject({ file: to, atMs, lines: 5 });
	expect(backup.isRecordWhole).toBe(true);
	expect((await stat(to)).mode & 0o777).toBe(0o600);
	expect(await readdir(join(folder, "deep", "er"))).toEqual(["b"]);
	expect(looked(to)).toEqual(backup);
});

test("nothing is written over, and what cannot be made leaves nothing", async () => {
	const folder = await written(1);
	const to = join(folder, "b");
	await writeFile(to, "mine");
	expect(() => writeBackup(folder, to, atMs)).toThrow("is there already");
	expect(await readFile(to, "utf8")).toBe("mine");
	const none = join(folder, "none");
	expect(() => writeBackup(none, join(folder, "c"), atMs)).toThrow(
		"There is no store in",
	);
	const stored = async () =>
		(await readdir(folder)).filter((name) => !name.startsWith("tidemark.db-"));
	const before = await stored();
	const bytes = await readFile(join(folder, "tidemark.db"));
	bytes.fill(7, 4096 * 3, 4096 * 60);
	await writeFile(join(folder, "tidemark.db"), bytes);
	expect(() => writeBackup(folder, join(folder, "c"), atMs)).toThrow(
		/tidemark\.db is damaged.*restore <file>/,
	);
	expect(await stored()).toEqual(before);
});

test("a store comes back with its whole record, which tells of it; what was there lies beside it as it was", async () => {
	const folder = await written(5);
	const file = join(folder, "b");
	writeBackup(folder, file, atMs);
	await written(3, folder);
	const lost = await readFile(join(folder, "record.head"), "utf8");
	const restored = await restore(wanted(folder, file));
	expect(restored).toMatchObject({
		...{ linesLost: 3, line: 6, writtenMs: atMs + 3000 },
	});
	const { verified, lines } = await recordIn(folder);
	expect(verified).toMatchObject({ isWhole: true, lines: 6 });
	expect(lines.at(-1)).toMatchObject({
		...{ event: "restored", by: "Kim" },
		told: { why: "the disk", backedUpMs: atMs, lines: 5, linesLost: 3 },
	});
	const aside = restored.aside ?? "";
	expect(await readFile(join(aside, "record.head"), "utf8")).toBe(lost);
	expect((await recordIn(aside)).lines).toHaveLength(8);
	expect(checkStore(folder).refusal).toBeNull();
});

test("whoever was signed in then is not signed in again", async () => {
	const folder = await written(1);
	const store = await openStore(folder);
	await store.sessions.offer({
		...{ hash: "h", expiresMs: 1e15, person: "p", roles: ["admin"] },
		...{ lastsMs: 1, idleMs: 1, isInvitation: false },
	});
	await store.close();
	const file = join(folder, "b");
	writeBackup(folder, file, atMs);
	await restore(wanted(folder, file));
	const again = await openStore(folder);
	expect(await again.sessions.offered("h", 1)).toBeNull();
	await again.close();
});

test("it comes back in an empty folder, and in place of a file that is ruined", async () => {
	const folder = await written(4);
	const file = join(await folderOf(), "b");
	writeBackup(folder, file, atMs);
	const elsewhere = join(await folderOf(), "new");
	expect(await restore(wanted(elsewhere, file))).toMatchObject({
		...{ aside: null, writtenMs: null, line: 5 },
	});
	await writeFile(join(folder, "tidemark.db"), "ruins");
	expect(await restore(wanted(folder, file))).toMatchObject({
		...{ linesLost: 0, line: 5 },
	});
	for (const there of [elsewhere, folder])
		expect((await recordIn(there)).verified).toMatchObject({ isWhole: true });
});

test("beside a Tidemark that runs nothing is restored", async () => {
	const folder = await written(2);
	const file = join(folder, "b");
	writeBackup(folder, file, atMs);
	const held = claim(folder);
	await expect(restore(wanted(folder, file))).rejects.toThrow(
		"A Tidemark runs on",
	);
	held?.release();
	await restore(wanted(folder, file));
});

test.each<readonly [string, (file: string) => Promise<void>, RegExp]>([
	[
		"that is damaged",
		async (file) => {
			const bytes = await readFile(file);
			await writeFile(file, bytes.fill(7, 4096 * 5, 4096 * 50));
		},
		/b is damaged .*take an earlier backup/,
	],
	[
		"that ends too early",
		async (file) => {
			await writeFile(file, (await readFile(file)).subarray(0, 90_000));
		},
		/b is damaged .*take an earlier backup/,
	],
	["that is empty", (file) => writeFile(file, ""), /b is no backup of/],
	[
		"that is a letter",
		(file) => writeFile(file, "x".repeat(9_999)),
		/b is no backup/,
	],
	[
		"that is a store itself",
		(file) => cp(join(file, "../tidemark.db"), file),
		/made by "tidemark backup"/,
	],
	[
		"of a newer Tidemark",
		async (file) => {
			const copy = new DatabaseSync(file);
			copy.exec("PRAGMA user_version = 99");
			copy.close();
		},
		/newer Tidemark/,
	],
])("a backup %s takes no store's place", async (_, ruin, said) => {
	const folder = await written(2);
	const file = join(folder, "b");
	writeBackup(folder, file, atMs);
	await ruin(file);
	await expect(restore(wanted(folder, file))).rejects.toThrow(said);
	expect((await recordIn(folder)).lines).toHaveLength(2);
});

test("a record whose end somebody took away is not whole in its backup either", async () => {
	const folder = await written(5);
	edit(folder, "DROP TRIGGER record_stays; DELETE FROM record WHERE n > 3");
	const file = join(folder, "b");
	expect(writeBackup(folder, file, atMs).isRecordWhole).toBe(false);
	expect((await restore(wanted(folder, file))).line).toBeNull();
	expect((await recordIn(folder)).verified).toMatchObject({
		fault: "end missing",
	});
});

test("a restore that was broken off opens nothing until it is done again", async () => {
	const folder = await written(3);
	const file = join(folder, "b");
	writeBackup(folder, file, atMs);
	// As it is left in the middle: ready, the old store half moved.
	await cp(folder, join(await folderOf(), "copy"), { recursive: true });
	await written(3, join(folder, "restoring"));
	await rm(join(folder, "tidemark.db"));
	await expect(openStore(folder)).rejects.toThrow("restore <file>");
	await restore(wanted(folder, file));
	expect((await recordIn(folder)).lines).toHaveLength(4);
});

function startScribe(folder: string): ChildProcess {
	const file = join(import.meta.dirname, "../record/for-tests/scribe.ts");
	const scribe = spawn(process.execPath, [file, folder, "write"], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	onTestFinished(() => void scribe.kill("SIGKILL"));
	return scribe;
}

test("every backup made while others write has a whole record", async () => {
	const folder = await written(1);
	const scribes = [startScribe(folder), startScribe(folder)];
	for (const { stdout } of scribes) if (stdout) await once(stdout, "data");
	let lines = 0;
	for (let n = 0; n < 12; n++) {
		const backup = writeBackup(folder, join(folder, `b${n}`), atMs);
		expect(backup.isRecordWhole).toBe(true);
		expect(backup.lines).toBeGreaterThanOrEqual(lines);
		lines = backup.lines;
	}
	expect(lines).toBeGreaterThan(1);
	await restoreAfter(scribes, folder);
}, 60_000);

async function restoreAfter(scribes: ChildProcess[], folder: string) {
	for (const scribe of scribes) {
		const ended = once(scribe, "exit");
		scribe.kill("SIGKILL");
		await ended;
	}
	const { line } = await restore(wanted(folder, join(folder, "b11")));
	expect((await recordIn(folder)).verified).toMatchObject({
		...{ isWhole: true, lines: line },
	});
}
