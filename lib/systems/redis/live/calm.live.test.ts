// Is nothing changed by reading, and is nothing asked but what our documents ask the right for?
import { expect, test } from "vitest";
import { openAt, ownRedis } from "../for-tests/own.ts";
import { commandsOf } from "../for-tests/viewer.ts";

const own = ownRedis();

/** What the client says of itself when it connects needs no right. */
const greetings = ["hello", "auth", "client|setinfo"];

/** A stream of each kind there is: unread, held, blurred, trimmed unread, without a group; and keys that are none. */
async function fill() {
	const { client } = own();
	for (const key of ["unread", "held", "blurred", "trimmed", "alone"])
		for (let i = 0; i < 150; i++) await client.xadd(key, "*", "n", i);
	for (const key of ["unread", "held", "trimmed"])
		await client.xgroup("CREATE", key, "g", "0");
	const from = ["COUNT", 20, "STREAMS"] as const;
	for (const key of ["held", "trimmed"])
		await client.xreadgroup("GROUP", "g", "a", ...from, key, ">");
	await client.xtrim("trimmed", "MAXLEN", 50);
	const ids = (await client.xrange("blurred", "-", "+")).map(([id]) => id);
	await client.xgroup("CREATE", "blurred", "g", ids[9] ?? "");
	await client.xdel("blurred", ids[99] ?? "");
	await client.set("text", "1");
	await client.rpush("list", "1", "2");
}

async function everything() {
	const { client } = own();
	const keys = (await client.keys("*")).sort();
	const full = await Promise.all(
		keys.map((key) =>
			client
				.call("XINFO", "STREAM", key, "FULL", "COUNT", 0)
				.catch((error: Error) => error.message),
		),
	);
	const changes = /changes_since_last_save:\d+/.exec(await client.info());
	return JSON.stringify([keys, await client.dbsize(), full, changes?.[0]]);
}

test("ten readings and looks change nothing, and send only reading commands our documents name", async () => {
	await fill();
	const before = await everything();
	expect(before).toContain("changes_since_last_save");
	const { client, version } = own();
	await client.config("RESETSTAT");
	const connection = openAt(own().world.address);
	const page = { part: "members", sort: "lag", offset: 0, limit: 10 } as const;
	for (let i = 0; i < 10; i++) {
		const { readings } = await connection.read();
		expect(readings).toHaveLength(5);
		for (const { kind, channel, group } of readings)
			await connection.look({ broker: "b", kind, channel, group }, page);
	}
	const stats = await client.info("commandstats");
	expect(await everything()).toBe(before);
	const sent = Array.from(stats.matchAll(/^cmdstat_([^:]+)/gm), ([, it]) => it)
		.filter((it) => it !== undefined)
		.filter((it) => !/^config/.test(it));
	expect(sent).toEqual(expect.arrayContaining(["scan", "xlen", "xrange"]));
	const named = [...commandsOf(version), ...greetings];
	expect(sent.filter((it) => !isNamed(it, named))).toEqual([]);
	expect(await writing(sent)).toEqual([]);
});

/** A right to a command holds for all its parts, and servers before 7.0 count the parts together. */
const isNamed = (sent: string, named: readonly string[]) =>
	named.some((it) => it === sent || sent.startsWith(`${it}|`)) ||
	(own().version.startsWith("6.") && named.some((it) => it.startsWith(sent)));

async function writing(sent: readonly string[]) {
	const commands = sent.map((it) => it.split("|", 1)[0] ?? "");
	const rows = await own().client.call("COMMAND", "INFO", ...commands);
	if (!Array.isArray(rows)) throw new Error("No rows");
	return commands.filter((_, i) => rows[i][2].includes("write"));
}
