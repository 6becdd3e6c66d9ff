// Are plain lists seen, and is it told when what was taken from them is not done?
import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { quickBoard } from "#lib/systems/for-tests-quick-board.ts";
import { listsOf, lookAt, openLists } from "../for-tests/jobs.ts";
import { ownRedis } from "../for-tests/own.ts";

const own = ownRedis();

const open = (patienceMs: number | null = null, ...names: string[]) =>
	openLists(own(), patienceMs, names);

/** Takes a message as a worker does that means to finish it. */
const take = (from: string, to: string) =>
	own().client.lmove(from, to, "RIGHT", "LEFT");

test("a list beside which its messages in progress lie is a backlog, and others are only data", async () => {
	const { client } = own();
	await client.lpush("orders", "a", "b", "c");
	await take("orders", "orders:processing");
	await client.lpush("letters", "a", "b", "c", "d");
	await take("letters", "letters:worker-1:processing");
	await take("letters", "letters:worker-2:processing");
	await client.lpush("timeline:ann", "x", "y");
	const { readings, complete } = await open().read();
	expect(complete).toBe(true);
	expect(
		readings.toSorted((a, b) => (a.channel < b.channel ? -1 : 1)),
	).toMatchObject([
		{
			...{ kind: "list", channel: "letters", group: null, trouble: null },
			...{ lag: { n: 2, bound: "exact" }, holding: 2, members: null },
		},
		{
			...{ kind: "list", channel: "orders", group: null, trouble: null },
			...{ lag: { n: 2, bound: "exact" }, holding: 1, departed: null },
		},
	]);
});

test("a list that is named is a backlog whether it is there or not", async () => {
	const connection = open(null, "mails");
	expect(await listsOf(connection)).toMatchObject([
		{ channel: "mails", lag: { n: 0, bound: "exact" }, holding: null },
	]);
	await own().client.lpush("mails", "a", "b");
	expect(await listsOf(connection)).toMatchObject([{ lag: { n: 2 } }]);
});

test("one that is worked off stays, though an empty list does not exist", async () => {
	const { client } = own();
	await client.lpush("orders", "a");
	await take("orders", "orders:processing");
	const connection = open();
	expect(await listsOf(connection)).toMatchObject([
		{ lag: { n: 0 }, holding: 1, timeLagMs: { n: 0, bound: "exact" } },
	]);
	await client.lrem("orders:processing", 1, "a");
	expect(await listsOf(connection)).toMatchObject([
		{ lag: { n: 0 }, holding: 0, oldestHeldMs: null },
	]);
	await client.lpush("orders", "b");
	expect(await listsOf(connection)).toMatchObject([{ lag: { n: 1 } }]);
});

test("a key of the same name that is no list any more says so, and blanks no other", async () => {
	const { client } = own();
	const connection = open(null, "mails", "orders");
	await client.lpush("orders", "a");
	await client.set("mails", "text");
	expect(await listsOf(connection)).toMatchObject([
		{ channel: "mails", lag: null, trouble: { code: "not understood" } },
		{ channel: "orders", lag: { n: 1 }, trouble: null },
	]);
});

test("a worker dies with messages in progress: stalled, while others go on, and healthy once they are taken back", async () => {
	const { client, world } = own();
	await client.lpush("orders", "first", "second");
	await take("orders", "orders:processing");
	await take("orders", "orders:processing");
	let n = 0;
	const worker = new Redis(world.address);
	// What is alive takes one, works on it, and is done with it.
	const timer = setInterval(() => {
		const job = `job ${n++}`;
		worker
			.multi()
			.lpush("orders", job)
			.lmove("orders", "orders:processing", "RIGHT", "LEFT")
			.lrem("orders:processing", 1, job)
			.exec()
			.catch(() => undefined);
	}, 40);
	onTestFinished(() => {
		clearInterval(timer);
		worker.disconnect();
	});
	const board = quickBoard(open(2_000), null, "orders");
	await board.says("stalled", "held still", ["healthy"]);
	await client.lrem("orders:processing", 0, "first");
	await client.lrem("orders:processing", 0, "second");
	await board.says("healthy", null, ["stalled"]);
}, 180_000);

test("messages that nobody takes: stalled, and healthy once somebody does", async () => {
	const { client } = own();
	await client.lpush("orders", "a", "b", "c");
	const board = quickBoard(open(1_000, "orders"), null, "orders");
	await board.says("stalled", "waits still", ["healthy"]);
	await client.del("orders");
	await board.says("healthy", "caught up", ["stalled"]);
}, 180_000);

test("messages that look alike and are taken one after another do not stand still", async () => {
	const { client } = own();
	await client.lpush("orders", "same", "same", "same", "same");
	await take("orders", "orders:processing");
	await take("orders", "orders:processing");
	const connection = open(400);
	const startedMs = performance.now();
	while (performance.now() - startedMs < 1_500) {
		await client.lpush("orders", "same");
		await take("orders", "orders:processing");
		await client.lrem("orders:processing", -1, "same");
		const [orders] = await listsOf(connection);
		expect(orders?.notes.map(({ code }) => code)).not.toContain("held still");
	}
});

test("who looks sees what lies where, and asks for no list that is none", async () => {
	const { client } = own();
	await client.lpush("orders", "a", "b", "c");
	await take("orders", "orders:one:processing");
	await take("orders", "orders:two:processing");
	const connection = open();
	await listsOf(connection);
	expect(await lookAt(connection, "orders")).toMatchObject({
		total: 2,
		members: [
			{ name: "orders:one:processing", holding: 1, verdict: null },
			{ name: "orders:two:processing", holding: 1, verdict: null },
		],
		settings: [
			{ code: "waiting", value: 1 },
			{ code: "in progress", value: 2 },
			{ code: "put off", value: null },
			{ code: "failed", value: null },
		],
	});
	await expect(lookAt(connection, "nowhere")).rejects.toMatchObject({
		code: "not found",
	});
});

test("while nothing is written no list is asked", async () => {
	const { client } = own();
	await client.lpush("orders", "a");
	await take("orders", "orders:processing");
	const connection = open(1_000);
	for (let i = 0; i < 3; i++) await listsOf(connection);
	await client.config("RESETSTAT");
	const [{ oldestHeldMs: first } = { oldestHeldMs: null }] =
		await listsOf(connection);
	const [{ oldestHeldMs: second } = { oldestHeldMs: null }] =
		await listsOf(connection);
	const stats = await client.info("commandstats");
	expect(stats).not.toMatch(/cmdstat_(llen|lrange|lindex|exists)/);
	expect(second ?? 0).toBeGreaterThanOrEqual(first ?? Number.NaN);
	await client.lpush("orders", "b");
	expect(await listsOf(connection)).toMatchObject([{ lag: { n: 1 } }]);
});
