// Which files are opened, which are refused, and who can read them afterwards?
import {
	chmod,
	chown,
	mkdir,
	mkdtemp,
	rm,
	stat,
	writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { openStore } from "../open.ts";
import { StoreRefusal } from "../refusal.ts";

async function folderOf(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-store-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

async function refusalOf(folder: string): Promise<string> {
	const error = await openStore(folder).then(
		(store) => store.close(),
		(refused: unknown) => refused,
	);
	expect(error).toBeInstanceOf(StoreRefusal);
	return error instanceof Error ? error.message : "";
}

test("folder and files are made for their owner only", async () => {
	const folder = join(await folderOf(), "new", "state");
	const store = await openStore(folder);
	await store.pulse.beat({
		atMs: 1,
		startedMs: 1,
		everyMs: 1,
		history: "kept",
	});
	expect(await modeOf(folder)).toBe(0o700);
	for (const name of ["tidemark.db", "tidemark.db-wal", "tidemark.db-shm"])
		expect(await modeOf(join(folder, name))).toBe(0o600);
	await store.close();
});

test("an empty folder, or one that was ours before, is closed to others", async () => {
	const folder = await folderOf();
	await chmod(folder, 0o755);
	await (await openStore(folder)).close();
	expect(await modeOf(folder)).toBe(0o700);
	await chmod(folder, 0o777);
	await chmod(join(folder, "tidemark.db"), 0o644);
	await (await openStore(folder)).close();
	expect(await modeOf(folder)).toBe(0o700);
	expect(await modeOf(join(folder, "tidemark.db"))).toBe(0o600);
});

test("an open folder with other files in it is refused and left as it is", async () => {
	const folder = await folderOf();
	await writeFile(join(folder, "letter.txt"), "");
	await chmod(folder, 0o755);
	expect(await refusalOf(folder)).toContain("chmod 700");
	expect(await modeOf(folder)).toBe(0o755);
});

test.runIf(process.getuid?.() === 0)(
	"what belongs to another user is refused",
	async () => {
		const folder = join(await folderOf(), "theirs");
		await mkdir(folder, { mode: 0o700 });
		await chown(folder, 65_534, 65_534);
		expect(await refusalOf(folder)).toContain("belongs to another user");
	},
);

test("a file of a newer program is refused untouched, with both versions named", async () => {
	const folder = await folderOf();
	await (await openStore(folder)).close();
	const file = new DatabaseSync(join(folder, "tidemark.db"));
	file.exec("PRAGMA user_version = 99");
	expect(await refusalOf(folder)).toMatch(
		/newer Tidemark \(its schema is 99, this program knows \d+\): start the newer program/,
	);
	expect(file.prepare("PRAGMA user_version").get()).toEqual(
		expect.objectContaining({ user_version: 99 }),
	);
	file.close();
});

test("a file that is something else is refused", async () => {
	const folder = await folderOf();
	await writeFile(
		join(folder, "tidemark.db"),
		"a letter, not a store".repeat(99),
	);
	expect(await refusalOf(folder)).toContain("is not a store");
});

test("what was written is there after closing and opening again", async () => {
	const folder = await folderOf();
	const store = await openStore(folder);
	await store.pulse.beat({
		atMs: 1,
		startedMs: 1,
		everyMs: 1,
		history: "kept",
	});
	await store.close();
	await store.close();
	const again = await openStore(folder);
	expect(await again.pulse.last()).toEqual({
		atMs: 1,
		startedMs: 1,
		everyMs: 1,
		history: "kept",
	});
	await again.close();
});
