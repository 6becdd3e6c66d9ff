// Is what was approved done once, as it was shown, and only while whoever approved it still may?
import { expect, test, vi } from "vitest";
import { reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import { planOf } from "#lib/core/clean-up/for-tests.ts";
import { eventsIn } from "#lib/store/contract-clean-up-scene.ts";
import type { Store } from "#lib/store/store.ts";
import {
	become,
	collectorOn,
	idOfChannel,
	patient,
	scene,
} from "../for-tests/clean-ups.ts";
import { beforeOfMessage, worldOf } from "../for-tests/clean-ups-world.ts";

const orders = idOfChannel("orders");
const done = ["orders 0", "orders 1", "orders 2"];
const never = () => new Promise<never>(() => {});

test("what was approved is done, kept, told and written down", async () => {
	const { world, web, approved, reaches } = await scene();
	const id = await approved();
	const { undertaking, endedMs } = await reaches(id, "done");
	expect(world.done).toEqual(done);
	expect(undertaking?.targets).toMatchObject([
		{ outcome: { ending: "done", messagesDone: 3 }, kept: 3 },
	]);
	expect(undertaking?.approval).toMatchObject({ by: "me", why: "night" });
	expect(endedMs).toBeGreaterThanOrEqual(undertaking?.startedMs ?? Infinity);
	expect(await web.errands.before(id, orders, 0, 9)).toEqual(
		[0, 1, 2].map(beforeOfMessage),
	);
	const told = ["approved", "running", "done"].map((it) => `${id} ${it}`);
	expect(await eventsIn(web)).toEqual(told);
	expect(await web.record.verify()).toMatchObject({ isWhole: true });
});

test("it is done once, however many collectors and however many yeses", async () => {
	const { world, web, folder, ask, approve, reaches } = await scene();
	const another = await collectorOn(folder, { world });
	const id = await ask();
	await reaches(id, "planned");
	const said = await Promise.all(
		[1, 2, 3].map(() => approve(id).catch(String)),
	);
	expect(said.filter((it) => it === "approved")).toHaveLength(1);
	await reaches(id, "done");
	await another.stop();
	expect(world).toMatchObject({ applied: 1, done });
	const events = await eventsIn(web);
	expect(events.filter((it) => it.endsWith("running"))).toHaveLength(1);
});

const readOnly = { leave: { readOnly: true, readOnlyBrokers: [] } };

test.each([
	[
		"whoever approved it has left",
		(web: Store) => become(web, null),
		{},
		"not allowed",
		[],
	],
	[
		"they may no more",
		(web: Store) => become(web, "viewer"),
		{},
		"not allowed",
		[],
	],
	["all was made read-only", async () => undefined, readOnly, "read-only", []],
	[
		"its broker was",
		async () => undefined,
		{ leave: { readOnly: false, readOnlyBrokers: ["one"] } },
		"read-only",
		// The others it might be about are not hindered.
		["running"],
	],
] as const)(
	"nothing is done where %s since",
	async (_, change, parts, code, claimed) => {
		const first = await scene();
		const { world, web, folder, ask, approve, reaches } = first;
		const id = await ask();
		await reaches(id, "planned");
		await first.stop();
		await approve(id);
		await change(web);
		const next = await collectorOn(folder, { parts, world });
		const { undertaking } = await reaches(id, "refused");
		expect(undertaking?.targets).toMatchObject([
			{ outcome: { ending: "refused", refusals: [{ code }] } },
		]);
		expect(world.applied).toBe(0);
		const steps = ["approved", ...claimed, "refused"];
		expect(await eventsIn(web)).toEqual(steps.map((it) => `${id} ${it}`));
		await next.stop();
	},
);

test("a plan that loses messages is not done by who may lose none, whatever stands in the store", async () => {
	const { world, web, ask, approve, reaches } = await scene();
	world.plan = (cleanUp) => planOf({ cleanUp, risk: "loses messages" });
	await become(web, "operator");
	const id = await ask();
	await approve(id);
	await reaches(id, "refused");
	expect(world.applied).toBe(0);
});

test("a plan that is not the one the hash was made of is not done", async () => {
	const { world, folder, web, stop, ask, approve, reaches } = await scene();
	await stop();
	const id = await ask();
	const plan = planOf({ seen: "another" });
	const subscription = { broker: "one", kind: "log", channel: "orders" };
	const planning = { leftOut: 0, hash: "h", plannedMs: 1, expiresMs: 9e15 };
	await web.errands.planned(id, {
		...planning,
		targets: [
			{
				...{ id: orders, plan, failure: null },
				subscription: { ...subscription, group: null },
			},
		],
	});
	await approve(id);
	const next = await collectorOn(folder, { world });
	const { undertaking } = await reaches(id, "refused");
	const refusals = [{ code: "changed since" }];
	expect(undertaking?.targets).toMatchObject([{ outcome: { refusals } }]);
	expect(world.applied).toBe(0);
	await next.stop();
});

test("what nobody ran in time is over, and not done later", async () => {
	const { world, folder, web, stop, ask, approve, reaches } = await scene();
	const { undertaking } = await reaches(await ask(), "planned");
	if (undertaking === null) throw new Error("it has no plan");
	await stop();
	const id = await ask();
	await web.errands.planned(id, {
		...undertaking,
		...{ plannedMs: 0, expiresMs: 2 },
	});
	expect(await approve(id, { atMs: 1 })).toBe("approved");
	const next = await collectorOn(folder, { world });
	await reaches(id, "expired");
	expect(world.applied).toBe(0);
	await next.stop();
});

test("what its plan refuses is told so, and not tried", async () => {
	const { world, approved, reaches } = await scene();
	const refusal = { code: "nothing to do", values: {} } as const;
	world.plan = (cleanUp) => planOf({ cleanUp, refusal });
	const { undertaking } = await reaches(await approved(), "refused");
	const refusals = [refusal];
	expect(undertaking?.targets).toMatchObject([{ outcome: { refusals } }]);
	expect(world.applied).toBe(0);
});

test("each of several has its outcome, as soon as it is there", async () => {
	const { world, find, approved, reaches } = await scene();
	const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
	world.step = async (channel) => {
		if (channel === "mails") await mayGoOn;
		if (channel === "archive") throw new Error("it broke");
	};
	const channels = ["orders", "mails", "archive"];
	const subscriptions = channels.map(idOfChannel);
	const id = await approved(reclaimAll, { subscriptions });
	const endings = async () =>
		(await find(id))?.undertaking?.targets.map((it) => it.outcome?.ending);
	await expect.poll(endings, patient).toEqual(["done", undefined, undefined]);
	goOn();
	await reaches(id, "unknown");
	expect(await endings()).toEqual(["done", "done", "unknown"]);
});

test("two at one broker take turns, and nobody's look waits for them", async () => {
	const world = worldOf();
	const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
	world.step = () => mayGoOn;
	const { ask, approved, reaches, find } = await scene({ world });
	const ids: string[] = [];
	for (let n = 0; n < 10; n++) ids.push(await approved());
	for (const id of ids) await reaches(id, "running");
	const plan = await ask();
	await reaches(plan, "planned");
	expect(world.applied).toBe(1);
	goOn();
	for (const id of ids) await reaches(id, "done");
	expect(world.done).toEqual(ids.flatMap(() => done));
	expect(await find(plan)).toMatchObject({ state: "planned" });
});

test("without its line in the record nothing is done", async () => {
	const claim = vi.fn(() => Promise.reject(new Error("disk is full")));
	const { world, find, approved } = await scene({ errands: () => ({ claim }) });
	const id = await approved();
	await expect.poll(() => claim.mock.calls.length, patient).toBe(1);
	expect(await find(id)).toMatchObject({ state: "approved" });
	expect(world.applied).toBe(0);
});

test("an end that cannot be written down is written as soon as it can, and nothing is done again", async () => {
	let full = 1;
	const { world, approved, reaches } = await scene({
		errands: (real) => ({
			finish: async (...given) => {
				if (full-- > 0) throw new Error("disk is full");
				return real.finish(...given);
			},
		}),
	});
	await reaches(await approved(), "done");
	expect(world.done).toEqual(done);
});

test("a broker that is never heard again leaves an end that nobody knows", async () => {
	const { world, approved, reaches } = await scene({
		parts: { silentMs: 100 },
	});
	world.step = async (_, place) => (place === 1 ? never() : undefined);
	const { undertaking } = await reaches(await approved(), "unknown");
	expect(undertaking?.targets).toMatchObject([
		{
			outcome: {
				...{ ending: "unknown", messagesDone: 1, verifiedMs: null },
				refusals: [{ code: "broker failed" }],
			},
			kept: 1,
		},
	]);
});
