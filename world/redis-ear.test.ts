// Is each command counted once, however many come at once?
import { expect, test } from "vitest";
import { newRedisEar } from "./redis-ear.ts";

const said = (...words: readonly string[]): string =>
	[
		`*${words.length}`,
		...words.flatMap((it) => [`$${it.length}`, it]),
		"",
	].join("\r\n");

test("commands are counted by name, and what they say is none", () => {
	const ear = newRedisEar();
	const { client } = ear.listen();
	const piece = Buffer.from(
		[
			...[said("PING"), said("ping"), said("XINFO", "GROUPS", "orders")],
			...[said("XADD", "keys", "*", "n", "1"), said("GET", "*2")],
		].join(""),
	);
	expect(client(piece)).toBe(piece);
	client(Buffer.from(said("PING")));
	expect(Object.fromEntries(ear.asked)).toEqual({
		...{ ping: 3, xinfo: 1, xadd: 1, get: 1 },
	});
});
