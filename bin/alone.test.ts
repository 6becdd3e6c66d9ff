// Does only one work at a time, and does a holder that died hold nobody up?
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { alone } from "./alone.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), "tidemark-alone-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("the second begins after the first has ended", async () => {
	const lock = path.join(folder, "lock");
	const said: string[] = [];
	const work = (name: string) => async () => {
		said.push(`${name} begins`);
		await new Promise((resolve) => setImmediate(resolve));
		said.push(`${name} ends`);
	};
	await Promise.all([alone(lock, work("a")), alone(lock, work("b"))]);
	expect(said).toEqual(["a begins", "a ends", "b begins", "b ends"]);
	expect(existsSync(lock)).toBe(false);
});

test("work that fails lets go, and says why", async () => {
	const lock = path.join(folder, "lock");
	const failing = alone(lock, async () => {
		throw new Error("disk full");
	});
	await expect(failing).rejects.toThrow("disk full");
	expect(existsSync(lock)).toBe(false);
});

test("the lock of a process that died is taken over", async () => {
	const lock = path.join(folder, "lock");
	const { pid } = spawnSync(process.execPath, ["-e", "0"]);
	writeFileSync(lock, String(pid));
	expect(await alone(lock, async () => "done")).toBe("done");
});
