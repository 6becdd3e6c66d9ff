// Is all that was done found again, by who, what, where and when, the latest first?
import { expect, test } from "vitest";
import { reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import { idOf } from "#lib/core/subscription.ts";
import { type ActivityFilter, cleanUpsKeptMs } from "./clean-up-port.ts";
import {
	ask,
	done,
	plan,
	planned,
	planning,
	subscriptionOf,
} from "./contract-clean-up-scene.ts";
import type { Scene } from "./contract-scene.ts";
import type { Store } from "./store.ts";

const elsewhere = subscriptionOf({ broker: "two", channel: "mails" });
const both = planning({
	targets: [
		subscriptionOf(),
		subscriptionOf({ channel: "cups" }),
		elsewhere,
	].map((subscription) => ({
		...{ id: idOf(subscription), subscription, plan, failure: null },
	})),
});
const trim = { action: "trim" } as const;

async function someOf(store: Store): Promise<void> {
	await done(store, "a", { askedMs: 10 });
	await done(store, "b", { askedMs: 20, by: "them", cleanUp: trim });
	await planned(store, "c", { askedMs: 30, planning: both });
	await ask(store, "d", { askedMs: 30, by: "them" });
	const wish = { verb: "try", address: null } as const;
	const look = { id: "look", by: "them", session: "s", wish, askedMs: 25 };
	await store.errands.ask(look);
	await changed(store, "m", { askedMs: 15 });
}

/** A mute, ended as the collector ends it. */
async function changed(store: Store, id: string, { askedMs = 1 } = {}) {
	const wish = { verb: "end mute", mute: "m" } as const;
	await store.errands.ask({ id, by: "us", session: "s", wish, askedMs });
	const change = { name: null, among: "", target: null, parts: [] };
	const alerts = { is: "changed", id: "m", change } as const;
	const end = { state: "answered", alerts, endedMs: askedMs } as const;
	await store.errands.end(id, end);
}

async function idsOf(store: Store, filter: ActivityFilter, limit = 9) {
	const asked = { filter, limit, cursor: null };
	return (await store.errands.list(asked)).errands.map(({ id }) => id);
}

export function activityContract(scene: Scene): void {
	test.each<readonly [string, ActivityFilter, readonly string[]]>([
		["everything but looks", {}, ["d", "c", "b", "m", "a"]],
		["what has ended", { states: ["done", "failed"] }, ["b", "a"]],
		["what no state is asked of", { states: [] }, []],
		["what somebody asked for", { by: "them" }, ["d", "b"]],
		["one action", { action: "trim" }, ["b"]],
		["one kind of change", { action: "end mute" }, ["m"]],
		["what was answered", { states: ["answered"] }, ["m"]],
		[
			"one broker, however many targets it has",
			{ broker: "one" },
			["c", "b", "a"],
		],
		["another broker", { broker: "two" }, ["c"]],
		["one subscription", { subscription: idOf(elsewhere) }, ["c"]],
		["from a time on", { fromMs: 20 }, ["d", "c", "b"]],
		["before a time", { toMs: 20 }, ["m", "a"]],
		[
			"all of it together",
			{
				...{ states: ["done"], by: "them", action: "trim", broker: "one" },
				...{ subscription: idOf(subscriptionOf()), fromMs: 20, toMs: 21 },
			},
			["b"],
		],
		["nothing", { broker: "one", by: "nobody" }, []],
	])("the activity shows %s, the latest first", async (_, filter, ids) => {
		const { store, other } = await scene();
		await someOf(store);
		expect(await idsOf(other, filter)).toEqual(ids);
	});

	test.each<readonly [string, ActivityFilter]>([
		["of everything", {}],
		["of one broker", { broker: "one" }],
	])(
		"pages %s meet each once, while others are asked for",
		async (_, filter) => {
			const { store } = await scene();
			const ids = Array.from({ length: 23 }, (_, n) => `e${n + 10}`);
			for (const [n, id] of ids.entries())
				await planned(store, id, { askedMs: n >> 1, planning: both });
			const met: string[] = [];
			for (let cursor: string | null = null; ; ) {
				const page = await store.errands.list({ filter, limit: 4, cursor });
				met.push(...page.errands.map(({ id }) => id));
				await planned(store, `new${met.length}`, { askedMs: 99 });
				cursor = page.next;
				if (cursor === null) break;
			}
			expect(met).toEqual(ids.toReversed());
		},
	);

	test("what is asked of both errand and target is found as well where there are thousands of targets", async () => {
		const { store } = await scene();
		const many = planning({
			targets: Array.from({ length: 100 }, (_, n) => {
				const subscription = subscriptionOf({ channel: `c${n}` });
				return { id: idOf(subscription), subscription, plan, failure: null };
			}),
		});
		for (let n = 10; n < 32; n++)
			await planned(store, `e${n}`, {
				...{ askedMs: n, planning: n === 12 ? both : many },
				by: n % 10 === 2 ? "them" : "somebody",
			});
		const filter = { broker: "one", by: "them" };
		expect(await idsOf(store, filter)).toEqual(["e22", "e12"]);
		expect(await idsOf(store, filter, 1)).toEqual(["e22"]);
		expect(await idsOf(store, { ...filter, toMs: 22 })).toEqual(["e12"]);
		expect(await idsOf(store, { ...filter, broker: "two" })).toEqual(["e12"]);
		expect(await idsOf(store, { ...filter, states: ["done"] })).toEqual([]);
	});

	test("a line of the activity has all but what is long of its plan", async () => {
		const { store } = await scene();
		await done(store, "a");
		const asked = { filter: {}, limit: 1, cursor: null };
		const [errand] = (await store.errands.list(asked)).errands;
		const short = {
			...{ choices: [], members: [], moves: [] },
			...{ commands: null, seen: null },
		};
		expect(errand).toMatchObject({
			wish: { cleanUp: reclaimAll },
			undertaking: { targets: [{ plan: { ...plan, ...short } }] },
		});
	});

	test("what was changed is kept for as long as a clean-up, and no errand that only asked", async () => {
		const { store } = await scene();
		await changed(store, "m");
		expect(await store.errands.forget(99, 9)).toBe(0);
		expect(await store.errands.forgetCleanUps(cleanUpsKeptMs + 1, 9)).toBe(0);
		expect(await idsOf(store, {})).toEqual(["m"]);
		expect(await store.errands.forgetCleanUps(cleanUpsKeptMs + 2, 9)).toBe(1);
		expect(await idsOf(store, {})).toEqual([]);
	});

	test("a cursor that nobody gave is refused", async () => {
		const { store } = await scene();
		for (const cursor of ["", "x", "WzFd", "W251bGwsIngiXQ"])
			await expect(
				store.errands.list({ filter: {}, limit: 1, cursor }),
			).rejects.toThrow("bad cursor");
	});

	test("what was done to a whole group is found from each subscription of it, and so is what takes it back", async () => {
		const { store, other } = await scene();
		const beside = idOf(subscriptionOf({ channel: "cups" }));
		const [target] = planning().targets;
		if (target === undefined) throw new Error("it has no target");
		const whole = planning({ targets: [{ ...target, others: [beside] }] });
		await done(store, "a", { askedMs: 10, planning: whole });
		const undo = { action: "undo", errand: "a" } as const;
		await planned(other, "b", { askedMs: 20, cleanUp: undo });
		await done(store, "c", { askedMs: 30 });
		const from = (filter: ActivityFilter) => idsOf(other, filter);
		expect(await from({ subscription: beside })).toEqual(["b", "a"]);
		expect(await from({ subscription: beside, by: "them" })).toEqual([]);
		expect(await from({ subscription: beside, broker: "one" })).toEqual([
			"b",
			"a",
		]);
		expect(await from({ subscription: target.id })).toEqual(["c", "b", "a"]);
	});
}
