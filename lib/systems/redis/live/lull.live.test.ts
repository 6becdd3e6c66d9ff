// Is whatever changes a stream seen in the next tick, though a tick before which nothing was written asks no stream?
import { setTimeout as pause } from "node:timers/promises";
import type { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import type { Reading } from "#lib/core/reading.ts";
import type { Connection } from "#lib/systems/system.ts";
import { eventually } from "#world/eventually.ts";
import { openAt, ownRedis } from "../for-tests/own.ts";

const own = ownRedis();

/** Ten entries, of which one group has read six and holds four, and another has read none. */
async function fill(client: Redis) {
	for (let i = 1; i <= 10; i++) await client.xadd("s", `${i}-0`, "n", i);
	await client.xgroup("CREATE", "s", "half", "0");
	await client.xgroup("CREATE", "s", "none", "0");
	await client.call(
		...(["XREADGROUP", "GROUP", "half", "a", "COUNT", "6"] as const),
		...(["STREAMS", "s", ">"] as const),
	);
	await client.xack("s", "half", "1-0", "2-0");
}

const shownBy = ({ readings }: { readings: readonly Reading[] }) =>
	readings
		.filter(({ channel }) => channel === "s")
		.map(({ group, lag, holding, members }) =>
			[group, lag?.bound, lag?.n, holding, members?.registered].join(" "),
		)
		.sort();

const read = async (connection: Connection) => shownBy(await connection.read());

/** Until nothing is news any more. */
async function settled(connection: Connection): Promise<readonly string[]> {
	await connection.read();
	await connection.read();
	return read(connection);
}

const changes: readonly (readonly [string, ...(string | number)[]])[] = [
	["XADD", "s", "11-0", "n", 11],
	["XREADGROUP", "GROUP", "half", "a", "COUNT", 1, "STREAMS", "s", ">"],
	["XREADGROUP", "GROUP", "half", "new", "COUNT", 1, "STREAMS", "s", ">"],
	["XACK", "s", "half", "3-0"],
	["XDEL", "s", "10-0"],
	["XTRIM", "s", "MAXLEN", 2],
	["XCLAIM", "s", "half", "other", 0, "3-0"],
	["XAUTOCLAIM", "s", "half", "other", 0, "0"],
	["XGROUP", "CREATE", "s", "third", "$"],
	["XGROUP", "CREATECONSUMER", "s", "half", "idle"],
	["XGROUP", "DELCONSUMER", "s", "half", "a"],
	["XGROUP", "SETID", "s", "none", "5-0"],
	["XGROUP", "DESTROY", "s", "none"],
	["DEL", "s"],
	["UNLINK", "s"],
	["RENAME", "s", "t"],
	["SET", "s", "text"],
	["FLUSHALL"],
	["FLUSHDB", "ASYNC"],
	["EVAL", "redis.call('XADD', KEYS[1], '12-0', 'n', 12)", 1, "s"],
];

test.each(changes.map((command) => [command.join(" "), command] as const))(
	"%s is seen in the next tick",
	async (_, [name, ...args]) => {
		const { client } = own();
		await fill(client);
		const connection = openAt(own().world.address);
		const before = await settled(connection);
		await client.call(name, ...args);
		expect(await read(connection)).not.toEqual(before);
		expect(await settled(connection)).toEqual(
			await settled(openAt(own().world.address)),
		);
	},
);

test("a reader that was waiting when a message came is seen to hold it", async () => {
	const { client } = own();
	await fill(client);
	await client.xgroup("SETID", "s", "none", "$");
	const connection = openAt(own().world.address);
	const waiting = client.duplicate();
	onTestFinished(() => waiting.disconnect());
	const reader = ["XREADGROUP", "GROUP", "none", "waits", "BLOCK", 0] as const;
	const served = waiting.call(...reader, "STREAMS", "s", ">");
	await eventually(
		async () =>
			/blocked_clients:1/.test(await client.info("clients")) || undefined,
		5_000,
	);
	await settled(connection);
	await client.xadd("s", "20-0", "n", 20);
	await served;
	expect(await read(connection)).toContain("none exact 0 1 1");
});

test("a stream whose time is over is gone in the next tick", async () => {
	const { client } = own();
	await fill(client);
	const connection = openAt(own().world.address);
	await client.pexpire("s", 300);
	expect(await settled(connection)).toHaveLength(2);
	await eventually(
		async () => ((await read(connection)).length === 0 ? true : undefined),
		5_000,
	);
});

test("a stream that had to make room is gone in the next tick", async () => {
	const { client } = own();
	await fill(client);
	const connection = openAt(own().world.address);
	expect(await settled(connection)).toHaveLength(2);
	onTestFinished(async () => {
		await client.config("SET", "maxmemory", 0);
	});
	await client.config("SET", "maxmemory-policy", "allkeys-random");
	await client.config("SET", "maxmemory", 1);
	await eventually(
		async () => ((await client.dbsize()) === 0 ? true : undefined),
		5_000,
	);
	expect(await read(connection)).toEqual([]);
});

test("a save between two ticks hides nothing that was written around it", async () => {
	const { client } = own();
	await fill(client);
	const connection = openAt(own().world.address);
	await client.save();
	await client.xadd("s", "30-0", "n", 30);
	const before = await settled(connection);
	// The same number of changes since the last save, in another second.
	await pause(1_100);
	await client.save();
	await client.xack("s", "half", "3-0");
	expect(await read(connection)).not.toEqual(before);
});
