// Can somebody who may act on one group of one channel act on anything else, or learn from a refusal what there is?
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { planOf, targetOf } from "#lib/core/clean-up/for-tests.ts";
import { idOf } from "#lib/core/subscription.ts";
import { planning } from "#lib/store/contract-clean-up-scene.ts";
import { type Stage, stage, startMs } from "../for-tests.ts";
import { doorsOf } from "../for-tests-clean-ups.ts";
import {
	canary,
	others,
	own,
	type Planted,
	payments,
	planted,
} from "./for-tests-canary.ts";

const never = "n".repeat(43);
const mine = idOf(own);
const foreign = others.map(idOf);

let here: Stage;
let there: Planted;
let token: string;
let doors: ReturnType<typeof doorsOf>;

beforeEach(async () => {
	here = await stage({ access: { roles: [payments] } });
	there = await planted(here.store);
	token = await here.signIn("payments");
	doors = doorsOf(here);
});
afterEach(() => here.close());

type Wish = Parameters<typeof doors.take>[1];
const look = (subscription: string, contents = false): Wish => ({
	...{ verb: "look", subscription, part: contents ? "pending" : "members" },
	...(contents && { pending: { contents }, limit: 10 }),
});
const reclaim = (...subscriptions: string[]): Wish => ({
	verb: "clean up",
	targets: { subscriptions },
	cleanUp: { action: "reclaim" },
});
const acknowledge = (alert: string): Wish => ({
	...{ verb: "acknowledge", alert, why: "known" },
});

/** What is said, without what was asked for. */
async function said(wish: Wish) {
	const reply = await doors.take(token, wish);
	const text = await reply.text();
	expect(text).not.toContain(canary);
	return [reply.status, reply.status === 202 ? "taken" : text];
}

describe("what is asked for", () => {
	test("is taken for what is theirs", async () => {
		for (const wish of [
			...[look(mine), look(mine, true), reclaim(mine)],
			acknowledge(there.alerts.own),
		])
			expect(await said(wish)).toEqual([202, "taken"]);
	});

	test("is answered for what is not theirs like for what never was", async () => {
		for (const wish of [look, reclaim]) {
			const nothing = await said(wish(never));
			expect(nothing[0]).toBe(404);
			for (const id of [...foreign, there.gone])
				expect(await said(wish(id))).toEqual(nothing);
			expect(await said(reclaim(mine, ...foreign))).toEqual(nothing);
		}
	});

	test("is refused of alerts that are not theirs like of those that never were", async () => {
		const nothing = await said(acknowledge("never was"));
		expect(nothing[0]).toBe(409);
		for (const id of there.alerts.others)
			expect(await said(acknowledge(id))).toEqual(nothing);
	});

	test("is nothing that is about everything: rules, mutes, addresses, outlets", async () => {
		const wishes: readonly Wish[] = [
			{ verb: "remove rule", name: "stalled" },
			{ verb: "mute", among: "", untilMs: startMs + 1, why: "calm" },
			{ verb: "end mute", mute: "m" },
			{ verb: "try", address: null },
		];
		for (const wish of wishes) {
			expect((await said(wish))[0]).toBe(403);
		}
		expect((await here.store.alerts.mutes(0))[0]?.endedMs).toBeNull();
	});

	test("by a filter is left to the collector, which finds what is theirs", async () => {
		const cleanUp = { action: "reclaim" } as const;
		const targets = { filter: "" };
		const wish = { verb: "clean up", targets, cleanUp } as const;
		expect(await said(wish)).toEqual([202, "taken"]);
	});
});

describe("what others asked for", () => {
	test.each(["approve", "cancel", "stop", "undo"] as const)(
		"and is not theirs: %s finds nothing",
		async (door) => {
			const { own: _, ...hidden } = there.errands;
			const body = { hash: "h", why: "mine" };
			const at = async (id: string) => {
				const reply = await doors.step(door, token, id, body);
				return [reply.status, await reply.text()];
			};
			const nothing = await at("never-was");
			expect(nothing[0]).toBe(404);
			for (const id of Object.values(hidden))
				expect(await at(id)).toEqual(nothing);
		},
	);

	test("and is theirs is not approved by them either, and may be stopped", async () => {
		const id = there.errands.own;
		const body = { hash: "h" };
		const approved = await doors.step("approve", token, id, body);
		expect(approved.status).toBe(403);
		expect((await doors.step("stop", token, id)).status).toBe(200);
	});
});

test("a plan that a hand in the store drew for more than is theirs is not approved", async () => {
	const { id } = await (await doors.take(token, reclaim(mine))).json();
	const [other = own] = others;
	const targets = [own, other].map((subscription) =>
		targetOf({ id: idOf(subscription), subscription, plan: planOf() }),
	);
	const expiresMs = startMs + 60_000;
	const part = { targets, plannedMs: startMs, expiresMs };
	await here.store.errands.planned(id, planning(part));
	const reply = await doors.step("approve", token, id, { hash: "h" });
	expect(reply.status).toBe(404);
	expect((await here.store.errands.find(id))?.state).toBe("planned");
});

test("what they looked at is not told once it is not theirs any more", async () => {
	const { id } = await (await doors.take(token, look(mine, true))).json();
	expect((await doors.answer(token, id)).status).toBe(200);
	const roles = new Map(here.place.access.roles);
	roles.set("payments", [
		{
			may: ["see", "look", "see contents"],
			where: [{ brokers: ["shop"], channels: ["else"], groups: ["*"] }],
		},
	]);
	const access = { ...here.place.access, roles };
	const since = doorsOf({ ...here, place: { ...here.place, access } });
	expect((await since.answer(token, id)).status).toBe(404);
});
