// Is who may come in changed together with its line of the record, or not at all?
import { expect, test } from "vitest";
import type { RecordEvent } from "#lib/core/record.ts";
import type { KnownPerson, Session, Token } from "./access-port.ts";
import { lineOf } from "./contract-alerts-scene.ts";
import { eventsIn } from "./contract-clean-up-scene.ts";
import type { Scene } from "./contract-scene.ts";
import type { Store } from "./store.ts";

const mina: KnownPerson = {
	...{ name: "mina", roles: ["viewer"], verifier: null, madeMs: 1 },
	...{ madeBy: "owner", passwordMs: null, signedInMs: null },
};
const token: Token = {
	...{ hash: "t", id: "shown", name: "ci", person: "mina", roles: ["viewer"] },
	...{ madeMs: 10, expiresMs: 100, usedMs: null },
};
const sessionOf = (hash: string, person = "mina"): Session => ({
	...{ hash, id: `id ${hash}`, person, way: "password", roles: [] },
	...{ groups: [], startedMs: 1, usedMs: 1, endsMs: 1_000, idleMs: 1_000 },
	...{ from: null, browser: null },
});
const invitation = {
	...{ hash: "key", expiresMs: 100, person: "mina", roles: [] },
	...{ lastsMs: 1, idleMs: 1, isInvitation: true },
};

const line = (event: RecordEvent) => lineOf(event, { person: "mina" });
const add = (store: Store, given: Partial<KnownPerson> = {}) =>
	store.people.add({ ...mina, ...given }, line("person added"));
const setPassword = (
	store: Store,
	laid: string,
	except: string | null = null,
) => store.people.setPassword("mina", laid, except, line("password set"));
const layDown = (store: Store, id: string, untilMs = 100) =>
	store.people.layDown({ id, verifier: `of ${id}`, untilMs }, 5);
const invite = (store: Store, hash = "key") =>
	store.people.offer({ ...invitation, hash }, line("invited"));
const sessionsOf = async (store: Store) =>
	(await store.sessions.all(null, 5)).map(({ hash }) => hash).sort();

export function peopleContract(scene: Scene): void {
	test("of two who add the same name one does, and the record says so once", async () => {
		const { store, other } = await scene();
		const both = await Promise.all([
			add(store),
			add(other, { roles: ["admin"] }),
		]);
		expect(both.filter(Boolean)).toHaveLength(1);
		await add(store, { name: "ann", madeMs: 2 });
		const names = (await other.people.people()).map(({ name }) => name);
		expect(names).toEqual(["ann", "mina"]);
		expect(await store.people.person("nobody")).toBeNull();
		expect(await eventsIn(store)).toEqual(["e person added", "e person added"]);
	});

	test("roles are others at once, of somebody who is there", async () => {
		const { store, other } = await scene();
		const set = (roles: string[]) =>
			other.people.setRoles("mina", roles, line("roles changed"));
		expect(await set(["admin"])).toBe(false);
		await add(store);
		expect(await set(["operator", "own"])).toBe(true);
		const { roles } = (await store.people.person("mina")) ?? {};
		expect(roles).toEqual(["operator", "own"]);
		expect(await eventsIn(store)).toHaveLength(2);
	});

	test("a password is what was laid down, once, and ends what was open but one session", async () => {
		const { store, other } = await scene();
		await add(store);
		await invite(store);
		await store.guesses.know({ hash: "b", was: null }, "mina", 1);
		for (const hash of ["one", "two"])
			await store.sessions.start(sessionOf(hash));
		await store.sessions.start(sessionOf("another's", "ann"));
		await layDown(store, "laid");
		expect(await setPassword(other, "never laid")).toBe(false);
		expect(await setPassword(other, "laid", "two")).toBe(true);
		expect(await setPassword(store, "laid")).toBe(false);
		expect(await store.people.person("mina")).toEqual({
			...mina,
			...{ verifier: "of laid", passwordMs: 10 },
		});
		expect(await sessionsOf(store)).toEqual(["another's", "two"]);
		expect(await store.guesses.knows("b", "mina")).toBe(false);
		expect(await store.sessions.spend("key", 5)).toBeNull();
		expect((await eventsIn(store)).slice(2)).toEqual(["e password set"]);
	});

	test("without one to keep, all sessions end; what was laid down too long ago is worth nothing", async () => {
		const { store } = await scene();
		await add(store);
		await store.sessions.start(sessionOf("one"));
		await layDown(store, "old", 10);
		expect(await setPassword(store, "old")).toBe(false);
		expect(await sessionsOf(store)).toEqual(["one"]);
		await layDown(store, "laid");
		expect(await setPassword(store, "laid")).toBe(true);
		expect(await sessionsOf(store)).toEqual([]);
	});

	test("nothing is laid down for somebody who is not there", async () => {
		const { store } = await scene();
		await layDown(store, "laid");
		expect(await setPassword(store, "laid")).toBe(false);
		expect(await eventsIn(store)).toEqual([]);
	});

	test("whoever is removed leaves no session, invitation, token or known browser", async () => {
		const { store, other } = await scene();
		await add(store);
		await invite(store);
		await store.sessions.start(sessionOf("one"));
		await store.people.addToken(token, line("token made"));
		await store.guesses.know({ hash: "b", was: null }, "mina", 1);
		const remove = () => other.people.remove("mina", line("person removed"));
		expect([await remove(), await remove()]).toEqual([true, false]);
		expect(await store.people.person("mina")).toBeNull();
		expect(await sessionsOf(store)).toEqual([]);
		expect(await store.sessions.spend("key", 5)).toBeNull();
		expect(await store.people.token("t")).toBeNull();
		expect(await store.guesses.knows("b", "mina")).toBe(false);
	});

	test("of invitations the last counts, once; for nobody there is none", async () => {
		const { store, other } = await scene();
		expect(await invite(store)).toBe(false);
		await add(store);
		expect([await invite(store), await invite(other, "new")]).toEqual([
			true,
			true,
		]);
		expect(await store.sessions.offered("key", 5)).toBeNull();
		expect(await store.sessions.offered("new", 5)).toMatchObject({
			person: "mina",
		});
		expect(await store.sessions.offered("new", 100)).toBeNull();
		expect(await store.sessions.spend("new", 5)).toMatchObject({
			isInvitation: true,
		});
		expect(await store.sessions.offered("new", 5)).toBeNull();
	});

	test("a session is ended by its name, or all of somebody, and the record says so where there was one", async () => {
		const { store } = await scene();
		for (const hash of ["one", "two", "three"])
			await store.sessions.start(sessionOf(hash));
		const end = (which: { id: string } | { person: string }) =>
			store.people.endSessions(which, line("session ended"));
		expect([await end({ id: "id one" }), await end({ id: "id one" })]).toEqual([
			true,
			false,
		]);
		expect(await sessionsOf(store)).toEqual(["three", "two"]);
		expect([
			await end({ person: "mina" }),
			await end({ person: "mina" }),
		]).toEqual([true, false]);
		expect(await sessionsOf(store)).toEqual([]);
		expect(await eventsIn(store)).toHaveLength(2);
	});

	test("a token is found by its hash, says when it was used last, and ends once", async () => {
		const { store, other } = await scene();
		const make = () => store.people.addToken(token, line("token made"));
		expect([await make(), await make()]).toEqual([true, false]);
		await other.people.tokenUsed("t", 20);
		await other.people.tokenUsed("t", 15);
		expect(await store.people.token("t")).toEqual({ ...token, usedMs: 20 });
		expect(await store.people.tokens(99)).toHaveLength(1);
		expect(await store.people.tokens(100)).toEqual([]);
		const end = () => other.people.endToken("shown", line("token ended"));
		expect([await end(), await end()]).toEqual([true, false]);
		expect(await store.people.token("t")).toBeNull();
		expect(await eventsIn(store)).toEqual(["e token made", "e token ended"]);
	});

	test("a password is made harder to guess only while it is the same", async () => {
		const { store } = await scene();
		await add(store, { verifier: "weak" });
		await store.people.strengthen("mina", "another", "stolen");
		expect((await store.people.person("mina"))?.verifier).toBe("weak");
		await store.people.strengthen("mina", "weak", "strong");
		await store.people.signedIn("mina", 7);
		expect(await store.people.person("mina")).toMatchObject({
			...{ verifier: "strong", signedInMs: 7 },
		});
	});
}
