// Does the lag agree with a count made outside, whatever was added, deleted, trimmed, read or set?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { type RedisWorld, startRedis } from "#world/redis.ts";
import { parseAddress } from "../../address.ts";
import { redis } from "../index.ts";

let folder: string;
let world: RedisWorld;
let client: Redis;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "tidemark-lag-"));
	world = await startRedis({ folder, settings: ["--appendonly", "no"] });
	client = new Redis(world.address);
});
afterAll(async () => {
	client.disconnect();
	await world.stop();
	await rm(folder, { recursive: true, force: true });
});

/** The same for the same seed: a failure names the seed that repeats it. */
function diceOf(seed: number) {
	let state = seed * 7919;
	return (sides: number) => {
		state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
		return (state >> 8) % sides;
	};
}

const key = "churn";
const groups = ["from-start", "from-end"];

async function make() {
	await client.del(key);
	await client.xgroup("CREATE", key, "from-start", "0", "MKSTREAM");
	await client.xgroup("CREATE", key, "from-end", "$");
}

async function churn(roll: (sides: number) => number) {
	const group = groups[roll(2)] ?? "";
	const ids = (await client.xrange(key, "-", "+")).map(([id]) => id);
	const some = ids[roll(Math.max(ids.length, 1))] ?? "0-0";
	const act = roll(24);
	if (act < 8)
		for (let i = roll(act === 0 ? 120 : 8); i > 0; i--)
			await client.xadd(key, "*", "n", i);
	else if (act < 16)
		await client.xreadgroup(
			...(["GROUP", group, "reader", "COUNT"] as const),
			1 + roll(act === 8 ? 500 : 6),
			...(["NOACK", "STREAMS", key, ">"] as const),
		);
	else if (act < 18) await client.xdel(key, some);
	else if (act < 20) await client.xtrim(key, "MAXLEN", roll(200));
	else if (act === 20) await client.xgroup("SETID", key, group, some);
	else if (act === 21 && roll(6) === 0) await make();
}

async function unreadBy(group: string): Promise<number> {
	const all = await client.xinfo("GROUPS", key);
	const mine = (Array.isArray(all) ? all : []).find((it) => it[1] === group);
	const at = mine?.indexOf("last-delivered-id") ?? -1;
	return (await client.xrange(key, `(${mine?.[at + 1]}`, "+")).length;
}

test.each([1, 2, 3, 135])(
	"whatever is added, read, deleted, trimmed or set back, no lag is wrong (seed %i)",
	async (seed) => {
		const address = parseAddress(world.address);
		if (!address) throw new Error("The world gives no address");
		await make();
		const connection = redis.open({ broker: "b", address, deadlineMs: 5000 });
		onTestFinished(() => connection.close());
		const roll = diceOf(seed);
		let exact = 0;
		for (let step = 0; step < 250; step++) {
			for (let i = roll(3); i >= 0; i--) await churn(roll);
			for (const reading of (await connection.read()).readings) {
				const { lag, group } = reading;
				const unread = await unreadBy(group ?? "");
				const told = `step ${step} ${group} ${lag?.bound}`;
				if (lag?.bound === "exact")
					expect([told, lag.n]).toEqual([told, unread]);
				else expect(lag?.n, told).toBeLessThanOrEqual(unread);
				if (lag?.bound === "exact") exact++;
			}
		}
		expect(exact).toBeGreaterThan(250);
	},
);

/** Before 7.0 nothing counts how many were added. */
const countsNothing = async () =>
	/^redis_version:6\./m.test(await client.info("server"));

test("a reader that goes on between two looks while trimming passes it lost exactly what it had not read, or nobody knows", async () => {
	const address = parseAddress(world.address);
	if (!address) throw new Error("The world gives no address");
	const stream = "passed";
	const add = async (entries: number) => {
		for (let i = 0; i < entries; i++) await client.xadd(stream, "*", "n", i);
	};
	const take = (entries: number) =>
		client.xreadgroup(
			...(["GROUP", "g", "reader", "COUNT", entries] as const),
			...(["NOACK", "STREAMS", stream, ">"] as const),
		);
	await client.xgroup("CREATE", stream, "g", "0", "MKSTREAM");
	const connection = redis.open({ broker: "b", address, deadlineMs: 5000 });
	onTestFinished(() => connection.close());
	const lost = async () => {
		const { readings } = await connection.read();
		return readings.find(({ channel }) => channel === stream)?.lost;
	};
	await add(3);
	await take(3);
	expect(await lost()).toBe(0);
	await add(10);
	await take(5);
	expect(await lost()).toBe(0);
	await take(1);
	await client.xtrim(stream, "MAXLEN", 2);
	expect(await lost()).toBe((await countsNothing()) ? null : 2);
	await take(1);
	await add(6);
	await client.xtrim(stream, "MAXLEN", 1);
	await take(10);
	expect(await lost()).toBe(0);
});
