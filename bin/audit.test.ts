// What does whoever asks for the record hear, and how does the command end?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test, vi } from "vitest";
import { openStore } from "#lib/store/open.ts";
import { recordFaults } from "#lib/store/record-port.ts";
import { audit, sentenceOf } from "./audit.ts";

async function folderOf(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-audit-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

async function run(...argv: readonly string[]) {
	const said = { out: "", err: "" };
	const spies = (["out", "err"] as const).map((name) =>
		vi.spyOn(process[`std${name}`], "write").mockImplementation((text) => {
			said[name] += String(text);
			return true;
		}),
	);
	try {
		return { code: await audit(argv), ...said };
	} finally {
		for (const spy of spies) spy.mockRestore();
	}
}

test("audit alone explains itself, and what it does not know", async () => {
	const alone = await run();
	expect(alone).toMatchObject({ code: 0, err: "" });
	expect(alone.out).toContain("tidemark audit verify");
	const unknown = await run("all");
	expect(unknown).toMatchObject({ code: 2, out: "" });
	expect(unknown.err).toContain('There is no "audit all"');
});

test("a folder without a store is told and not made", async () => {
	const folder = join(await folderOf(), "none");
	const { code, err } = await run("verify", "--folder", folder);
	expect({ code, err }).toEqual({
		code: 2,
		err: `There is no store in ${folder}: name it by --folder.\n`,
	});
});

test("a whole record is printed and proved; one that was edited ends with 1 and names the line", async () => {
	const folder = await folderOf();
	const store = await openStore(folder);
	for (const errand of ["a", "b", "c"])
		await store.record.append({
			...{ atMs: 1, errand, event: "approved", by: "somebody", told: {} },
		});
	await store.close();
	const whole = await run("verify", "--folder", folder);
	expect(whole).toMatchObject({ code: 0, err: "" });
	expect(whole.out).toMatch(
		/^The record is whole: 3 lines, the last with the hash [0-9a-f]{64}\.\n$/,
	);
	const { out } = await run("lines", "--folder", folder);
	const printed = out.trim().split("\n");
	expect(printed.map((line) => JSON.parse(line))).toMatchObject([
		{ n: 1, errand: "a" },
		{ n: 2, errand: "b" },
		{ n: 3, errand: "c" },
	]);
	const file = new DatabaseSync(join(folder, "tidemark.db"));
	file.exec("DROP TRIGGER record_is_not_edited");
	file.exec("UPDATE record SET line = replace(line, 'b', 'x') WHERE n = 2");
	file.close();
	expect(await run("verify", "--folder", folder)).toEqual({
		...{ code: 1, out: "" },
		err: "The record is not whole: line 2 is not what was written there, or those before it are not all there.\n",
	});
});

test("every fault has a sentence of its own", () => {
	const sentences = recordFaults.map((fault) =>
		sentenceOf({ isWhole: false, fault, line: 7 }),
	);
	expect(new Set(sentences).size).toBe(recordFaults.length);
	expect(sentences.join()).not.toContain("null");
});

test("a head that is one behind is told as what a crash leaves", () => {
	const whole = { isWhole: true, lines: 1, hash: "ab" } as const;
	expect(sentenceOf({ ...whole, isHeadBehind: true })).toContain(
		"one line behind, as a crash leaves it",
	);
});
