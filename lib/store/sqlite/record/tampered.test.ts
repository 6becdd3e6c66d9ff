// Is everything found that somebody without the key could do to the record, and is the first wrong line named?
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { entryOf } from "../../contract-record.ts";
import { openStore } from "../../open.ts";
import type { Verified } from "../../record-port.ts";

const lines = 12;
const folders: string[] = [];

async function folderOf(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-record-"));
	folders.push(folder);
	return folder;
}

let written = "";
let elsewhere = "";

beforeAll(async () => {
	for (const count of [lines, lines + 3]) {
		const folder = await folderOf();
		const store = await openStore(folder);
		for (let n = 1; n <= count; n++) await store.record.append(entryOf(n));
		await store.close();
		if (count === lines) written = folder;
		else elsewhere = folder;
	}
	return () =>
		Promise.all(folders.map((it) => rm(it, { recursive: true, force: true })));
});

type Place = {
	readonly folder: string;
	sql(text: string, ...values: readonly (string | number | Uint8Array)[]): void;
	edit(file: string, change: (bytes: Buffer) => Buffer): Promise<void>;
};

async function verifiedAfter(
	tamper: (place: Place) => void | Promise<void>,
): Promise<Verified> {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-tampered-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	await cp(written, folder, { recursive: true });
	const database = new DatabaseSync(join(folder, "tidemark.db"));
	for (const name of ["stays", "is_not_edited"])
		database.exec(`DROP TRIGGER record_${name}`);
	try {
		await tamper({
			folder,
			sql: (text, ...values) => void database.prepare(text).run(...values),
			async edit(file, change) {
				const path = join(folder, file);
				await writeFile(path, change(await readFile(path)));
			},
		});
	} finally {
		database.close();
	}
	const store = await openStore(folder);
	try {
		return await store.record.verify();
	} finally {
		await store.close();
	}
}

const sealed = (fault: string, line: number | null = null) => ({
	...{ isWhole: false, fault, line },
});

describe("what somebody without the key does is found", () => {
	test("nothing is found where nothing was done", async () => {
		expect(await verifiedAfter(() => {})).toMatchObject({
			...{ isWhole: true, lines, isHeadBehind: false },
		});
	});

	const move = "UPDATE record SET n = ? WHERE n = ?";
	test.each<readonly [string, (place: Place) => void | Promise<void>, object]>([
		[
			"a line that was edited",
			({ sql }) =>
				sql("UPDATE record SET line = replace(line, 'some', 'no') WHERE n = 7"),
			sealed("line changed", 7),
		],
		[
			"a byte that reads as the same letter",
			({ sql }) =>
				sql(
					"UPDATE record SET line = CAST(CAST(line AS BLOB) || x'' AS TEXT) || char(0) WHERE n = 3",
				),
			sealed("line changed", 3),
		],
		[
			"a line that was deleted",
			({ sql }) => sql("DELETE FROM record WHERE n = 4"),
			sealed("line missing", 4),
		],
		[
			"a line that was deleted, and those behind it moved up",
			({ sql }) => {
				sql("DELETE FROM record WHERE n = 4");
				for (let n = 5; n <= lines; n++) sql(move, n - 1, n);
			},
			sealed("line changed", 4),
		],
		[
			"the first line deleted",
			({ sql }) => sql("DELETE FROM record WHERE n = 1"),
			sealed("line missing", 1),
		],
		[
			"two lines that changed places",
			({ sql }) => {
				for (const [to, from] of [
					[99, 5],
					[5, 9],
					[9, 99],
				] as const)
					sql(move, to, from);
			},
			sealed("line changed", 5),
		],
		[
			"a line that was put in",
			({ sql }) =>
				sql(
					`INSERT INTO record SELECT n + 1, line, hash FROM record WHERE n = ${lines}`,
				),
			sealed("line changed", lines + 1),
		],
		[
			"a line before the first",
			({ sql }) =>
				sql("INSERT INTO record SELECT -7, line, hash FROM record WHERE n = 1"),
			sealed("line changed", -7),
		],
		[
			"a line beyond all numbers",
			({ sql }) =>
				sql(
					"INSERT INTO record SELECT 9223372036854775807, line, hash FROM record WHERE n = 1",
				),
			sealed("line missing", lines + 1),
		],
		[
			"an end that was cut off",
			({ sql }) => sql("DELETE FROM record WHERE n > 9"),
			sealed("end missing", 10),
		],
		[
			"everything taken away",
			({ sql }) => sql("DELETE FROM record"),
			sealed("end missing", 1),
		],
		[
			"an end that was cut off, and the head with it",
			async ({ sql, edit }) => {
				sql("DELETE FROM record WHERE n > 9");
				await edit("record.head", (it) =>
					Buffer.from(it.toString().replace(/^\d+/, "9")),
				);
			},
			sealed("head wrong"),
		],
		[
			"a head that is not there",
			({ folder }) => rm(join(folder, "record.head")),
			sealed("head missing"),
		],
		[
			"a head of another record",
			({ folder }) =>
				cp(join(elsewhere, "record.head"), join(folder, "record.head")),
			sealed("head wrong"),
		],
		[
			"a key that is not there",
			({ folder }) => rm(join(folder, "record.key")),
			sealed("key missing"),
		],
		[
			"a key of another record",
			({ folder }) =>
				cp(join(elsewhere, "record.key"), join(folder, "record.key")),
			sealed("key wrong"),
		],
		[
			"the whole seal of another record",
			async ({ folder }) => {
				for (const file of ["record.key", "record.head"])
					await cp(join(elsewhere, file), join(folder, file));
			},
			sealed("line changed", 1),
		],
	])("%s", async (_, tamper, found) => {
		expect(await verifiedAfter(tamper)).toEqual(found);
	});
});
