// Which choice fits, which messages are meant, and what if the server falls silent in the middle?
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import { eventually } from "#world/eventually.ts";
import {
	add,
	applied,
	courseOf,
	dead,
	held,
	judged,
	live,
	membersOf,
	openKnowing,
	planned,
	still,
	take,
} from "../for-tests/cleaning.ts";
import { ownRedis } from "../for-tests/own.ts";

const own = ownRedis();
const shell = promisify(execFile);

async function scene(messages: number) {
	const { client, world } = own();
	await client.xgroup("CREATE", "orders", "billing", "0", "MKSTREAM");
	const ids = await add(client, messages);
	return { client, ids, connection: openKnowing(world.address) };
}

test.each([
	{
		title: "alone, with nobody there: a copy",
		others: 0,
		isThere: false,
		rereads: false,
		fits: "re-enqueue",
	},
	{
		title: "alone, with somebody there: still a copy, which is surely read",
		others: 0,
		isThere: true,
		rereads: false,
		fits: "re-enqueue",
	},
	{
		title:
			"beside others, who would see a copy: somebody there, with a warning",
		others: 1,
		isThere: true,
		rereads: false,
		fits: "hand over",
	},
	{
		title: "beside others, with nobody there: put aside",
		others: 1,
		isThere: false,
		rereads: false,
		fits: "dead-letter",
	},
	{
		title: "somebody there who was seen to read again: that one",
		others: 0,
		isThere: true,
		rereads: true,
		fits: "hand over",
	},
])("what fits $title", async ({ others, isThere, rereads, fits }) => {
	const { client, connection, ids } = await scene(9);
	if (others > 0) await client.xgroup("CREATE", "orders", "audit", "$");
	await take(client, "gone", 3);
	if (isThere) await live(own().world.address, "here");
	if (isThere) await take(client, "here", 2);
	if (rereads)
		await client.xclaim("orders", "billing", "here", 0, ids[4] ?? "");
	await dead(connection, ["gone"]);
	const plan = await planned(connection, reclaimAll);
	expect(plan.cleanUp).toMatchObject({ fate: fits });
	const codes = plan.warnings.map(({ code }) => code);
	expect(codes.includes("must read again")).toBe(
		fits === "hand over" && !rereads,
	);
	expect(codes).not.toContain("others see copies");
});

test("who is stuck is left alone unless it is asked for, and then may run twice", async () => {
	const { client, connection } = await scene(9);
	await take(client, "gone", 3);
	await live(own().world.address, "here");
	await take(client, "here", 1);
	await still(own().world.address, "slow");
	await take(client, "slow", 2);
	await judged(connection, "stuck", ["slow"]);
	await judged(connection, "dead", ["gone"]);
	const wish = { ...reclaimAll, fate: "hand over" } as const;
	const plan = await planned(connection, wish);
	expect(plan.members.map(({ name }) => name)).toEqual(["gone"]);
	const both = await planned(connection, { ...wish, stuck: true });
	expect(both.members.map(({ name }) => name)).toEqual(["gone", "slow"]);
	expect(both.warnings).toEqual(
		expect.arrayContaining([
			{ code: "may run twice", values: { messages: 2, members: 1 } },
			{ code: "may be done already", values: { messages: 3 } },
			{ code: "members may live", values: { members: 1 } },
		]),
	);
	expect(await applied(connection, both)).toMatchObject({
		refusals: [],
		...{ ending: "done", messagesDone: 5, membersRemoved: 2 },
	});
	expect(await membersOf(client)).toEqual(["here"]);
});

test("only what is idle for so long and was delivered so often is meant, also when more has become so since", async () => {
	const { client, connection, ids } = await scene(6);
	await take(client, "gone", 4);
	const one = ["orders", "billing", "gone", 0] as const;
	await client.xclaim(...one, ids[0] ?? "", "IDLE", 60_000, "RETRYCOUNT", 3);
	await client.xclaim(...one, ids[1] ?? "", "IDLE", 60_000, "RETRYCOUNT", 1);
	await client.xclaim(...one, ids[2] ?? "", "IDLE", 29_900, "RETRYCOUNT", 3);
	const plan = await planned(connection, {
		...{ ...reclaimAll, members: ["gone"], fate: "dead-letter" },
		...{ idleMinMs: 30_000, deliveriesMin: 2 },
	});
	expect(plan).toMatchObject({
		messages: { n: 1, bound: "exact" },
		membersRemoved: 0,
	});
	// The third has been idle for as long by now.
	await eventually(async () => {
		const [row] = await client.xpending(
			"orders",
			"billing",
			ids[2] ?? "",
			"+",
			1,
		);
		return (Array.isArray(row) && Number(row[2]) > 30_000) || undefined;
	}, 10_000);
	expect(await applied(connection, plan)).toMatchObject({
		...{ ending: "done", messagesDone: 1, membersRemoved: 0 },
	});
	expect((await held(client)).map(({ id }) => id)).toEqual(ids.slice(1, 4));
});

test("of more than can be looked at, what was looked at is meant, and the rest stays", async () => {
	const { client, connection } = await scene(0);
	const pipeline = client.pipeline();
	for (let n = 0; n < 10_300; n++) pipeline.xadd("orders", "*", "n", n);
	await pipeline.exec();
	await take(client, "gone", 10_300);
	const wish = {
		...reclaimAll,
		members: ["gone"],
		fate: "acknowledge",
	} as const;
	const whole = await planned(connection, wish);
	expect(whole.messages).toEqual({ n: 10_300, bound: "exact" });
	const plan = await planned(connection, { ...wish, idleMinMs: 1 });
	expect(plan).toMatchObject({
		messages: { n: 10_000, bound: "at least" },
		membersRemoved: 0,
		warnings: expect.arrayContaining([
			{ code: "looked at some", values: { looked: 10_000 } },
		]),
	});
	const told = courseOf();
	expect(await applied(connection, plan, told)).toMatchObject({
		...{ ending: "done", messagesDone: 10_000 },
	});
	expect(told.kept).toHaveLength(10_000);
	expect(await held(client)).toHaveLength(300);
	const most = Math.max(
		...told.told.map(
			({ messages }, i) => messages - (told.told[i - 1]?.messages ?? 0),
		),
	);
	expect(most).toBe(100);
});

test("large messages go in smaller steps", async () => {
	const { client, connection } = await scene(0);
	for (let n = 0; n < 60; n++)
		await client.xadd("orders", "*", "body", "x".repeat(60_000));
	await take(client, "gone", 60);
	const wish = {
		...reclaimAll,
		members: ["gone"],
		fate: "re-enqueue",
	} as const;
	const told = courseOf();
	const plan = await planned(connection, wish);
	expect(await applied(connection, plan, told)).toMatchObject({
		ending: "done",
	});
	const steps = told.told
		.filter(({ stage }) => stage === "messages")
		.map(({ messages }) => messages);
	expect(steps).toEqual([0, 25, 50, 60]);
});

test("a server that falls silent in the middle: nobody knows, and nothing is done twice", async () => {
	const { client, connection } = await scene(9);
	await take(client, "gone", 5);
	const { world } = own();
	const wish = {
		...reclaimAll,
		members: ["gone"],
		fate: "dead-letter",
	} as const;
	const plan = await planned(connection, wish);
	const told = courseOf([], ({ stage }) => {
		if (stage === "messages") world.freeze();
	});
	const outcome = await applied(connection, plan, told).finally(() =>
		world.thaw(),
	);
	expect(outcome).toMatchObject({
		...{ ending: "unknown", messagesDone: 0, verifiedMs: null, figures: [] },
		refusals: [{ code: "broker failed" }],
	});
	// When it wakes it does what it had been sent, or finds that nobody waits for it any more: asked again, it does the rest.
	await eventually(async () => {
		await applied(connection, plan);
		return (await held(client)).length === 0 || undefined;
	}, 20_000);
	expect(await client.xlen("orders:dead")).toBe(5);
});

test("the same by hand does the same", async () => {
	const { client, connection, ids } = await scene(6);
	await take(client, "it's gone", 3);
	await client.xgroup("CREATECONSUMER", "orders", "billing", "$(heir) {url}");
	await client.xdel("orders", ids[1] ?? "");
	const was = await held(client);
	const wish = { ...reclaimAll, members: ["it's gone"] };
	const plan = await planned(connection, {
		...{ ...wish, fate: "hand over", to: "$(heir) {url}" },
	});
	expect(plan.commands).toHaveLength(4);
	for (const line of plan.commands ?? []) await shell("sh", ["-c", line]);
	expect(await membersOf(client)).toEqual(["$(heir) {url}"]);
	const now = await held(client);
	expect(now.map(({ id }) => id)).toEqual([ids[0], ids[2]]);
	for (const { id, owner, deliveredMs, deliveries } of now) {
		const before = was.find((it) => it.id === id);
		expect([owner, deliveries]).toEqual(["$(heir) {url}", before?.deliveries]);
		expect(Math.abs(deliveredMs - (before?.deliveredMs ?? 0))).toBeLessThan(
			100,
		);
	}
});
