// Does every name a Redis can hold lead from the board back to its own bytes?
import { expect, test } from "vitest";
import { idOf } from "#lib/core/subscription.ts";
import { openAt, ownRedis } from "../for-tests/own.ts";

const own = ownRedis();
const page = { part: "members", sort: "lag", offset: 0, limit: 10 } as const;

const names: readonly (readonly [string, Buffer])[] = [
	["nothing at all", Buffer.from("")],
	["a space", Buffer.from(" ")],
	["words and tabs", Buffer.from(" a  b\tc ")],
	["lines", Buffer.from("a\r\nb\n")],
	["colons", Buffer.from("a:b::c:")],
	["quotes and slashes", Buffer.from(`"'\`\\/\\\\`)],
	["emoji and Korean", Buffer.from("🌊 밀물 👩‍👩‍👧")],
	["a letter composed, and not", Buffer.from("é e\u0301")],
	["a zero byte", Buffer.from([0x61, 0x00, 0x62])],
	["bytes that are no text", Buffer.from([0xff, 0xfe, 0x00, 0x80])],
	["text that looks escaped", Buffer.from("a\\xffb\\\\xff")],
	["the mark of lost bytes", Buffer.from("a\ufffdb")],
	["the mark, and lost bytes", Buffer.from([0xef, 0xbf, 0xbd, 0xff])],
	["half a letter", Buffer.from("밀").subarray(0, 2)],
	["stars and brackets", Buffer.from("*?[a]{b}")],
	["what looks like a number", Buffer.from("007")],
	["a long one", Buffer.from("x".repeat(5000))],
];

test("each name of a key, a group and a member is its own subscription, and is found again by it", async () => {
	const { client } = own();
	// How many a member holds tells which one was found.
	for (const [i, [, name]] of names.entries()) {
		for (let n = 0; n <= i; n++) await client.xadd(name, "*", "n", n);
		await client.xgroup("CREATE", name, name, "0");
		await client.xreadgroup(
			...(["GROUP", name, name, "STREAMS", name, ">"] as const),
		);
	}
	const connection = openAt(own().world.address);
	const { readings, troubles } = await connection.read();
	expect(troubles).toEqual([]);
	expect(readings).toHaveLength(names.length);
	const ids = readings.map((it) => idOf({ broker: "b", ...it }));
	expect(new Set(ids).size).toBe(names.length);
	const shown = new Map<number, string>();
	for (const { kind, channel, group, holding, lag } of readings) {
		expect(lag).toEqual({ n: 0, bound: "exact" });
		expect(channel).toBe(group);
		const where = { broker: "b", kind, channel, group };
		const { members } = await connection.look(where, page);
		expect(members).toMatchObject([{ name: channel, holding }]);
		shown.set((holding ?? 0) - 1, channel);
	}
	for (const [i, [, name]] of names.entries()) {
		const text = name.toString();
		const isText =
			Buffer.from(text).equals(name) && !/\\x[0-9a-f]{2}/.test(text);
		if (isText) expect(shown.get(i)).toBe(text);
		else expect(shown.get(i)).toMatch(/\\/);
	}
});
