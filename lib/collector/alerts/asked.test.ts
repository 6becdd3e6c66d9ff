// Does what is asked about alerts reach the store through an errand, and a row that nobody could have asked reach nothing?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { sessionAs, usualAccess } from "#lib/access/for-tests.ts";
import { ruleBegun } from "#lib/core/alert/rule.ts";
import type { Wish } from "#lib/core/errand.ts";
import type { UsualRole } from "#lib/core/people/role.ts";
import { fires, lineOf, muteOf } from "#lib/store/contract-alerts-scene.ts";
import { openStore } from "#lib/store/open.ts";
import { startErrands } from "../errands.ts";
import { answersOf } from "./answer.ts";
import { tendOf } from "./tend.ts";

const silent = () => undefined;
const none = () => Promise.reject(new Error("not asked here"));

async function scene() {
	const folder = await mkdtemp(path.join(tmpdir(), "tidemark-asked-"));
	const store = await openStore(folder);
	const web = await openStore(folder);
	const tended = vi.fn();
	const errands = startErrands({
		...{
			store,
			access: usualAccess,
			deadlineMs: 1_000,
			connectionTo: () => null,
			tries: none,
		},
		people: none,
		cleanUps: { draw: none, run: none, notice: silent, stop: none },
		alerts: answersOf({
			...{ backTest: none, tryOutlet: none, tended },
			tend: tendOf({ store, access: usualAccess, now: Date.now }),
		}),
		log: { info: silent, warn: silent, error: silent },
	});
	onTestFinished(async () => {
		errands.stop();
		await Promise.all([store.close(), web.close()]);
		await rm(folder, { recursive: true });
	});
	const signIn = (role: UsualRole, name: string) => {
		const began = { hash: name, person: name, startedMs: Date.now() };
		return web.sessions.start(sessionAs(role, began));
	};
	await signIn("operator", "one");
	await signIn("operator", "two");
	await signIn("viewer", "guest");
	const ask = (id: string, session: string, wish: Wish) =>
		web.errands.ask({ id, by: "owner", session, wish, askedMs: Date.now() });
	const ended = async (id: string) => {
		await vi.waitFor(
			async () => expect((await web.errands.find(id))?.endedMs).not.toBeNull(),
			{ timeout: 20_000, interval: 20 },
		);
		return web.errands.find(id);
	};
	return { store, web, tended, ask, ended };
}

const save: Wish = {
	...{ verb: "save rule", was: null },
	rule: { ...ruleBegun, name: "backlog" },
};
const acknowledge: Wish = { verb: "acknowledge", alert: "a", why: "" };

test("a rule that was asked for is saved, and the review is told to look", async () => {
	const { web, tended, ask, ended } = await scene();
	await ask("a", "one", save);
	expect(await ended("a")).toMatchObject({
		...{ state: "answered", alerts: { is: "changed", id: "backlog" } },
	});
	expect(tended).toHaveBeenCalledTimes(1);
	expect(await web.record.lines(0, 9)).toMatchObject([
		{ event: "rule saved", by: "one", errand: "a" },
	]);
});

test("of two who acknowledge at once one does, and the other hears who", async () => {
	const { web, ask, ended } = await scene();
	await fires(web);
	await Promise.all([
		ask("a", "one", acknowledge),
		ask("b", "two", acknowledge),
	]);
	const both = [await ended("a"), await ended("b")];
	const faster = both.find((it) => it?.state === "answered");
	const slower = both.find((it) => it?.state === "failed");
	expect(["acknowledged already", "changed meanwhile"]).toContain(
		slower?.failure?.key,
	);
	expect(await web.record.lines(0, 9)).toMatchObject([
		{ event: "acknowledged", by: faster?.session, errand: faster?.id },
	]);
});

test.each<[string, string, Wish]>([
	["of somebody who may only look", "guest", save],
	["of a session that is none", "nobody", save],
	["of nobody, in a name that may", "", acknowledge],
])("a row %s changes nothing", async (_, session, wish) => {
	const { web, tended, ask, ended } = await scene();
	await fires(web);
	await ask("a", session, wish);
	expect(await ended("a")).toMatchObject({
		...{ state: "failed", failure: { key: "not allowed" } },
	});
	expect(await web.record.lines(0, 9)).toEqual([]);
	expect(tended).not.toHaveBeenCalled();
});

test("a row nobody could have asked ends, and does not stand before the others", async () => {
	const { web, ask, ended } = await scene();
	await web.alerts.mute(muteOf("m"), lineOf("muted"));
	const endless = { ...ruleBegun, name: "x".repeat(1_000_000) };
	await ask("wild", "one", { verb: "save rule", was: null, rule: endless });
	await ask("good", "one", { verb: "end mute", mute: "m" });
	expect(await ended("good")).toMatchObject({ state: "answered" });
	expect(await web.alerts.knownRules()).toEqual([]);
	expect(await web.record.lines(1, 9)).toMatchObject([{ event: "mute ended" }]);
});
