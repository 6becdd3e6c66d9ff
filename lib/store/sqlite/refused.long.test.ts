// What is said of each kind of file that cannot be the store, and does it stay as it is?
import { createHash } from "node:crypto";
import {
	mkdir,
	mkdtemp,
	readFile,
	rm,
	truncate,
	writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { entryOf } from "../contract-record.ts";
import { openStore } from "../open.ts";
import { StoreRefusal } from "../refusal.ts";
import { checkStore } from "./backup/check.ts";
import { refusalOf } from "./refused.ts";

async function storeWith(lines: number): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-refused-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const store = await openStore(folder);
	for (let n = 1; n <= lines; n++) await store.record.append(entryOf(n));
	await store.close();
	return folder;
}

async function refusalFor(folder: string): Promise<string> {
	const error = await openStore(folder).then(
		(store) => store.close(),
		(refused: unknown) => refused,
	);
	expect(error).toBeInstanceOf(StoreRefusal);
	return error instanceof Error ? error.message : "";
}

const isThere = (file: string) =>
	readFile(file).then(
		(bytes) => createHash("sha256").update(bytes).digest("hex"),
		() => null,
	);

async function overwrite(file: string, from: number, to: number) {
	const bytes = await readFile(file);
	await writeFile(file, bytes.fill(0x5a, from, to));
}

test.each<readonly [string, (file: string) => Promise<void>, RegExp]>([
	[
		"pages that are overwritten",
		(file) => overwrite(file, 4096 * 4, 4096 * 40),
		/is damaged.*restore <file>/,
	],
	[
		"a beginning that is overwritten",
		(file) => overwrite(file, 0, 100),
		/is not a store of Tidemark, or its beginning was overwritten.*restore/,
	],
	[
		"a schema that is overwritten",
		(file) => overwrite(file, 100, 4096),
		/is damaged.*restore/,
	],
	[
		"an end that is cut off",
		(file) => truncate(file, 4096 * 20),
		/is damaged.*restore/,
	],
	[
		"an end that is cut off within a page",
		(file) => truncate(file, 4096 * 20 + 100),
		/is damaged.*restore/,
	],
	["nothing in it", (file) => truncate(file, 0), /is empty or gone.*restore/],
	["no file at all", (file) => rm(file), /is empty or gone.*restore/],
	[
		"a folder in its place",
		async (file) => {
			await rm(file);
			await mkdir(file);
			await writeFile(join(file, "x"), "");
		},
		/cannot be the store: .*a folder/,
	],
	[
		"somebody else's tables",
		async (file) => {
			await rm(file);
			const other = new DatabaseSync(file);
			other.exec("CREATE TABLE letters (n); PRAGMA user_version = 3");
			other.close();
		},
		/is not a store of Tidemark/,
	],
	[
		"a newer schema",
		async (file) => {
			const newer = new DatabaseSync(file);
			newer.exec("CREATE TABLE later (n); PRAGMA user_version = 99");
			newer.close();
		},
		/newer Tidemark/,
	],
])(
	"a store with %s is refused in a sentence and left as it is",
	async (_, ruin, said) => {
		const folder = await storeWith(40);
		const file = join(folder, "tidemark.db");
		await ruin(file);
		const before = await isThere(file);
		expect(await refusalFor(folder)).toMatch(said);
		expect(checkStore(folder).refusal).toMatch(said);
		expect(await isThere(file)).toBe(before);
		expect(await isThere(join(folder, "record.key"))).not.toBeNull();
	},
);

test("the newest backup in the usual place is named", async () => {
	const folder = await storeWith(1);
	const place = join(folder, "backups");
	await mkdir(place);
	for (const day of ["20", "21"])
		await writeFile(
			join(place, `tidemark-2026-11-${day}T09-00-00Z.backup`),
			"",
		);
	await truncate(join(folder, "tidemark.db"), 0);
	const newest = join(place, "tidemark-2026-11-21T09-00-00Z.backup");
	expect(await refusalFor(folder)).toContain(`"tidemark restore ${newest}"`);
	expect(checkStore(folder).backup).toEqual({
		...{ file: newest, atMs: Date.UTC(2026, 10, 21, 9) },
	});
});

test("a folder in which a file of the same name as a folder lies is refused", async () => {
	const folder = await storeWith(0);
	const inside = join(folder, "record.key", "deeper");
	expect(await refusalFor(inside)).toContain("cannot be the store");
});

test.each([
	["EROFS", /cannot be written/],
	["EACCES", /cannot be written/],
	["ENOSPC", /There is no room on the disk of/],
])("%s of the system has a sentence", (code, said) => {
	const error = Object.assign(new Error("system"), { code });
	expect(refusalOf(error, "/store/tidemark.db")?.message).toMatch(said);
});

test("what no sentence is known for stays as it is", () => {
	expect(refusalOf(new TypeError("ours"), "/store/tidemark.db")).toBeNull();
});

/** What was written and not yet put into the file, as a crash leaves it. */
async function crashed(): Promise<{ folder: string; lines: number }> {
	const folder = await storeWith(0);
	const store = await openStore(folder);
	for (let n = 1; n <= 30; n++) await store.record.append(entryOf(n));
	const left = await mkdtemp(join(tmpdir(), "tidemark-refused-"));
	onTestFinished(() => rm(left, { recursive: true, force: true }));
	for (const name of [
		"tidemark.db",
		"tidemark.db-wal",
		"record.key",
		"record.head",
	])
		await writeFile(join(left, name), await readFile(join(folder, name)));
	await store.close();
	return { folder: left, lines: 30 };
}

test("a log of changes whose end is torn is mended by the engine, and the record says what is missing", async () => {
	const { folder, lines } = await crashed();
	const log = join(folder, "tidemark.db-wal");
	await truncate(log, (await readFile(log)).length - 6_000);
	const store = await openStore(folder);
	const verified = await store.record.verify();
	expect((await store.record.lines(0, 99)).length).toBeLessThan(lines);
	expect(verified).toMatchObject({ isWhole: false, fault: "end missing" });
	await store.close();
	expect(checkStore(folder).refusal).toBeNull();
});

test("a log of changes that is garbage is no worse than none", async () => {
	const { folder } = await crashed();
	const log = join(folder, "tidemark.db-wal");
	await overwrite(log, 0, 4_000);
	const store = await openStore(folder);
	expect(await store.record.verify()).toMatchObject({ isWhole: false });
	await store.close();
});
