// Is a Redis read right that was killed, in which streams come and go, names are no text, and messages are handed on?
import { expect, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { openAt, ownRedis } from "../for-tests/own.ts";

const own = ownRedis();
const open = (text = own().world.address) => openAt(text);

async function stream(key: string | Buffer, group: string | Buffer = "g") {
	await own().client.xadd(key, "*", "n", 1);
	await own().client.xgroup("CREATE", key, group, "0");
}

test("a killed server is unreachable, and read again with what it knew once it is back", async () => {
	await stream("kept");
	const connection = open();
	const before = await connection.read();
	await eventually(async () => {
		const text = await own().client.info("persistence");
		return /aof_pending_bio_fsync:0/.test(text) || undefined;
	}, 5000);
	await own().world.kill();
	await expect(connection.read()).rejects.toMatchObject({
		trouble: { code: "unreachable" },
	});
	await own().world.restart();
	const after = await eventually(() => connection.read(), 15_000);
	const names = (it: typeof after) => it.readings.map(({ channel }) => channel);
	expect(names(after)).toEqual(names(before));
	expect(after.complete).toBe(true);
});

test("a new stream is in the next snapshot after a tick, and a deleted one is not", async () => {
	await stream("first");
	const connection = open();
	const { complete, version, readings } = await connection.read();
	expect({ complete, version }).toEqual({
		...{ complete: true, version: own().version },
	});
	expect(readings).toHaveLength(1);
	await stream("second");
	await own().client.del("first");
	await own().client.set("no stream", "1");
	const later = await eventually(async () => {
		const snapshot = await connection.read();
		return snapshot.readings.some((it) => it.channel === "second")
			? snapshot
			: undefined;
	}, 8000);
	expect(later.readings.map((it) => it.channel)).toEqual(["second"]);
});

test("keys and groups that are not text are read, shown escaped, and can be looked at", async () => {
	const [key, group] = [Buffer.from([0x6b, 0xff]), Buffer.from([0x67, 0xfe])];
	await stream(key, group);
	await own().client.xgroup(
		"CREATECONSUMER",
		key,
		group,
		Buffer.from([0x63, 0xfd]),
	);
	const connection = open();
	const { readings } = await connection.read();
	expect(readings).toMatchObject([
		{ channel: "k\\xff", group: "g\\xfe", lag: { n: 1, bound: "exact" } },
	]);
	const [reading] = readings;
	if (!reading) throw new Error("No reading");
	const page = { part: "members", sort: "lag", offset: 0, limit: 10 } as const;
	const look = await connection.look({ broker: "b", ...reading }, page);
	expect(look.members.map((it) => it.name)).toEqual(["c\\xfd"]);
	await expect(
		connection.look(
			{ broker: "b", ...reading },
			{ ...page, part: "partitions" },
		),
	).rejects.toMatchObject({ name: "Problem", code: "invalid" });
});

test("a stream without groups is listed and nothing is claimed of it; two that differ by a number are a family", async () => {
	await own().client.xadd("log:1", "*", "n", 1);
	await own().client.xadd("log:2", "*", "n", 1);
	const { readings } = await open().read();
	const [one] = readings;
	expect(readings).toHaveLength(2);
	expect(one).toMatchObject({ group: null, family: "log:*", trouble: null });
	expect(one).toMatchObject({ lag: null, members: null, holding: null });
});

test("what is held ages while it is handed on, and its deliveries are told", async () => {
	await stream("held");
	await own().client.xreadgroup("GROUP", "g", "a", "STREAMS", "held", ">");
	const connection = open();
	const [first] = (await connection.read()).readings;
	expect(first).toMatchObject({ holding: 1, deliveriesMax: 1 });
	const atMostOne = { n: 1, bound: "at most" };
	expect(first?.members).toMatchObject({ registered: 1, live: atMostOne });
	const firstMs = first?.oldestHeldMs ?? 0;
	const aged = await eventually(async () => {
		const [now] = (await connection.read()).readings;
		return (now?.oldestHeldMs ?? 0) > firstMs + 200 || undefined;
	}, 5000);
	expect(aged).toBe(true);
	await own().client.xadd("held", "*", "n", 2);
	await own().client.xautoclaim("held", "g", "b", 0, "0");
	await own().client.xreadgroup("GROUP", "g", "b", "STREAMS", "held", ">");
	const [last] = (await connection.read()).readings;
	expect(last).toMatchObject({ holding: 2, deliveriesMax: 2 });
	expect(last?.oldestHeldMs).toBeGreaterThan(firstMs + 200);
});
