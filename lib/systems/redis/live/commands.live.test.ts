// Does the command that is copied from a row tell what the row tells, whatever the key is called?
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commandOf } from "#lib/core/command.ts";
import type { Reading } from "#lib/core/reading.ts";
import { listener, openQuick } from "../for-tests/audience.ts";
import { listsOf, openLists } from "../for-tests/jobs.ts";
import { ownRedis } from "../for-tests/own.ts";
import { redis } from "../index.ts";

const own = ownRedis();

/** What a terminal shows, without the marks of its types. */
function run({ kind, channel, group }: Reading): string[] {
	const { address, folder } = own().world;
	const words = redis.words.kinds[kind]?.command ?? [];
	const command = commandOf(words, { channel, group, address });
	if (command === null) throw new Error(`no command for ${channel}`);
	return execFileSync("sh", ["-c", command], { cwd: folder, encoding: "utf8" })
		.split("\n")
		.slice(0, -1);
}

const sumOf = (lines: readonly string[]) =>
	lines.reduce((sum, line) => sum + Number(line), 0);

const names = [
	...[
		"orders",
		"two words",
		"$(touch pwned)",
		"`touch pwned`",
		"; touch pwned",
	],
	...["it's", '"both"', "-h", "--eval", "밀물 🌊", "{orders}:in", "a\\b", "*"],
];

describe("a list", () => {
	test.each(names)("%j is counted, and nothing else is done", async (name) => {
		await own().client.rpush(name, "a", "b", "c");
		const [reading] = await listsOf(openLists(own(), null, [name]));
		expect(reading).toMatchObject({ channel: name, lag: { n: 3 } });
		expect(sumOf(run(reading as Reading))).toBe(3);
		expect(existsSync(join(own().world.folder, "pwned"))).toBe(false);
	});

	test("of BullMQ is counted where its jobs wait", async () => {
		const { client } = own();
		await client.hset("bull:thumbs:meta", "version", "bullmq");
		await client.xadd("bull:thumbs:events", "*", "event", "added");
		await client.lpush("bull:thumbs:wait", "1", "2");
		await client.zadd("bull:thumbs:prioritized", 1, "3");
		const [reading] = await listsOf(openLists(own(), null, []));
		expect(reading).toMatchObject({ channel: "bull:thumbs", lag: { n: 3 } });
		expect(sumOf(run(reading as Reading))).toBe(3);
	});
});

describe("pub/sub", () => {
	test.each(names)("how many listen to %j", async (name) => {
		await listener(own(), "subscribe", name);
		await listener(own(), "subscribe", name);
		const { readings } = await openQuick(own().world.address).read();
		const reading = readings.find(({ channel }) => channel === name);
		expect(reading?.members?.registered).toBe(2);
		expect(run(reading as Reading)).toEqual([name, "2"]);
		expect(existsSync(join(own().world.folder, "pwned"))).toBe(false);
	});

	test("how many listen to a sharded channel", async () => {
		await listener(own(), "ssubscribe", "shard");
		const { readings } = await openQuick(own().world.address).read();
		const reading = readings.find(({ channel }) => channel === "shard");
		expect(run(reading as Reading)).toEqual(["shard", "1"]);
	});

	test("who listens at all", async () => {
		await listener(own(), "psubscribe", "any*");
		await listener(own(), "subscribe", "one");
		const { readings } = await openQuick(own().world.address).read();
		const all = readings.find(({ kind }) => kind === "subscribers");
		const lines = run(all as Reading).filter((line) => line !== "");
		expect(lines).toHaveLength(2);
		expect(all?.members?.registered).toBe(2);
	});
});
