// Does a demo leave the folder of another one alone?
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { moveIn } from "./place.ts";

let parent: string;
beforeEach(() => {
	parent = mkdtempSync(join(tmpdir(), "tidemark-place-"));
});
afterEach(() => rmSync(parent, { recursive: true }));

test("what an earlier demo left is gone", () => {
	const folder = moveIn(parent);
	writeFileSync(join(folder, "pid"), "0x");
	writeFileSync(join(folder, "old"), "");
	expect(moveIn(parent)).toBe(folder);
	expect(existsSync(join(folder, "old"))).toBe(false);
});

test("the folder of a demo that lives is left alone", () => {
	const folder = moveIn(parent);
	writeFileSync(join(folder, "pid"), String(process.ppid));
	expect(moveIn(parent)).not.toBe(folder);
	expect(existsSync(join(folder, "pid"))).toBe(true);
});
