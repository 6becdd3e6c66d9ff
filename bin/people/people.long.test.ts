// Does each command about people do what it says, with its line in the record, and say in a sentence what it does not do?
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { usualAccess } from "#lib/access/for-tests.ts";
import { enter } from "#lib/access/sessions.ts";
import { whoShows } from "#lib/access/tokens.ts";
import { openStore } from "#lib/store/open.ts";
import type { Store } from "#lib/store/store.ts";
import { heardFrom } from "../for-tests.ts";
import { link } from "../link.ts";
import { people } from "./people.ts";
import { sessions } from "./sessions.ts";
import { tokens } from "./tokens.ts";

const commands = { people, sessions, tokens, link };

async function scene() {
	const folder = await mkdtemp(path.join(tmpdir(), "tidemark-people-"));
	const store = await openStore(folder);
	onTestFinished(async () => {
		await store.close();
		await rm(folder, { recursive: true, force: true });
	});
	const at = ["--folder", folder];
	const run = (command: keyof typeof commands, ...argv: string[]) =>
		heardFrom(() => commands[command]([...argv, ...at]));
	return { store, at, run };
}

const main = path.join(import.meta.dirname, "../tidemark.ts");

/** As it is called by a script: in a process of its own, with the password in a pipe. */
async function piped(password: string, ...argv: string[]) {
	const child = spawn(process.execPath, [main, ...argv], { stdio: "pipe" });
	child.stdin.end(`${password}\n`);
	const ended = new Promise((resolve) => child.once("close", resolve));
	const [out, err] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
	]);
	return { code: await ended, out, err };
}

const eventsIn = async ({ record }: Store) =>
	(await record.lines(0, 100)).map(({ event, by }) => `${event} by ${by}`);

test("somebody is added with a password from a pipe, gets another role and another password, and is removed", async () => {
	const { store, at, run } = await scene();
	const add = ["people", "add", "mina", "--role", "operator", ...at];
	expect(await piped("a long enough tide", ...add)).toEqual({
		...{ code: 0, out: "mina may come in now.\n", err: "" },
	});
	const before = await store.people.person("mina");
	expect(before).toMatchObject({ roles: ["operator"] });
	expect(before?.verifier).toMatch(/^\$argon2id\$/);
	expect((await run("people")).out).toMatch(/mina +operator +yes +never/);

	const roles = await run("people", "roles", "mina", "--role", "admin,viewer");
	expect(roles.out).toContain("mina is admin, viewer from now on.");
	const another = ["people", "password", "mina", ...at];
	expect(await piped("another long tide", ...another)).toMatchObject({
		code: 0,
	});
	const after = await store.people.person("mina");
	expect(after?.roles).toEqual(["admin", "viewer"]);
	expect(after?.verifier).not.toBe(before?.verifier);

	expect(await run("people", "remove", "mina")).toMatchObject({ code: 0 });
	expect(await store.people.people()).toEqual([]);
	expect(await eventsIn(store)).toEqual([
		"person added by owner",
		"password set by owner",
		"roles changed by owner",
		"password set by owner",
		"person removed by owner",
	]);
});

test("an invitation is a link that only its person can use, and a new one ends the one before", async () => {
	const { store, run } = await scene();
	const invite = ["add", "ann", "--role", "viewer", "--invite"];
	const first = (await run("people", ...invite)).out;
	expect(first).toMatch(/\/enter#invitation=[\w-]{43}\n$/);
	const second = (await run("people", "invite", "ann")).out;
	expect(second).not.toBe(first);
	expect(await store.people.person("ann")).toMatchObject({ verifier: null });
	expect(await eventsIn(store)).toEqual([
		...["person added by owner", "invited by owner", "invited by owner"],
	]);
});

test("a token is shown once, opens what its role may, and nothing once it was ended", async () => {
	const { store, run } = await scene();
	const made = await run("tokens", "add", "ci", "--role", "viewer");
	const token = made.out.trim();
	const whose = () => whoShows(store, token, usualAccess, Date.now());
	expect(await whose()).toMatchObject({ roles: ["viewer"], way: "token" });
	const listed = (await run("tokens")).out;
	expect(listed).toContain("ci");
	expect(listed).not.toContain(token);
	const [one] = await store.people.tokens(Date.now());
	expect(await run("tokens", "end", one?.id ?? "")).toMatchObject({ code: 0 });
	expect(await whose()).toBeNull();
});

test("a link for a screen on a wall signs it in as a viewer, and its session is listed and ended", async () => {
	const { store, run } = await scene();
	const said = (await run("link", "--name", "wall", "--days", "30")).out;
	const key = /#key=([\w-]{43})/.exec(said)?.[1] ?? "";
	const door = {
		...{ demo: false, access: usualAccess },
		origin: { from: "10.0.0.9", browser: null },
	};
	const { person } = await enter(store, { by: "entry", key }, door, Date.now());
	expect(person).toMatchObject({ name: "wall", roles: ["viewer"] });
	expect((await run("sessions")).out).toMatch(/wall +link +10\.0\.0\.9/);
	const ended = await run("sessions", "end", "--person", "wall");
	expect(ended.out).toContain("wall is signed out everywhere.");
	expect((await run("sessions")).out).toBe("Nobody is signed in.\n");
});

test.each([
	[
		"a role nobody knows",
		["people", "add", "x y", "--role", "king", "--invite"],
		"king",
	],
	[
		"a name that is taken",
		["people", "add", "owner", "--role", "viewer", "--invite"],
		"owner",
	],
	["no role", ["people", "add", "mina"], "--role viewer"],
	["no name", ["people", "remove"], "Say whom"],
	["somebody who is not there", ["people", "remove", "mina"], "mina"],
	[
		"a password as an argument",
		["people", "password", "mina", "secret"],
		"one word too many",
	],
	["a verb that is not there", ["people", "promote", "mina"], "There is no"],
	[
		"a token for ever",
		["tokens", "add", "ci", "--role", "viewer", "--days", "9999"],
		"366",
	],
	["a token that is not there", ["tokens", "end", "none"], "."],
	["a session that is not there", ["sessions", "end", "none"], "."],
	["nobody to sign out", ["sessions", "end", "--person", "mina"], "mina"],
	["a screen that administers", ["link", "--role", "admin"], "."],
] as const)(
	"%s is refused with a sentence, and nothing is changed",
	async (_, [command, ...argv], part) => {
		const { store, run } = await scene();
		const { code, out, err } = await run(command, ...argv);
		expect({ out, refused: code > 0 }).toEqual({ out: "", refused: true });
		expect(err).toContain(part);
		expect(err).not.toContain("It was not done:");
		expect(await store.record.lines(0, 10)).toEqual([]);
	},
);

test.each([
	["link"],
	["people"],
	["tokens"],
	["sessions"],
	["rules"],
	["audit", "verify"],
])(
	"a store that cannot be used is a sentence, and nothing of the program: %s",
	async (...argv) => {
		const folder = await mkdtemp(path.join(tmpdir(), "tidemark-people-"));
		onTestFinished(() => rm(folder, { recursive: true, force: true }));
		await writeFile(path.join(folder, "tidemark.db"), "somebody's letters");
		const { code, err } = await piped("", ...argv, "--folder", folder);
		expect(err).toContain("tidemark.db");
		expect(err).not.toMatch(/^ {4}at /m);
		expect(code).toBe(1);
	},
);
