// Does the documented viewer see everything, and is each missing right told?
import { expect, test } from "vitest";
import { openAt, ownRedis } from "../for-tests/own.ts";
import { readsKeys, viewerOf } from "../for-tests/viewer.ts";

const own = ownRedis();
const open = (text = own().world.address) => openAt(text);

const at = (user: string) => own().world.address.replace("//", `//${user}@`);

async function stream(key: string) {
	await own().client.xadd(key, "*", "n", 1);
	await own().client.xgroup("CREATE", key, "g", "0");
}

test("the rights our documents ask for are enough to read and to look", async () => {
	await stream("counted");
	for (let i = 0; i < 4; i++) await own().client.xadd("counted", "*", "n", i);
	const [, second, third] = (
		await own().client.xrange("counted", "-", "+")
	).map(([id]) => id);
	await own().client.xgroup("CREATE", "counted", "mid", second ?? "");
	await own().client.xdel("counted", third ?? "");
	await own().client.xreadgroup(
		"GROUP",
		"g",
		"a",
		"COUNT",
		1,
		"STREAMS",
		"counted",
		">",
	);
	await own().client.call(
		"ACL",
		"SETUSER",
		"viewer",
		...viewerOf(own().version),
	);
	const connection = open(at("viewer:pass"));
	const { readings, complete } = await connection.read();
	expect(complete).toBe(true);
	expect(readings).toMatchObject([
		{ group: "g", trouble: null, holding: 1, deliveriesMax: 1 },
		{ group: "mid", trouble: null, lag: { n: 2, bound: "exact" } },
	]);
	const page = { part: "members", sort: "lag", offset: 0, limit: 10 } as const;
	const where = { broker: "b", kind: "stream", channel: "counted", group: "g" };
	expect((await connection.look(where, page)).total).toBe(1);
});

test("a stream that may not be read blanks only its own rows", async () => {
	await stream("open:a");
	await stream("closed:b");
	await own().client.call(
		"ACL",
		...["SETUSER", "viewer", "reset", "on", ">pass"],
		readsKeys(own().version, "open:*"),
		...["+@all", "-@dangerous", "+info"],
	);
	const { readings } = await open(at("viewer:pass")).read();
	const sorted = readings.toSorted((a, b) => (a.channel > b.channel ? -1 : 1));
	expect(sorted).toMatchObject([
		{ channel: "open:a", group: "g", trouble: null },
		{ channel: "closed:b", group: null, trouble: { code: "not allowed" } },
	]);
});

test("a refused sign-in is not tried again with every tick", async () => {
	const count = async () =>
		/cmdstat_hello:calls=\d+/.exec(
			await own().client.info("commandstats"),
		)?.[0];
	const connection = open(at("nobody:wrong"));
	const refusal = { trouble: { code: "sign-in refused" } };
	await expect(connection.read()).rejects.toMatchObject(refusal);
	const before = await count();
	for (let i = 0; i < 5; i++)
		await expect(connection.read()).rejects.toMatchObject(refusal);
	expect(await count()).toBe(before);
});

test("a database that is not there is not silently another one", async () => {
	await stream("in database zero");
	const connection = open(`${own().world.address}/9999`);
	for (let i = 0; i < 2; i++)
		await expect(connection.read()).rejects.toMatchObject({
			trouble: {
				code: "no such database",
				detail: expect.stringContaining("out of range"),
			},
		});
});

test("one database is not another", async () => {
	await stream("in database zero");
	expect((await open(`${own().world.address}/3`).read()).readings).toEqual([]);
});
