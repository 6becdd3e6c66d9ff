// What does whoever asks for the record hear, and how does the command end?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { openStore } from "#lib/store/open.ts";
import { recordFaults } from "#lib/store/record-port.ts";
import { audit, sentenceOf } from "./audit.ts";
import { lost } from "./audit-accept.ts";
import { heardFrom } from "./for-tests.ts";

async function folderOf(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-audit-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

const run = (...argv: readonly string[]) => heardFrom(() => audit(argv));

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

test("a record that is not whole goes on only once somebody put their name to what is lost", async () => {
	const folder = await folderOf();
	const store = await openStore(folder);
	const entry = { atMs: 1, errand: "a", event: "approved", by: null } as const;
	await store.record.append({ ...entry, told: {} });
	await store.close();
	const accept = (...argv: readonly string[]) =>
		run("accept", "--folder", folder, ...argv);
	expect((await accept()).out).toContain("There is nothing to accept.");
	await rm(join(folder, "record.head"));

	const asked = await accept("--by", "Kim");
	expect(asked).toMatchObject({ code: 1, out: "" });
	expect(asked.err).toContain("record.head is gone");
	expect(asked.err).toContain("Lost: the proof that nothing is missing");
	expect(asked.err).toContain("tidemark audit accept --by");
	expect((await run("verify", "--folder", folder)).code).toBe(1);

	const done = await accept("--by=Kim Minji", "--why", "moved house");
	expect(done).toMatchObject({ code: 0, err: "" });
	expect(done.out).toContain("Accepted by Kim Minji: line 2 says so");
	const { code, out } = await run("verify", "--folder", folder);
	expect(code).toBe(0);
	expect(out).toContain("line 2 tells what was wrong before it");
	const { out: lines } = await run("lines", "--folder", folder);
	expect(JSON.parse(lines.trim().split("\n").at(-1) ?? "")).toMatchObject({
		...{ event: "accepted", by: "Kim Minji" },
		told: { fault: "head missing", why: "moved house" },
	});
});

test.each(recordFaults)("what is lost is told where %s", (fault) => {
	expect(lost[fault]).toMatch(/^Lost: .*\.$/);
});

test("every fault has a sentence of its own", () => {
	const sentences = recordFaults.map((fault) =>
		sentenceOf({ isWhole: false, fault, line: 7 }),
	);
	expect(new Set(sentences).size).toBe(recordFaults.length);
	expect(sentences.join()).not.toContain("null");
});

test("a head that is one behind is told as what a crash leaves", () => {
	const whole = {
		...({ isWhole: true, lines: 1, hash: "ab", accepted: null } as const),
	};
	expect(sentenceOf({ ...whole, isHeadBehind: true })).toContain(
		"one line behind, as a crash leaves it",
	);
});
