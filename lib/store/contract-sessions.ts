// Is a key spent once, does a session end when it is ended, and is the last beat the one that is told?
import { expect, test } from "vitest";
import type { Offer, Session } from "./access-port.ts";
import type { Scene } from "./contract-scene.ts";

const session: Session = {
	...{ hash: "h", id: "shown", person: "somebody", way: "provider" },
	...{ roles: ["viewer"], groups: ["sre", "on call"], startedMs: 10 },
	...{ usedMs: 10, endsMs: 1_000, idleMs: 50 },
	...{ from: "10.0.0.1", browser: null },
};

const offerOf = (hash: string, expiresMs: number): Offer => ({
	...{ hash, expiresMs, person: "owner", roles: ["admin"] },
	...{ lastsMs: 100, idleMs: 10, isInvitation: false },
});

export function sessionsContract(scene: Scene): void {
	test("of many who spend a key at once one succeeds, and learns what was offered", async () => {
		const { store, other } = await scene();
		await store.sessions.offer(offerOf("key", 100));
		const all = [store, other, store, other];
		const spent = await Promise.all(
			all.map((it) => it.sessions.spend("key", 50)),
		);
		expect(spent.filter(Boolean)).toEqual([offerOf("key", 100)]);
		expect(await store.sessions.spend("key", 50)).toBeNull();
	});

	test("a key is worth nothing once it expired, or when nobody offered it", async () => {
		const { store, other } = await scene();
		await store.sessions.offer(offerOf("key", 100));
		expect(await other.sessions.spend("key", 100)).toBeNull();
		expect(await other.sessions.spend("another", 50)).toBeNull();
		expect(await other.sessions.spend("key", 99)).not.toBeNull();
	});

	test("a session is found until it is ended, and was last used when it was last touched", async () => {
		const { store, other } = await scene();
		await store.sessions.start(session);
		await other.sessions.touch("h", 20);
		await store.sessions.touch("h", 15);
		expect(await store.sessions.find("h")).toEqual({ ...session, usedMs: 20 });
		await other.sessions.end("h");
		expect(await store.sessions.find("h")).toBeNull();
	});

	test("a session that is kept begins once, and then goes on as it is now", async () => {
		const { store, other } = await scene();
		await store.sessions.keep(session);
		expect(await other.sessions.find("h")).toEqual(session);
		const now = { ...session, usedMs: 30, endsMs: 2_000, groups: ["dev"] };
		await other.sessions.keep({ ...now, id: "another", startedMs: 30 });
		expect(await store.sessions.find("h")).toEqual(now);
	});

	test("touching a session that ended does not bring it back", async () => {
		const { store } = await scene();
		await store.sessions.touch("h", 20);
		expect(await store.sessions.find("h")).toBeNull();
	});

	test("sessions that go on are listed, the latest used first, of one person or of all", async () => {
		const { store } = await scene();
		const fresh = { ...session, hash: "fresh", id: "fresh", usedMs: 60 };
		const others = { ...fresh, hash: "x", id: "x", person: "another" };
		const over = { ...fresh, hash: "over", id: "over", endsMs: 50 };
		for (const it of [session, fresh, { ...others, usedMs: 70 }, over])
			await store.sessions.start(it);
		const ids = async (person: string | null) =>
			(await store.sessions.all(person, 60)).map(({ id }) => id);
		expect(await ids(null)).toEqual(["x", "fresh"]);
		expect(await ids("somebody")).toEqual(["fresh"]);
		expect(await ids("nobody")).toEqual([]);
	});

	test("keys and sessions that are over are forgotten, the others stay", async () => {
		const { store } = await scene();
		const fresh = { ...session, hash: "fresh", id: "fresh", usedMs: 60 };
		const over = { ...fresh, hash: "over", id: "over", endsMs: 60 };
		for (const it of [session, fresh, over]) await store.sessions.start(it);
		await store.sessions.offer(offerOf("old", 60));
		await store.sessions.offer(offerOf("new", 61));
		await store.sessions.forget(60);
		expect(await store.sessions.find("h")).toBeNull();
		expect(await store.sessions.find("over")).toBeNull();
		expect(await store.sessions.find("fresh")).not.toBeNull();
		expect(await store.sessions.spend("old", 0)).toBeNull();
		expect(await store.sessions.spend("new", 0)).not.toBeNull();
	});

	test("before the first beat there is none, then the last one", async () => {
		const { store, other } = await scene();
		expect(await store.pulse.last()).toBeNull();
		await store.pulse.beat({
			atMs: 2,
			startedMs: 1,
			everyMs: 5,
			history: "kept",
		});
		await store.pulse.beat({
			atMs: 3,
			startedMs: 1,
			everyMs: 5,
			history: "no room",
		});
		const last = { atMs: 3, startedMs: 1, everyMs: 5, history: "no room" };
		expect(await other.pulse.last()).toEqual(last);
	});
}
