// T6, T23: does what is done to a name reach exactly its bytes, whatever they look like, and is no name ever a command?
import type { Redis } from "ioredis";
import { expect, test } from "vitest";
import type { Reading } from "#lib/core/reading.ts";
import { cleanUpsOf, courseOf } from "../for-tests/cleaning.ts";
import { openAt, ownRedis } from "../for-tests/own.ts";

const own = ownRedis();

/** Each beside one that a careless program would take for it. */
const pairs: readonly (readonly [string, Buffer, Buffer])[] = [
	[
		"turned around",
		Buffer.from("pay\u202egpj.exe"),
		Buffer.from("pay\\u202egpj.exe"),
	],
	["of no width", Buffer.from("pay\u200bments"), Buffer.from("payments")],
	["marked", Buffer.from("\ufeffpay"), Buffer.from("pay")],
	["no text", Buffer.from([0xff, 0xfe, 0x80]), Buffer.from("\\xff\\xfe\\x80")],
	["half a letter", Buffer.from("밀").subarray(0, 2), Buffer.from("\ufffd")],
	["composed", Buffer.from("\u00e9"), Buffer.from("e\u0301")],
	[
		"lines",
		Buffer.from("a\r\nFLUSHALL\r\n"),
		Buffer.from("a\\r\\nFLUSHALL\\r\\n"),
	],
	["a zero", Buffer.from("a\0b"), Buffer.from("a")],
	["64 kB", Buffer.alloc(65_536, "x"), Buffer.alloc(65_535, "x")],
	["a place in a cluster", Buffer.from("{tag}orders"), Buffer.from("tag")],
	["an option", Buffer.from("-COUNT"), Buffer.from("COUNT")],
	["quotes", Buffer.from(`"'\`); FLUSHALL --`), Buffer.from("FLUSHALL")],
	[
		"a script",
		Buffer.from("]] redis.call('FLUSHALL') --"),
		Buffer.from("KEYS[1]"),
	],
	["a pattern", Buffer.from("*"), Buffer.from("?")],
	["nothing", Buffer.from(""), Buffer.from(" ")],
];
const names = pairs.flatMap(([, name, like]) => [name, like]);

/** How many each holds, by its bytes; null where its member is gone. */
async function heldBy(client: Redis): Promise<Map<string, number | null>> {
	const held = new Map<string, number | null>();
	for (const name of names) {
		const members = await client.callBuffer("XINFO", "CONSUMERS", name, name);
		const [one] = Array.isArray(members) ? members : [];
		held.set(name.toString("hex"), one === undefined ? null : Number(one[3]));
	}
	return held;
}

test("T6: each name of 30 is acted on under what is shown of it, and nothing else is touched", async () => {
	const { client, world } = own();
	for (const [n, name] of names.entries()) {
		await client.xgroup("CREATE", name, name, "0", "MKSTREAM");
		// How many are held tells in the readings which name is which.
		for (let held = 0; held <= n; held++) await client.xadd(name, "*", "n", n);
		await client.xreadgroup(
			...(["GROUP", name, name, "STREAMS", name, ">"] as const),
		);
	}
	const connection = openAt(world.address);
	const { readings } = await connection.read();
	const shown = new Map<number, Reading>(
		readings.map((reading) => [(reading.holding ?? 0) - 1, reading]),
	);
	expect(shown.size).toBe(names.length);
	const texts = new Set(readings.map(({ channel }) => channel));
	expect(texts.size).toBe(names.length);
	const expected = await heldBy(client);
	const { plan, apply } = cleanUpsOf(connection);
	for (const [n, name] of names.entries()) {
		if (n % 2 === 1) continue;
		const reading = shown.get(n);
		if (reading === undefined) throw new Error(`${n} was not read`);
		const { kind, channel, group } = reading;
		// As a store and a browser give it back.
		const where = JSON.parse(
			JSON.stringify({ broker: "b", kind, channel, group }),
		);
		const drawn = await plan(
			where,
			{
				...{ action: "reclaim", members: [channel], stuck: false },
				...{ idleMinMs: 0, deliveriesMin: 1, fate: "acknowledge", to: null },
				remove: true,
			},
			null,
		);
		expect([n, drawn.refusal, drawn.messages.n]).toEqual([n, null, n + 1]);
		const outcome = await apply(
			...[where, JSON.parse(JSON.stringify(drawn)), courseOf().course],
		);
		expect([n, outcome.ending]).toEqual([n, "done"]);
		expected.set(name.toString("hex"), null);
		expect(await heldBy(client)).toEqual(expected);
	}
	expect(await client.dbsize()).toBe(names.length);
	await connection.close();
});
