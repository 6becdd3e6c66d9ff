// Does a record go on once somebody accepted it as it was, whatever was done to it, and is nothing before that changed unseen?
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { approved } from "../../contract-clean-up-scene.ts";
import { entryOf } from "../../contract-record.ts";
import { openStore } from "../../open.ts";
import type { Store } from "../../store.ts";

const acceptance = { by: "Kim", why: "the disk was lost", atMs: 77 };
const count = 12;

type Place = {
	readonly folder: string;
	readonly store: Store;
	sql(text: string): void;
};

/** A record of twelve lines, to which something was done while nobody looked. */
async function tampered(
	tamper: (place: Place) => void | Promise<void>,
): Promise<Place> {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-accepted-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const store = await openStore(folder);
	onTestFinished(() => store.close());
	for (let n = 1; n <= count; n++) await store.record.append(entryOf(n));
	const sql = (text: string) => {
		const file = new DatabaseSync(join(folder, "tidemark.db"));
		for (const name of ["stays", "is_not_edited"])
			file.exec(`DROP TRIGGER IF EXISTS record_${name}`);
		file.exec(text);
		file.close();
	};
	const place = { folder, store, sql };
	await tamper(place);
	return place;
}

const farAway = "INSERT INTO record SELECT 9223372036854775807, line, hash";

test.each<readonly [string, (place: Place) => void | Promise<void>, object]>([
	[
		"a line was edited",
		({ sql }) => sql("UPDATE record SET line = '{' WHERE n = 7"),
		{ fault: "line changed", line: 7, n: 13 },
	],
	[
		"a line is missing",
		({ sql }) => sql("DELETE FROM record WHERE n = 4"),
		{ fault: "line missing", line: 4, n: 13 },
	],
	[
		"the end was cut off",
		({ sql }) => sql("DELETE FROM record WHERE n > 9"),
		{ fault: "end missing", line: 10, n: 10 },
	],
	[
		"everything was taken away",
		({ sql }) => sql("DELETE FROM record"),
		{ fault: "end missing", line: 1, n: 1 },
	],
	[
		"its head is gone",
		({ folder }) => rm(join(folder, "record.head")),
		{ fault: "head missing", line: null, n: 13 },
	],
	[
		"its head is something else",
		({ folder }) => writeFile(join(folder, "record.head"), "12 oh\n"),
		{ fault: "head wrong", line: null, n: 13 },
	],
	[
		"its key is gone",
		({ folder }) => rm(join(folder, "record.key")),
		{ fault: "key missing", line: null, n: 13 },
	],
	[
		"its key is none",
		({ folder }) => writeFile(join(folder, "record.key"), "oh\n"),
		{ fault: "key wrong", line: null, n: 13 },
	],
	[
		"a line lies beyond all numbers, and one before the first",
		({ sql }) =>
			sql(
				`${farAway} FROM record WHERE n = 1; INSERT INTO record SELECT -7, line, hash FROM record WHERE n = 2`,
			),
		{ fault: "line changed", line: -7, n: 15 },
	],
])("%s: it is accepted, told, whole, and goes on", async (_, tamper, found) => {
	const { folder, store } = await tampered(tamper);
	expect(await store.record.verify()).toMatchObject({ isWhole: false });
	const accepted = await store.record.accept(acceptance);
	expect(accepted).toMatchObject(found);
	const n = accepted?.n ?? 0;
	const lines = await store.record.lines(0, 99);
	expect(lines.at(-1)).toMatchObject({
		...{ n, event: "accepted", errand: null, by: "Kim", atMs: 77 },
		told: { why: "the disk was lost", before: { lines: lines.length - 1 } },
	});
	const again = await openStore(folder);
	onTestFinished(() => again.close());
	await approved(again, "a");
	expect(await again.errands.claim("a", 60)).toBe("claimed");
	expect(await again.record.verify()).toMatchObject({
		...{ isWhole: true, lines: n + 2, accepted: n },
	});
	expect(await again.record.lines(0, 99)).toHaveLength(lines.length + 2);
});

test("what is whole is not accepted, and nothing is written", async () => {
	const { store } = await tampered(() => {});
	expect(await store.record.accept(acceptance)).toBeNull();
	expect(await store.record.verify()).toMatchObject({
		...{ isWhole: true, lines: count, accepted: null },
	});
});

const cut = ({ sql }: Place) => sql("DELETE FROM record WHERE n = 4");

test.each([
	["a line before it is changed", "UPDATE record SET hash = 'x' WHERE n = 6"],
	["another line before it goes", "DELETE FROM record WHERE n = 6"],
	[
		"the acceptance itself is changed",
		"UPDATE record SET line = replace(line, 'Kim', 'Lee') WHERE n = 13",
	],
	["the acceptance goes", "DELETE FROM record WHERE n = 13"],
	[
		"it is said a second time, over something else",
		"DELETE FROM record WHERE n = 2; INSERT INTO record SELECT 15, line, hash FROM record WHERE n = 13",
	],
])("from then on it is found when %s", async (_, sql) => {
	const place = await tampered(cut);
	await place.store.record.accept(acceptance);
	await place.store.record.append(entryOf(99));
	place.sql(sql);
	expect(await place.store.record.verify()).toMatchObject({ isWhole: false });
});

test("it is accepted as often as it has to be, and edits and deletions are refused again afterwards", async () => {
	const { folder, store, sql } = await tampered(cut);
	await store.record.accept(acceptance);
	sql("DELETE FROM record WHERE n = 6");
	expect(await store.record.accept(acceptance)).toMatchObject({ n: 14 });
	expect(await store.record.verify()).toMatchObject({ accepted: 14 });
	const file = new DatabaseSync(join(folder, "tidemark.db"));
	for (const change of ["DELETE FROM record", "UPDATE record SET line = ''"])
		expect(() => file.exec(change)).toThrow("only added to");
	file.close();
});

test("a key that is none stays beside the new one", async () => {
	const { folder, store } = await tampered(({ folder }) =>
		writeFile(join(folder, "record.key"), "half a k"),
	);
	await store.record.accept(acceptance);
	const files = await readdir(folder);
	expect(files).toContain("record.key.77");
	const aside = await readFile(join(folder, "record.key.77"), "utf8");
	expect(aside).toBe("half a k");
});

test("one who writes an acceptance without the key is found", async () => {
	const { store, sql } = await tampered(cut);
	const line = JSON.stringify({ ...entryOf(1), event: "accepted" });
	sql(`INSERT INTO record VALUES (13, '${line}', '${"0".repeat(64)}')`);
	expect(await store.record.verify()).toMatchObject({ fault: "line missing" });
});
