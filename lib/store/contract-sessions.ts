// Is a key spent once, does a session end when it is ended, and is the last beat the one that is told?
import { expect, test } from "vitest";
import type { Scene } from "./contract-scene.ts";
import type { Session } from "./store.ts";

const session: Session = {
	hash: "h",
	person: "somebody",
	role: "viewer",
	startedMs: 10,
	usedMs: 10,
};

export function sessionsContract(scene: Scene): void {
	test("of many who spend a key at once one succeeds", async () => {
		const { store, other } = await scene();
		await store.sessions.offer("key", 100);
		const all = [store, other, store, other];
		const spent = await Promise.all(
			all.map((it) => it.sessions.spend("key", 50)),
		);
		expect(spent.filter(Boolean)).toHaveLength(1);
		expect(await store.sessions.spend("key", 50)).toBe(false);
	});

	test("a key is worth nothing once it expired, or when nobody offered it", async () => {
		const { store, other } = await scene();
		await store.sessions.offer("key", 100);
		expect(await other.sessions.spend("key", 100)).toBe(false);
		expect(await other.sessions.spend("another", 50)).toBe(false);
		expect(await other.sessions.spend("key", 99)).toBe(true);
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

	test("touching a session that ended does not bring it back", async () => {
		const { store } = await scene();
		await store.sessions.touch("h", 20);
		expect(await store.sessions.find("h")).toBeNull();
	});

	test("expired keys and unused sessions are forgotten, the others stay", async () => {
		const { store } = await scene();
		await store.sessions.start(session);
		await store.sessions.start({ ...session, hash: "fresh", usedMs: 60 });
		await store.sessions.offer("old", 50);
		await store.sessions.offer("new", 51);
		await store.sessions.forget(50, 60);
		expect(await store.sessions.find("h")).toBeNull();
		expect(await store.sessions.find("fresh")).not.toBeNull();
		expect(await store.sessions.spend("old", 0)).toBe(false);
		expect(await store.sessions.spend("new", 0)).toBe(true);
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
