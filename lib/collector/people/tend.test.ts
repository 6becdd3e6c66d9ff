// Is a row that changes people done only for a session that may, whatever the row says of itself?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { sessionAs, usualAccess } from "#lib/access/for-tests.ts";
import type { Errand } from "#lib/core/errand.ts";
import { noAccess } from "#lib/core/people/access.ts";
import type { PeopleWish } from "#lib/core/people/people.ts";
import { usualRoleNames } from "#lib/core/people/role.ts";
import { openStore } from "#lib/store/open.ts";
import { tendPeopleOf } from "./tend.ts";

const nowMs = 1_000_000;
const hash = "0a".repeat(32);
const add = { verb: "add person", person: "ann", roles: ["admin"] } as const;

async function scene() {
	const folder = await mkdtemp(path.join(tmpdir(), "tidemark-tend-people-"));
	const store = await openStore(folder);
	onTestFinished(async () => {
		await store.close();
		await rm(folder, { recursive: true });
	});
	for (const role of usualRoleNames)
		await store.sessions.start(
			sessionAs(role, { hash: role, person: `the ${role}`, startedMs: nowMs }),
		);
	const access = { ...noAccess, ...usualAccess };
	const tend = tendPeopleOf({ store, access, now: () => nowMs });
	let asked = 0;
	const errandOf = (wish: PeopleWish, session: string): Errand => ({
		...{ id: `errand-${++asked}`, by: "owner", session, wish },
		...{ state: "asked", askedMs: nowMs, endedMs: null, look: null },
		...{ findings: null, alerts: null, undertaking: null, failure: null },
	});
	const ask = (wish: PeopleWish, session: string) =>
		tend(wish, errandOf(wish, session));
	return { folder, store, tend, errandOf, ask };
}

test.each(["viewer", "operator", "visitor", "nobody"])(
	"a row written by hand in the name of the owner, with the session of the %s, changes nobody",
	async (session) => {
		const { store, ask } = await scene();
		for (const wish of [
			add,
			{ verb: "invite", person: "ann", key: hash },
			{ verb: "set password", person: "the admin", laid: "a".repeat(22) },
			{
				verb: "offer link",
				person: "wall",
				roles: ["viewer"],
				key: hash,
				days: 1,
			},
			{ verb: "add token", name: "ci", roles: ["admin"], token: hash, days: 1 },
			{ verb: "end session", session: "id of admin" },
			{ verb: "end sessions", person: "the admin" },
		] as const)
			await expect(ask(wish, session)).rejects.toThrow();
		expect(await store.people.people()).toEqual([]);
		expect(await store.people.tokens(nowMs)).toEqual([]);
		expect(await store.sessions.all("the admin", nowMs)).toHaveLength(1);
		expect(await store.record.lines(0, 9)).toEqual([]);
	},
);

test("not even an admin lays down somebody else's password: only who has the terminal does", async () => {
	const { store, ask } = await scene();
	await ask(add, "admin");
	await store.people.layDown(
		{ id: "a".repeat(22), verifier: "v", untilMs: nowMs + 1 },
		nowMs,
	);
	const wish = {
		verb: "set password",
		person: "ann",
		laid: "a".repeat(22),
	} as const;
	await expect(ask(wish, "admin")).rejects.toThrow("not allowed");
	await store.sessions.start(
		sessionAs("admin", { hash: "terminal", person: "owner", startedMs: nowMs }),
	);
	await ask(wish, "terminal");
	expect((await store.people.person("ann"))?.verifier).toBe("v");
});

test("what was done and could not be answered is not done again", async () => {
	const { store, tend, errandOf } = await scene();
	const errand = errandOf(add, "admin");
	const first = await tend(add, errand);
	expect(await tend(add, errand)).toMatchObject({ is: first.is });
	expect(await store.record.lines(0, 9)).toHaveLength(1);
});

test("where the record cannot be written nobody is changed", async () => {
	const { folder, store, ask } = await scene();
	await ask(add, "admin");
	await rm(path.join(folder, "record.key"));
	const removed = { verb: "remove person", person: "ann" } as const;
	await expect(ask(removed, "admin")).rejects.toThrow("record not whole");
	expect(await store.people.people()).toHaveLength(1);
});
