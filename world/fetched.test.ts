// Does what is fetched appear whole or not at all?
import { readdirSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fetchWhole } from "./fetched.mjs";

let around: string;
beforeEach(async () => {
	around = await mkdtemp(join(tmpdir(), "tidemark-fetched-"));
});
afterEach(async () => {
	await rm(around, { recursive: true, force: true });
});

test("two who fetch at once both find it whole, and nothing else is left", async () => {
	const folder = join(around, "jars");
	const begun = Promise.withResolvers<void>();
	let fills = 0;
	const fill = async (part: string) => {
		await writeFile(join(part, "a"), "whole");
		if (++fills === 2) begun.resolve();
		await begun.promise;
	};
	await Promise.all([fetchWhole(folder, fill), fetchWhole(folder, fill)]);
	expect(fills).toBe(2);
	expect(readdirSync(around)).toEqual(["jars"]);
	expect(await readFile(join(folder, "a"), "utf8")).toBe("whole");
	await fetchWhole(folder, () => Promise.reject(new Error("asked again")));
});

test("one that fails leaves nothing, and what a dead one left is taken away", async () => {
	const folder = join(around, "jars");
	await mkdir(join(around, "part-999999999-abandoned"));
	await mkdir(join(around, "part-999999999"));
	await mkdir(join(around, `part-${process.pid}-of-another`));
	const fill = async (part: string) => {
		await writeFile(join(part, "a"), "half");
		throw new Error("the line went dead");
	};
	await expect(fetchWhole(folder, fill)).rejects.toThrow("the line went dead");
	expect(readdirSync(around)).toEqual([`part-${process.pid}-of-another`]);
});
