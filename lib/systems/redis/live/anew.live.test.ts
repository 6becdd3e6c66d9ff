// Is a server that was started again, emptied or replaced, or a stream made again, judged anew: without an alarm, without a negative pace?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { startChaos } from "#world/chaos.ts";
import { eventually } from "#world/eventually.ts";
import { startRedis } from "#world/redis.ts";
import { boardOf, notesIn } from "../for-tests/board.ts";
import { openAt, ownRedis } from "../for-tests/own.ts";

const own = ownRedis({ settings: ["--appendfsync", "always"] });

/** Ten messages: one group has read all, the other four. */
async function fill(client: Redis, messages = 10, key = "orders") {
	for (let i = 0; i < messages; i++) await client.xadd(key, "*", "n", i);
	for (const [group, count] of [
		["all", messages],
		["some", 4],
	] as const) {
		await client.xgroup("CREATE", key, group, "0");
		await client.xreadgroup(
			...(["GROUP", group, "one", "COUNT", count, "NOACK"] as const),
			...(["STREAMS", key, ">"] as const),
		);
	}
}

const both = (why: string) =>
	["all", "some"].map(
		(group) => `${group} unknown: ${why}: judged from now on`,
	);
const usual = [
	"all healthy: Caught up",
	expect.stringMatching(/^some unknown: Only \d.readings? so far$/),
];

test("a server that was started again is judged anew for one tick", async () => {
	await fill(own().client);
	const board = boardOf(openAt(own().world.address));
	expect((await board()).said).toEqual(usual);
	await own().world.restart();
	const after = await eventually(board, 15_000);
	expect(after.said).toEqual(both("The server was started again"));
	expect(notesIn(after)).toEqual([]);
	expect((await board()).said).toEqual(usual);
});

test("a stream deleted and made again between two ticks is said to be, and noted", async () => {
	const { client } = own();
	await fill(client);
	const board = boardOf(openAt(own().world.address));
	await board();
	await client.del("orders");
	await fill(client, 6);
	const after = await board();
	expect(after.said).toEqual(both("Deleted and made again"));
	expect(after.readings).toMatchObject([
		{ lag: { n: 0 }, lost: 0 },
		{ lag: { n: 2 }, lost: 0 },
	]);
	const next = await board();
	expect(next.said).toEqual(usual);
	expect(notesIn(next)[0]).toContain("deleted and made again");
});

test.each(["FLUSHALL", "FLUSHDB"])(
	"what %s removed is gone, and what is made again under its name is not what it was",
	async (emptying) => {
		const { client } = own();
		await fill(client);
		const board = boardOf(openAt(own().world.address));
		await board();
		await client.call(emptying);
		const { readings, gone } = await board();
		expect(readings).toEqual([]);
		expect(gone).toMatchObject([
			{ channel: "orders", group: "all", why: "channel deleted" },
			{ channel: "orders", group: "some", why: "channel deleted" },
			{ channel: "orders", group: null },
		]);
		await fill(client, 5);
		const after = await eventually(async () => {
			const it = await board();
			return it.readings.length > 0 ? it : undefined;
		}, 15_000);
		expect(after.said).toEqual(both("Deleted and made again"));
	},
);

test("a server that took over without the last messages fell back, by how many", async () => {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-second-"));
	const { world, client } = own();
	const from = ["--replicaof", `127.0.0.1 ${world.port}`];
	const second = await startRedis({ folder, settings: from });
	const copy = new Redis(second.address);
	onTestFinished(async () => {
		copy.disconnect();
		await second.stop();
		await rm(folder, { recursive: true, force: true });
	});
	await fill(client);
	await eventually(
		async () => (await copy.xlen("orders")) === 10 || undefined,
		20_000,
	);
	await eventually(
		async () =>
			String(await copy.xinfo("GROUPS", "orders")) ===
				String(await client.xinfo("GROUPS", "orders")) || undefined,
		20_000,
	);
	await copy.call("REPLICAOF", "NO", "ONE");
	for (let i = 0; i < 7; i++) await client.xadd("orders", "*", "n", i);
	const to = { port: world.port };
	const chaos = await startChaos(to);
	onTestFinished(() => chaos.close());
	const board = boardOf(openAt(`redis://127.0.0.1:${chaos.port}`));
	await board();
	to.port = second.port;
	chaos.reset();
	const after = await eventually(board, 10_000);
	expect(after.said).toEqual(both("The server fell back to an older state"));
	expect(after.readings).toMatchObject([
		{ lag: { n: 0 }, lost: 0 },
		{ lag: { n: 6 }, lost: 0 },
	]);
	expect(notesIn(after)[0]?.replaceAll("\u00a0", " ")).toContain(
		"knows 7 messages fewer",
	);
	expect((await board()).said).toEqual(usual);
});

test.each([
	[
		"positions set back",
		async (client: Redis) =>
			void (await client.xgroup("SETID", "orders", "all", "0")),
	],
	[
		"a group destroyed and made again",
		async (client: Redis) => {
			await client.xgroup("DESTROY", "orders", "all");
			await client.xgroup("CREATE", "orders", "all", "0");
		},
	],
])("%s: that group alone is judged anew", async (_, act) => {
	const { client } = own();
	await fill(client);
	const board = boardOf(openAt(own().world.address));
	await board();
	await act(client);
	const after = await board();
	expect(after.said).toEqual([
		"all unknown: Positions were set back: judged from now on",
		usual[1],
	]);
	expect(after.readings[0]).toMatchObject({ lag: { n: 10 } });
	expect(notesIn(after)).toEqual([
		"Somebody set its positions back, or made the group again",
	]);
});

test("a group that was destroyed is gone because somebody deleted it; a key of another type took its stream with it", async () => {
	const { client } = own();
	await fill(client);
	const board = boardOf(openAt(own().world.address));
	await board();
	await client.xgroup("DESTROY", "orders", "all");
	expect((await board()).gone).toEqual([
		{ kind: "stream", channel: "orders", group: "all", why: "deleted" },
	]);
	await client.set("orders", "text");
	const { gone, readings } = await board();
	expect(readings).toEqual([]);
	expect(gone).toContainEqual({
		...{ kind: "stream", channel: "orders", group: "some" },
		why: "channel deleted",
	});
});
