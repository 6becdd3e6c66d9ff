// What does whoever asks for the rules read: those of the file, of the screen, and the usual ones nobody replaced?
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ruleBegun } from "#lib/core/alert/rule.ts";
import { openStore } from "#lib/store/open.ts";
import { heardFrom } from "./for-tests.ts";
import { rules } from "./rules.ts";

async function folderOf(file: string): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-rules-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	await writeFile(join(folder, "tidemark.yaml"), file);
	return folder;
}

const run = (folder: string, ...argv: readonly string[]) =>
	heardFrom(() => {
		const place = ["--config", join(folder, "tidemark.yaml")];
		const store = ["--folder", join(folder, "store")];
		return rules([...argv, ...place, ...store]);
	});

test("before anything ran, the file and the usual rules are printed, and no store is made", async () => {
	const folder = await folderOf("alerts: { rules: { stalled: only stalled } }");
	const { code, out, err } = await run(folder);
	expect({ code, err }).toEqual({ code: 0, err: "" });
	expect(out).toContain(
		"    # of the file\n    stalled: only stalled for 5m\n",
	);
	expect(out).toContain("    # one of the usual ones\n    losing:\n");
	expect(out.match(/stalled:/g)).toHaveLength(1);
	expect((await run(folder)).out).toBe(out);
});

test("rules of the screen are printed too, but for those the file replaces", async () => {
	const folder = await folderOf("alerts: { rules: { backlog: lag over 5 } }");
	const store = await openStore(join(folder, "store"));
	for (const name of ["backlog", "losing", "mine"])
		await store.alerts.saveRule({ ...ruleBegun, name }, null, {
			...{ atMs: 1, errand: name, event: "rule saved", by: "them", told: {} },
		});
	await store.close();
	const { out } = await run(folder);
	expect(out).toContain("    # of the file\n    backlog: lag over 5 for 5m\n");
	expect(out).toContain("    # of the screen\n    losing: stalled or graver");
	expect(out).toContain("    # of the screen\n    mine: stalled or graver");
	expect(out.match(/losing:|backlog:/g)).toHaveLength(2);
});

test("rules for Prometheus say where Tidemark is reached", async () => {
	const folder = await folderOf("address: https://tidemark.example.org");
	const { out, code } = await run(folder, "--prometheus");
	expect(code).toBe(0);
	expect(out).toContain('- alert: "Tidemark is gone"');
	expect(out).toContain('tidemark: "https://tidemark.example.org/"');
});

test("a file with a mistake is told as the start tells it", async () => {
	const folder = await folderOf("alerts: { rules: { a: stallled } }");
	const { code, out, err } = await run(folder);
	expect({ code, out }).toEqual({ code: 2, out: "" });
	expect(err).toContain("alerts.rules.a: is nothing that can be watched for");
});
