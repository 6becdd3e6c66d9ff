// What does whoever keeps the store hear, and how do the two commands end?
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openStore } from "#lib/store/open.ts";
import { nameAt } from "#lib/store/sqlite/backup/backups.ts";
import { audit } from "./audit.ts";
import { backup } from "./backup.ts";
import { heardFrom } from "./for-tests.ts";
import { restore } from "./restore.ts";

async function storeIn(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-backup-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	await (await openStore(folder)).close();
	return folder;
}

const back = (...argv: readonly string[]) => heardFrom(() => backup(argv));
const bring = (...argv: readonly string[]) => heardFrom(() => restore(argv));

test("both explain themselves, and say what is too much or missing", async () => {
	expect(await back("--help")).toMatchObject({ code: 0, err: "" });
	expect(await bring("--help")).toMatchObject({ code: 0, err: "" });
	expect((await back("all")).err).toContain('"all" is one word too many');
	expect((await back("--keep", "none")).err).toContain("a whole number");
	expect((await back("--to=")).code).toBe(2);
	expect((await bring()).err).toContain("Which backup?");
	expect((await bring("a", "b")).code).toBe(2);
});

test("a backup goes beside the store unless told, is checked, brought back, and the record is proved", async () => {
	const folder = await storeIn();
	const at = ["--folder", folder] as const;
	const made = await back(...at);
	expect(made).toMatchObject({ code: 0, err: "" });
	expect(made.out).toMatch(/\.backup is whole: the store as it was at \d{4}-/);
	const [name = ""] = await readdir(join(folder, "backups"));
	const file = join(folder, "backups", name);
	expect((await back("--check", file)).out).toBe(made.out);
	const { code, out } = await bring(file, ...at, "--by=Kim");
	expect(code).toBe(0);
	expect(out).toContain("Line 1 of the record tells of it");
	expect(out).toContain("before-restore-");
	const proved = await heardFrom(() => audit(["verify", ...at]));
	expect(proved.out).toContain("The record is whole: 1 line");
	const refused = await bring(join(folder, "nothing"), ...at);
	expect(refused).toMatchObject({ code: 1, out: "" });
	await writeFile(file, "a letter");
	expect(await back("--check", file)).toMatchObject({ code: 1, out: "" });
});

test("of those named by the time the newest stay, and nothing else is touched", async () => {
	const folder = await storeIn();
	const place = join(folder, "kept");
	const at = ["--folder", folder, "--to", `${place}/`] as const;
	expect(
		(await back(...at.slice(0, 2), "--to", join(place, "first"))).code,
	).toBe(0);
	for (const ms of [1e12, 2e12]) await writeFile(join(place, nameAt(ms)), "");
	await writeFile(join(place, "mine.backup"), "");
	expect((await back(...at, "--keep", "2")).code).toBe(0);
	const left = await readdir(place);
	expect(left).toHaveLength(4);
	expect(left).toContain("mine.backup");
	expect(left).toContain(nameAt(2e12));
	expect(left).not.toContain(nameAt(1e12));
});
