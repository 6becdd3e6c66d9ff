// Is a rule, a mute or an alert changed for whoever may, once, and does the record tell it?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import {
	accessWith,
	sessionAs,
	usualAccess,
	whereOnly,
} from "#lib/access/for-tests.ts";
import type {
	AlertAnswer,
	ChangingWish,
} from "#lib/core/alert/asked/errand.ts";
import { ruleBegun } from "#lib/core/alert/rule.ts";
import type { Errand } from "#lib/core/errand.ts";
import type { AccessRules } from "#lib/core/people/access.ts";
import { type UsualRole, usualRoleNames } from "#lib/core/people/role.ts";
import { fires, outletOf } from "#lib/store/contract-alerts-scene.ts";
import { openStore } from "#lib/store/open.ts";
import { tendOf } from "./tend.ts";

const nowMs = 1_000_000;
const rule = { ...ruleBegun, name: "backlog", tell: ["oncall"] };
const save = { verb: "save rule", rule, was: null } as const;
const mute = {
	verb: "mute",
	among: "group:billing",
	untilMs: nowMs + 1,
	why: "a release",
} as const;

async function scene(access: AccessRules = usualAccess) {
	const folder = await mkdtemp(path.join(tmpdir(), "tidemark-tend-"));
	const store = await openStore(folder);
	onTestFinished(async () => {
		await store.close();
		await rm(folder, { recursive: true });
	});
	await store.alerts.settleAlerts({
		rules: [
			{ ...ruleBegun, name: "stalled", from: "usual" },
			{ ...ruleBegun, name: "git", from: "file" },
		],
		outlets: [outletOf("oncall")],
	});
	for (const role of usualRoleNames)
		await store.sessions.start(
			sessionAs(role, {
				...{ hash: role, person: `the ${role}`, startedMs: nowMs },
			}),
		);
	await store.sessions.start(
		sessionAs("team", { hash: "team", startedMs: nowMs }),
	);
	const tend = tendOf({ store, access, now: () => nowMs });
	let asked = 0;
	const errandOf = (wish: ChangingWish, session: string): Errand => ({
		...{ id: `errand-${++asked}`, by: "whoever the row says", session, wish },
		...{ state: "asked", askedMs: nowMs, endedMs: null, look: null },
		...{ findings: null, alerts: null, undertaking: null, failure: null },
	});
	const ask = (wish: ChangingWish, session: string = "operator") =>
		tend(wish, errandOf(wish, session));
	const lines = async () => (await store.record.lines(0, 99)).slice();
	return { folder, store, tend, errandOf, ask, lines };
}

test("a rule is saved, changed and removed, and the record tells from what to what", async () => {
	const { store, ask, lines } = await scene();
	expect(await ask(save)).toMatchObject({ is: "changed", id: "backlog" });
	const louder = { ...rule, forMs: 1 };
	const changed = { verb: "save rule", rule: louder, was: "backlog" } as const;
	expect(await ask(changed)).toMatchObject({
		change: { parts: [{ part: "for", before: "5m", after: "1ms" }] },
	});
	await ask({ verb: "remove rule", name: "backlog" });
	const from = "screen";
	const by = "the operator";
	expect(await lines()).toMatchObject([
		{ event: "rule saved", by, told: { before: null, after: rule } },
		{
			event: "rule saved",
			told: { before: { ...rule, from }, after: louder },
		},
		{ event: "rule removed", told: { before: { ...louder, from } } },
	]);
	const names = (await store.alerts.knownRules()).map(({ name }) => name);
	expect(names).toEqual(["stalled", "git"]);
});

test("a mute says who wants it and why, and who ended it", async () => {
	const { store, ask, lines } = await scene();
	const { among, untilMs, why } = mute;
	const answer = await ask(mute);
	const id = changedBy(answer).id ?? "";
	const by = "the operator";
	expect(await store.alerts.mutes(0)).toMatchObject([
		{ id, among, untilMs, why, by, atMs: nowMs, endedMs: null },
	]);
	await ask({ verb: "end mute", mute: id }, "admin");
	expect(await store.alerts.mutes(0)).toMatchObject([
		{ endedMs: nowMs, endedBy: "the admin" },
	]);
	expect(await lines()).toMatchObject([
		{ event: "muted", by, told: { mute: id, among, untilMs, why } },
		{ event: "mute ended", by: "the admin", told: { was: { by, why } } },
	]);
});

test("what fires is acknowledged by one, who may say so twice", async () => {
	const { store, ask, lines } = await scene();
	await fires(store);
	const wish = { verb: "acknowledge", alert: "a", why: "I look" } as const;
	await ask(wish);
	await ask(wish);
	await expect(ask(wish, "admin")).rejects.toMatchObject({
		detail: { key: "acknowledged already", values: { by: "the operator" } },
	});
	expect(await lines()).toMatchObject([
		{ event: "acknowledged", told: { rule: "stalled", why: "I look" } },
	]);
});

function changedBy(answer: AlertAnswer) {
	if (answer.is !== "changed") throw new Error("nothing was changed");
	return answer;
}

test("what was done and could not be answered is not done again", async () => {
	const { store, tend, errandOf, lines } = await scene();
	for (const wish of [save, mute]) {
		const errand = errandOf(wish, "operator");
		const { change, ...answer } = changedBy(await tend(wish, errand));
		expect(await tend(wish, errand)).toMatchObject(answer);
		expect(change.among).toBe(wish.verb === "mute" ? mute.among : "");
	}
	expect(await store.alerts.mutes(0)).toHaveLength(1);
	expect(await lines()).toHaveLength(2);
});

test.each<[UsualRole | "nobody", boolean]>([
	["viewer", false],
	["operator", true],
	["visitor", true],
	["admin", true],
	["nobody", false],
])("%s who wrote the row: done is %s", async (session, isDone) => {
	const { store, ask, lines } = await scene();
	await fires(store);
	const end = { verb: "end mute", mute: "m" } as const;
	const acknowledge = { verb: "acknowledge", alert: "a", why: "" } as const;
	for (const wish of [save, mute, acknowledge])
		await (isDone
			? ask(wish, session)
			: expect(ask(wish, session)).rejects.toThrow("not allowed"));
	await expect(ask(end, session)).rejects.toThrow(
		isDone ? "mute gone" : "not allowed",
	);
	expect(await lines()).toHaveLength(isDone ? 3 : 0);
});

test("what cannot be is refused with its reason, and nothing stands in the record", async () => {
	const { store, ask, lines } = await scene();
	const named = (name: string) => ({ ...save, rule: { ...rule, name } });
	for (const [wish, key] of [
		[named("git"), "rule in file"],
		[{ ...save, rule: { ...rule, tell: ["none"] } }, "outlet unknown"],
		[{ ...save, rule: { ...rule, among: "lag:many" } }, "filter not a number"],
		[{ verb: "remove rule", name: "stalled" }, "usual rule stays"],
		[{ ...mute, untilMs: nowMs }, "mute over"],
		[{ verb: "acknowledge", alert: "a", why: "" }, "alert over"],
	] as const)
		await expect(ask(wish)).rejects.toMatchObject({ detail: { key } });
	expect(await lines()).toEqual([]);
	expect(await store.alerts.knownRules()).toHaveLength(2);
});

test("where the record cannot be written nothing is changed", async () => {
	const { folder, store, ask } = await scene();
	await fires(store);
	await ask(save);
	await rm(path.join(folder, "record.key"));
	const rev = await store.alerts.alertsRev();
	for (const wish of [
		{ verb: "remove rule", name: "backlog" },
		mute,
		{ verb: "acknowledge", alert: "a", why: "" },
	] as const)
		await expect(ask(wish)).rejects.toThrow("record not whole");
	expect(await store.alerts.knownRules()).toHaveLength(3);
	expect(await store.alerts.mutes(0)).toEqual([]);
	expect((await store.alerts.alert("a"))?.alert.acknowledged).toBeNull();
	expect(await store.alerts.alertsRev()).toBe(rev);
});

test.each<readonly [string, string, string, string | null]>([
	["where it is theirs", "orders", "orders", null],
	["where they see it and do not tend it", "orders", "else", "not allowed"],
	["where it is not there for them", "else", "orders", "alert over"],
])(
	"an alert is acknowledged %s: or refused as it is said",
	async (_, sees, tends, refused) => {
		const { store, ask } = await scene(
			accessWith(
				"team",
				{ may: ["see"], where: whereOnly({ channels: [sees] }) },
				{ may: ["tend alerts"], where: whereOnly({ channels: [tends] }) },
			),
		);
		await fires(store);
		const wish = { verb: "acknowledge", alert: "a", why: "known" } as const;
		const answer = ask(wish, "team");
		if (refused === null) await expect(answer).resolves.toBeDefined();
		else
			await expect(answer).rejects.toMatchObject({ detail: { key: refused } });
		const { alert } = (await store.alerts.alert("a")) ?? {};
		expect(alert?.acknowledged !== null).toBe(refused === null);
	},
);

test("whoever may see a part changes no rule, though they may tend all alerts", async () => {
	const where = whereOnly({ channels: ["orders"] });
	const access = accessWith(
		"team",
		{ may: ["see"], where },
		{ may: ["tend alerts"], where: null },
	);
	const { ask, lines } = await scene(access);
	for (const wish of [save, mute])
		await expect(ask(wish, "team")).rejects.toThrow("not allowed");
	expect(await lines()).toEqual([]);
});
