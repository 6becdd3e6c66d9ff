// Is a plan drawn of exactly what was asked for, shown under one hash, and refused where nobody could say yes?
import { expect, test, vi } from "vitest";
import { type CleanUp, reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import { planOf } from "#lib/core/clean-up/for-tests.ts";
import type { Targets } from "#lib/core/clean-up/undertaking.ts";
import type { UsualRole } from "#lib/core/people/role.ts";
import { factOf, rowOf } from "#lib/store/contract-rows.ts";
import { become, idOfChannel, patient, scene } from "../for-tests/clean-ups.ts";
import { hashOf } from "./hash.ts";
import type { CleanUpParts } from "./parts.ts";

const all: Targets = { filter: "" };
const named = (...channels: string[]): Targets => ({
	subscriptions: channels.map(idOfChannel),
});

test("a plan is drawn from one look, changes nothing and lasts two minutes", async () => {
	const { world, ask, reaches, web } = await scene();
	const { undertaking, endedMs } = await reaches(await ask(), "planned");
	expect(undertaking).toMatchObject({
		...{ leftOut: 0, approval: null, startedMs: null },
		targets: [
			{
				subscription: { broker: "one", kind: "log", channel: "orders" },
				plan: { messages: { n: 3 }, seen: { secret: "of the system" } },
				...{ failure: null, progress: null, outcome: null, kept: 0 },
			},
		],
	});
	const { plannedMs = 0, expiresMs = 0 } = undertaking ?? {};
	expect(expiresMs - plannedMs).toBe(120_000);
	expect(undertaking?.hash).toBe(hashOf(undertaking?.targets ?? []));
	expect(endedMs).toBeNull();
	expect(world.planned).toHaveLength(1);
	expect(world.done).toEqual([]);
	expect(await web.record.lines(0, 9)).toEqual([]);
});

const silentBroker = () => new Promise<never>(() => {});

test.each<
	readonly [
		string,
		{
			readonly role?: UsualRole | null;
			readonly parts?: Partial<CleanUpParts>;
			readonly cleanUp?: CleanUp;
			readonly targets?: Targets;
			readonly plan?: () => Promise<never>;
		},
		object,
	]
>([
	["nobody who left", { role: null }, { key: "not allowed" }],
	["no viewer", { role: "viewer" }, { key: "not allowed" }],
	[
		"no operator where messages may be lost",
		{ role: "operator", cleanUp: { action: "trim" } },
		{ key: "not allowed" },
	],
	[
		"nobody where all is read-only",
		{
			parts: { leave: { readOnly: true, readOnlyBrokers: [] } },
			targets: named("orders", "mails"),
		},
		{ key: "read-only" },
	],
	[
		"nobody at a broker that is",
		{ parts: { leave: { readOnly: false, readOnlyBrokers: ["one"] } } },
		{ key: "broker read-only", values: { broker: "one" } },
	],
	[
		"nothing of a kind that does not offer it",
		{ targets: named("plain") },
		{ key: "not offered" },
	],
	[
		"nothing at a broker nobody is connected to",
		{ parts: { connectionTo: () => null } },
		{ key: "not offered" },
	],
	[
		"nothing of what was never there",
		{ targets: { subscriptions: ["z".repeat(43)] } },
		{ key: "subscription gone" },
	],
	[
		"nothing where nothing fits",
		{ targets: { filter: "channel:nowhere" } },
		{ key: "nothing fits" },
	],
	[
		"nothing for a filter that another hand wrote",
		{ targets: { filter: "lag:>" } },
		{ key: "bad query" },
	],
	[
		"nothing at a broker that does not answer",
		{ plan: silentBroker, parts: { deadlineMs: 20 } },
		{ key: "broker trouble", values: { code: "no answer" } },
	],
])("a plan is drawn for %s", async (_, it, failure) => {
	const { role = "admin", parts = {}, cleanUp, targets } = it;
	const { world, web, ask, reaches } = await scene({ parts });
	await become(web, role);
	if (it.plan) world.plan = it.plan;
	const id = await ask(cleanUp, targets);
	expect((await reaches(id, "failed")).failure).toMatchObject(failure);
	expect(world.planned.length).toBe(it.plan ? 1 : 0);
});

test("of several each has its plan, or why it has none", async () => {
	const readOnly = { readOnly: false, readOnlyBrokers: ["two"] };
	const { ask, reaches, web } = await scene({ parts: { leave: readOnly } });
	await web.board.write({
		...{ broker: factOf(), rows: [] },
		gone: [{ id: idOfChannel("mails"), why: null, atMs: 1 }],
	});
	const channels = ["orders", "archive", "plain", "mails", "orders"];
	const id = await ask(reclaimAll, named(...channels));
	const { undertaking } = await reaches(id, "planned");
	expect(
		undertaking?.targets.map(({ subscription, plan, failure }) => [
			...[subscription.channel, plan !== null, failure?.key],
		]),
	).toEqual([
		["orders", true, undefined],
		["archive", false, "broker read-only"],
		["plain", false, "not offered"],
		["mails", false, "subscription gone"],
	]);
});

test("a filter becomes a fixed list of what offers it, a hundred at most, and the rest is counted", async () => {
	const { ask, reaches, web } = await scene();
	const many = Array.from({ length: 120 }, (_, i) => rowOf(`many-${i}`));
	await web.board.write({ broker: factOf(), rows: many, gone: [] });
	const id = await ask(reclaimAll, all);
	const { undertaking } = await reaches(id, "planned");
	expect(undertaking?.targets).toHaveLength(100);
	expect(undertaking?.leftOut).toBe(23);
	const kinds = undertaking?.targets.map((it) => it.subscription.kind);
	expect(new Set(kinds)).toEqual(new Set(["log"]));
});

test("the hash is of what is shown, of whom, and of what the system saw, whatever order its parts lie in", () => {
	const at = { broker: "one", kind: "log", channel: "orders", group: "b" };
	const target = (plan = planOf(), subscription = at) => ({
		...{ id: "a", subscription, plan, failure: null },
	});
	const hash = hashOf([target()]);
	const turned = Object.fromEntries(Object.entries(planOf()).reverse());
	expect(hashOf([target({ ...planOf(), ...turned })])).toBe(hash);
	expect(hashOf([target(planOf({ seen: { other: 1 } }))])).not.toBe(hash);
	expect(hashOf([target(), target()])).not.toBe(hash);
	const elsewhere = { ...at, channel: "mails" };
	expect(hashOf([target(planOf(), elsewhere)])).not.toBe(hash);
});

test("a plan nobody said yes to expires by itself, and is written down", async () => {
	vi.useFakeTimers({ toFake: ["setInterval"] });
	try {
		const expire = vi.fn(async () => 0);
		await scene({ errands: () => ({ expire }) });
		vi.advanceTimersByTime(2_000);
		await expect.poll(() => expire.mock.calls.length, patient).toBe(1);
	} finally {
		vi.useRealTimers();
	}
});
