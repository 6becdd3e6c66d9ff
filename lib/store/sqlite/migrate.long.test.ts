// Does a store of every earlier schema become one of ours, all of it or nothing?
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { openStore } from "../open.ts";
import { checkStore } from "./backup/check.ts";
import { newestSchema } from "./migrate.ts";
import { migrations } from "./migrations.ts";

async function folderOf(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-older-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

/** As a Tidemark of that time left it: steps are history, and never edited. */
function storeAt(folder: string, version: number): DatabaseSync {
	const file = new DatabaseSync(join(folder, "tidemark.db"));
	file.exec("PRAGMA journal_mode = WAL");
	for (const step of migrations.slice(0, version)) file.exec(step);
	file.exec(`PRAGMA user_version = ${version}`);
	file.exec(`INSERT INTO broker (name, system, address, every_ms, parts, subscriptions)
		VALUES ('jobs', 'one', 'here', 1000, '[]', 0);
		INSERT INTO pulse (only, at_ms, started_ms, every_ms) VALUES (1, 7, 1, 1000)`);
	return file;
}

async function opens(folder: string): Promise<void> {
	const store = await openStore(folder);
	expect(await store.pulse.last()).toMatchObject({ atMs: 7 });
	expect(await store.board.brokers()).toMatchObject([{ name: "jobs" }]);
	await store.close();
	expect(checkStore(folder)).toMatchObject({
		...{ refusal: null, schema: newestSchema },
	});
}

const earlier = migrations.map((_, at) => at + 1).slice(0, -1);

test.each(earlier)(
	"a store of schema %i becomes one of ours",
	async (version) => {
		const folder = await folderOf();
		storeAt(folder, version).close();
		expect(checkStore(folder)).toMatchObject({
			refusal: null,
			schema: version,
		});
		await opens(folder);
	},
);

test.each(earlier)(
	"killed in the middle of the steps after schema %i, it is still that store, and becomes ours at the next start",
	async (version) => {
		const folder = await folderOf();
		const file = storeAt(folder, version);
		file.exec("PRAGMA cache_size = 1; BEGIN IMMEDIATE");
		for (const step of migrations.slice(version, version + 3)) file.exec(step);
		// What lies on the disk at this moment is what a kill leaves.
		const left = await folderOf();
		for (const name of ["tidemark.db", "tidemark.db-wal"])
			await cp(join(folder, name), join(left, name));
		file.close();
		expect(checkStore(left)).toMatchObject({ refusal: null, schema: version });
		await opens(left);
	},
);
