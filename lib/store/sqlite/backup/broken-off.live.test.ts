// Is a backup there as a whole or not at all, whenever it is killed and however little room there is?
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import {
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	rm,
	utimes,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { inWorldApart } from "#world/small-disk.ts";
import { openStore } from "../../open.ts";
import { looked } from "./looked.ts";

const command = join(import.meta.dirname, "../../../../bin/tidemark");
const storeMegabytes = 60;
let folder = "";

/** Large enough that to copy it takes a while. */
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "tidemark-broken-off-"));
	await (await openStore(folder)).close();
	const file = new DatabaseSync(join(folder, "tidemark.db"));
	file.exec("CREATE TABLE ballast (of BLOB)");
	for (let n = 0; n < storeMegabytes; n++)
		file.exec("INSERT INTO ballast VALUES (randomblob(1000000))");
	file.close();
	return () => rm(folder, { recursive: true, force: true });
});

async function placeOf(): Promise<string> {
	const place = await mkdtemp(join(tmpdir(), "tidemark-backups-"));
	onTestFinished(() => rm(place, { recursive: true, force: true }));
	return place;
}

const argumentsFor = (place: string) => [
	...["backup", "--folder", folder, "--to", `${place}/`],
];

/** Once it has begun, and so much later. */
async function killedAfter(ms: number, place: string): Promise<void> {
	const backup = spawn(command, argumentsFor(place), { stdio: "ignore" });
	const ended = once(backup, "exit");
	await eventually(
		async () => (await readdir(place)).length > 0 || undefined,
		10_000,
		1,
	);
	const untilMs = performance.now() + ms;
	while (performance.now() < untilMs && backup.exitCode === null)
		await new Promise(setImmediate);
	backup.kill("SIGKILL");
	await ended;
}

test("killed at any moment it leaves a whole backup or none, the store as it was, and nothing for ever", async () => {
	const place = await placeOf();
	const before = await readFile(join(folder, "tidemark.db"));
	for (const ms of [0, 5, 20, 50, 100, 200]) await killedAfter(ms, place);
	const left = await readdir(place);
	const parts = left.filter((name) => !name.endsWith(".backup"));
	expect(parts.length).toBeGreaterThan(0);
	for (const name of left.filter((it) => !parts.includes(it)))
		expect(looked(join(place, name)).isRecordWhole).toBe(true);
	expect(before.equals(await readFile(join(folder, "tidemark.db")))).toBe(true);
	const [first = "", ...young] = parts;
	const longAgo = new Date(Date.now() - 2 * 60 * 60_000);
	await utimes(join(place, first), longAgo, longAgo);
	const { stdout } = await promisify(execFile)(command, argumentsFor(place));
	expect(stdout).toContain("is whole");
	const now = await readdir(place);
	expect(now).not.toContain(first);
	expect(now).toEqual(expect.arrayContaining(young));
});

test("where there is no room for it, or the room ends on the way, it says so, and nothing lies half there", async () => {
	const place = await placeOf();
	const small = join(place, "small");
	await mkdir(small);
	const run = async (mounting: string) => {
		const [first = "", ...rest] = await inWorldApart(mounting, small);
		// What is left is only seen in the world that ends with it.
		const line = '"$@"; code=$?; ls "$0"; exit $code';
		const all = ["sh", "-c", line, small, command, ...argumentsFor(small)];
		const ran = promisify(execFile)(first, [...rest, ...all]);
		return ran.then(
			() => {
				throw new Error("a backup was made where there is no room");
			},
			(error: { code: number; stdout: string; stderr: string }) => error,
		);
	};
	const crowded = await run('mount -t tmpfs -o size=20m none "$1"');
	expect(crowded).toMatchObject({ code: 1, stdout: "" });
	expect(crowded.stderr).toMatch(/no room in .*, only \d+ MB: free some/);
	const limited = await run(
		'mount -t tmpfs -o size=200m none "$1"; ulimit -f 20000',
	);
	expect(limited).toMatchObject({ code: 1, stdout: "" });
	expect(limited.stderr).toContain("nothing was changed");
});
