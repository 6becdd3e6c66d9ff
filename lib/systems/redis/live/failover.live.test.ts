// Is a failover followed that Sentinel decides, and are writes that it lost said to be lost, without an alarm?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { type RedisSet, startSentinelSet } from "#world/redis-sentinel.ts";
import { boardOf, notesIn } from "../for-tests/board.ts";
import { openAt } from "../for-tests/own.ts";

let folder = "";
let set: RedisSet;
let client: Redis;
let copy: Redis;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "tidemark-failover-"));
	set = await startSentinelSet({ folder, silentMs: 4000 });
	client = new Redis(set.servers[0]?.address ?? "");
	copy = new Redis(set.servers[1]?.address ?? "");
	for (const one of [client, copy]) one.on("error", () => {});
});
afterEach(async () => {
	client.disconnect();
	copy.disconnect();
	await set.stop();
	await rm(folder, { recursive: true, force: true });
});

async function fill(messages: number) {
	for (let i = 0; i < messages; i++)
		await client.call("XADD", "orders", "*", "n", i);
}

test("what a failover lost is said by how many, the new original is read, and the old one is no longer believed", async () => {
	await fill(10);
	await client.call("XGROUP", "CREATE", "orders", "billing", "$");
	await eventually(async () => {
		const groups: unknown = await copy.call("XINFO", "GROUPS", "orders");
		return (Array.isArray(groups) && groups.length === 1) || undefined;
	}, 20_000);
	const board = boardOf(openAt(set.address));
	const before = await board();
	expect(before.version).toMatch(/ · Sentinel$/);
	expect(before.said).toEqual(["billing healthy: Caught up"]);
	// The copy is kept out, while Sentinel sees nothing wrong with the original.
	await client.call("ACL", "SETUSER", "default", "-psync", "-sync");
	await client.call("CLIENT", "KILL", "TYPE", "replica");
	await fill(7);
	const from = ["COUNT", 100, "NOACK", "STREAMS", "orders", ">"] as const;
	await client.call("xreadgroup", "GROUP", "billing", "one", ...from);
	expect((await board()).said).toEqual(["billing healthy: Caught up"]);
	const [first, second] = set.servers;
	first?.freeze();
	await eventually(
		async () => (await set.original()) === second?.port || undefined,
		45_000,
	);
	const after = await eventually(board, 15_000);
	expect(after.said).toEqual([
		"billing unknown: The server fell back to an older state: judged from now on",
	]);
	expect(notesIn(after)[0]?.replaceAll("\u00a0", " ")).toContain(
		"knows 7 messages fewer",
	);
	expect(after.readings).toMatchObject([{ lag: { n: 0 }, lost: 0 }]);
	// Awake again it still takes itself for the original, and knows more.
	first?.thaw();
	for (let i = 0; i < 10; i++)
		expect((await board()).readings[0]?.arrived).toBe(10);
	await copy.call("XADD", "orders", "*", "n", 1);
	expect((await board()).readings).toMatchObject([
		{ lag: { n: 1 }, arrived: 11 },
	]);
}, 120_000);
