// Does it make no difference which protocol is spoken, and does each database answer for itself?
import { expect, onTestFinished, test } from "vitest";
import { startRedis } from "#world/redis.ts";
import { parseAddress } from "../../address.ts";
import { openAt, ownRedis } from "../for-tests/own.ts";
import { redis } from "../index.ts";

const own = ownRedis();

function openIn(protocol: string, text = own().world.address) {
	const address = parseAddress(text);
	if (!address) throw new Error("No address");
	const settings = redis.settings(() => null).parse({ protocol });
	const connection = redis.open({
		...{ broker: "b", address, settings, deadlineMs: 5000 },
	});
	onTestFinished(() => connection.close());
	return connection;
}

async function spoken() {
	const list = String(await own().client.call("CLIENT", "LIST"));
	const ours = list.split("\n").filter((it) => it.includes("name=tidemark"));
	return ours.map((it) => /resp=(\d)/.exec(it)?.[1] ?? null);
}

const page = { part: "members", sort: "lag", offset: 0, limit: 9 } as const;

/** Unread, held, in the middle of a stream with holes, and no text. */
async function fill() {
	const { client } = own();
	const bytes = Buffer.from([0x6b, 0xff]);
	for (const key of ["unread", "held", "holes", bytes])
		for (let i = 0; i < 30; i++) await client.xadd(key, "*", "n", i);
	for (const key of ["unread", "held", bytes])
		await client.xgroup("CREATE", key, bytes, "0");
	const from = ["COUNT", 7, "STREAMS", "held", ">"] as const;
	await client.xreadgroup("GROUP", bytes, "a", ...from);
	const ids = (await client.xrange("holes", "-", "+")).map(([id]) => id);
	await client.xgroup("CREATE", "holes", "g", ids[9] ?? "");
	await client.xdel("holes", ids[19] ?? "");
}

test("both protocols give the same readings and looks", async () => {
	await fill();
	const [two, three] = [openIn("2"), openIn("3")];
	const all = [];
	for (const connection of [two, three]) {
		const { readings, complete } = await connection.read();
		expect({ complete, n: readings.length }).toEqual({ complete: true, n: 4 });
		const looks = [];
		for (const { kind, channel, group } of readings) {
			const at = { broker: "b", kind, channel, group };
			const { members } = await connection.look(at, page);
			looks.push(members.map(({ name, holding }) => [name, holding]));
		}
		all.push({ readings: readings.map(timeless), looks });
	}
	expect(all[0]).toEqual(all[1]);
	// Servers before 7.0 do not tell.
	const told = await spoken();
	if (!own().version.startsWith("6.")) expect(told).toEqual(["2", "3"]);
});

const timeless = <T extends object>(reading: T) => ({
	...reading,
	...{ atMs: 0, oldestHeldMs: 0, timeLagMs: null },
});

test("a server that does not know how to ask for the newer protocol is read in the older one", async () => {
	const world = await startRedis({
		folder: `${own().world.folder}/old`,
		settings: ["--rename-command", "HELLO", ""],
	});
	onTestFinished(() => world.stop());
	const { complete, version } = await openAt(world.address).read();
	expect({ complete, version }).toEqual({
		...{ complete: true, version: own().version },
	});
});

test("each of the sixteen databases answers for itself", async () => {
	const { client, world } = own();
	for (let db = 0; db < 16; db++) {
		await client.select(db);
		await client.xgroup("CREATE", `of ${db}`, "g", "0", "MKSTREAM");
	}
	await client.select(0);
	for (let db = 0; db < 16; db++)
		for (const protocol of ["2", "3"]) {
			const text = `${world.address}/${db}`;
			const { readings, complete } = await openIn(protocol, text).read();
			expect([complete, readings.map((it) => it.channel)]).toEqual([
				...[true, [`of ${db}`]],
			]);
		}
});

test("a protocol that there is not is a mistake", () => {
	expect(() => openIn("4")).toThrow("write 2 or 3");
});
