// Is a renewed certificate taken when both files are there, and one that does not fit told once and left?
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { certificates } from "#lib/config/for-tests-certificates.ts";
import { eventually } from "#world/eventually.ts";
import { type PairFiles, readPair, watchPair } from "./pair.ts";

let folder: string;
let files: PairFiles;
let stop: () => void;
let taken: string[];
let refused: string[];

beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "tidemark-pair-"));
	files = {
		certificate: path.join(folder, "chain.pem"),
		key: path.join(folder, "key.pem"),
	};
	await writeFile(files.certificate, certificates.cert);
	await writeFile(files.key, certificates.key);
	[taken, refused] = [[], []];
	stop = watchPair(
		...([files, 10] as const),
		({ key }) => taken.push(key),
		(say) => refused.push(say),
	);
});
afterEach(async () => {
	stop();
	await rm(folder, { recursive: true });
});

/** As whoever renews does it: a new file takes the old one's name. */
async function put(file: string, text: string): Promise<void> {
	await writeFile(`${file}.new`, text);
	await rename(`${file}.new`, file);
}
const soon = (list: readonly string[], length: number) =>
	eventually(() => list.length === length || undefined, 10_000, 5);

test("a pair that was renewed is taken, once", async () => {
	await put(files.certificate, `${certificates.cert}\n`);
	await soon(taken, 1);
	await put(files.key, `${certificates.key}\n`);
	await soon(taken, 2);
	expect(taken).toEqual([certificates.key, `${certificates.key}\n`]);
	expect(refused).toEqual([]);
});

test("one that does not fit is told in a sentence, once, and the next good one is taken", async () => {
	await put(files.key, certificates.otherKey);
	await soon(refused, 1);
	expect(refused[0]).toMatch(/do not belong together/);
	expect(refused[0]).not.toContain("PRIVATE");
	await rm(files.key);
	await soon(refused, 2);
	expect(refused[1]).toContain("cannot be read (ENOENT)");
	await put(files.key, certificates.key);
	await soon(taken, 1);
	expect(refused).toHaveLength(2);
});

test.each([
	["a certificate where the key should be", certificates.cert],
	["nothing", ""],
	["another key", certificates.otherKey],
])("%s is no pair", async (_, key) => {
	await writeFile(files.key, key);
	expect(() => readPair(files)).toThrow("do not belong together");
});
