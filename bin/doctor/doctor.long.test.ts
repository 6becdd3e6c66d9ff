// What does the doctor say where no broker is needed to know it, and does it leave everything as it was?

import { execFile } from "node:child_process";
import {
	chmod,
	mkdir,
	mkdtemp,
	readdir,
	rm,
	stat,
	writeFile,
} from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openStore } from "#lib/store/open.ts";
import { heardFrom } from "../for-tests.ts";
import { doctor } from "./doctor.ts";
import type { Report } from "./printed.ts";

async function folderOf(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-doctor-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

/** With a port of its own, where nobody listens unless said otherwise. */
async function written(text: string, listen = "127.0.0.1:1") {
	const folder = await folderOf();
	const config = join(folder, "tidemark.yaml");
	await writeFile(config, `listen: ${listen}\n${text}`, { mode: 0o600 });
	return { folder, config, store: join(folder, ".tidemark/store") };
}

async function reportOn(config: string) {
	const { code, out } = await heardFrom(() =>
		doctor(["--json", "--config", config]),
	);
	const { findings }: { findings: Report } = JSON.parse(out);
	const said = findings.map(({ is, says }) => `${is}: ${says}`).join("\n");
	return { code, said, findings };
}

async function beat(folder: string, atMs: number, startedMs = atMs) {
	const store = await openStore(folder);
	await store.pulse.beat({ atMs, startedMs, everyMs: 1000, history: "kept" });
	await store.close();
}

test("it explains itself, and every mistake of the configuration is wrong at its line", async () => {
	expect((await heardFrom(() => doctor(["--help"]))).out).toContain(
		"It only reads",
	);
	const { config } = await written(
		`lisen: 1\nbrokers:\n  jobs: nonsense://\${NO_SUCH_VARIABLE}\n`,
	);
	const { code, said } = await reportOn(config);
	expect(code).toBe(1);
	expect(said).toMatch(
		/wrong: \S*tidemark\.yaml:2: lisen: .*did you mean listen\?/,
	);
	expect(said).toMatch(
		/wrong: \S*tidemark\.yaml:4: .*NO_SUCH_VARIABLE is not set/,
	);
	expect(said).toContain("unknown: Brokers, store and disk were not looked at");
});

test("a Tidemark that never ran is told, and its folder is not made", async () => {
	const { folder, config, store } = await written("");
	const { said } = await reportOn(config);
	expect(said).toContain(`unknown: No Tidemark ever ran on ${store}.`);
	expect(said).toContain("warning: No broker is configured");
	expect(await readdir(folder)).toEqual(["tidemark.yaml"]);
});

test("a Tidemark that ended is told with how long ago, and nothing is left beside its store", async () => {
	const { config, store } = await written("");
	await beat(store, Date.now() - 2 * 3_600_000);
	const before = await readdir(store);
	const { code, said } = await reportOn(config);
	expect(code).toBe(1);
	expect(said).toContain(
		"wrong: The collector wrote 2 h ago for the last time: Tidemark does not run on",
	);
	expect(await readdir(store)).toEqual(before);
});

test("a clock that was set back is told by what was written later than now", async () => {
	const { config, store } = await written("");
	await beat(store, Date.now() + 3_600_000);
	expect((await reportOn(config)).said).toContain(
		"the clock of this machine was set back",
	);
});

test("a configuration changed after the start is told, and brokers it added are watched by nobody", async () => {
	const { config, store } = await written(
		"brokers: { jobs: 'redis://127.0.0.1:1' }\n",
	);
	await beat(store, Date.now(), Date.now() - 3_600_000);
	const { said } = await reportOn(config);
	expect(said).toContain("well: The collector runs");
	expect(said).toContain("was changed after Tidemark was started");
	expect(said).toContain("wrong: Tidemark was started without jobs");
});

test("a password in a file that others can read is told by its line, and not repeated", async () => {
	const { config } = await written(
		`brokers:\n  jobs: redis://me:hush-hush@127.0.0.1:1\n`,
	);
	await chmod(config, 0o644);
	const { said, code } = await reportOn(config);
	expect(code).toBe(1);
	expect(said).toContain(`wrong: ${config}:3 holds a password`);
	expect(said).not.toContain("hush-hush");
	await chmod(config, 0o600);
	expect((await reportOn(config)).said).not.toContain("holds a password");
});

test("a store that others can write to is wrong, and stays as it was", async () => {
	const { config, store } = await written("");
	await beat(store, Date.now());
	await chmod(store, 0o777);
	expect((await reportOn(config)).said).toContain(
		`wrong: ${store} is open to others on this machine (its mode is 777)`,
	);
	expect((await stat(store)).mode & 0o777).toBe(0o777);
});

test("what is no store is told in one sentence, and is not touched", async () => {
	const { config, store } = await written("");
	await mkdir(store, { recursive: true, mode: 0o700 });
	const file = join(store, "tidemark.db");
	await writeFile(file, "a letter, not a store".repeat(99), { mode: 0o600 });
	const { code, said } = await reportOn(config);
	expect(code).toBe(1);
	expect(said).toContain(`wrong: ${file} is not a store of Tidemark`);
	expect(await readdir(store)).toEqual(["tidemark.db"]);
});

test("somebody else at the page's port is told from Tidemark", async () => {
	const server = createServer((_, reply) => reply.end("hello"));
	await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
	onTestFinished(() => void server.close());
	// A server that listens on TCP has an address of this shape.
	const { port } = server.address() as AddressInfo;
	const { config } = await written("", `127.0.0.1:${port}`);
	expect((await reportOn(config)).said).toContain(
		`wrong: Something else than Tidemark answers at 127.0.0.1:${port}.`,
	);
});

test("a disk below the floor is wrong, and an outlet inside that is not listed is named", async () => {
	const { config } = await written(
		`floor: 900000GB\nalerts:\n  outlets:\n    hook: { kind: webhook, url: "http://10.1.2.3/x" }\n`,
	);
	const { said } = await reportOn(config);
	expect(said).toMatch(/wrong: .* below the floor of .*: no history is kept/);
	expect(said).toContain("wrong: hook goes to http://10.1.2.3.");
	expect(said).toContain("it has to stand under alerts.allow");
});

test("for whoever reads it, the gravest stands first, with what to do beneath", async () => {
	const { config, store } = await written("");
	await beat(store, Date.now() - 3_600_000);
	const { out } = await heardFrom(() => doctor(["--config", config]));
	const marks = [...out.matchAll(/^[✗!?✓]/gm)].map(([mark]) => mark);
	expect(marks).toEqual(
		marks.toSorted((a, b) => "✗!?✓".indexOf(a) - "✗!?✓".indexOf(b)),
	);
	expect(out).toContain("    Start it: tidemark start\n");
	expect(out).toMatch(/things? (?:is|are) wrong.* Nothing was changed\.\n$/);
});

test("as a command it ends with how it stands, whatever still hangs in it", async () => {
	const { config } = await written("");
	const ended = await new Promise<{ code: number | null; out: string }>(
		(resolve) => {
			const tidemark = join(import.meta.dirname, "../tidemark");
			const asked = ["doctor", "--config", config];
			const child = execFile(tidemark, asked, (_, out) =>
				resolve({ code: child.exitCode, out }),
			);
		},
	);
	expect(ended.code).toBe(ended.out.includes("✗") ? 1 : 0);
	expect(ended.out).toMatch(/Nothing was changed\.\n$/);
});
