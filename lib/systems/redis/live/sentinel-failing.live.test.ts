// What is still known when those who watch over a set are away, keep to themselves, or were never asked to watch?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type RedisSet, startSentinelSet } from "#world/redis-sentinel.ts";
import { Secret } from "../../address.ts";
import {
	type Configured,
	nothingConfigured,
} from "../connection/configured.ts";
import { streamsOf } from "../for-tests/board.ts";
import { openAt } from "../for-tests/own.ts";

const password = "watch-word";
const settings = {
	...nothingConfigured,
	sentinel: { user: null, password: new Secret(password) },
};
let folder = "";
let set: RedisSet;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "tidemark-sentinel-"));
	const lines = [
		`requirepass ${password}`,
		`sentinel sentinel-pass ${password}`,
	];
	set = await startSentinelSet({ folder, silentMs: 600_000, lines, password });
	const client = new Redis(set.servers[0]?.address ?? "");
	await client.xgroup("CREATE", "orders", "billing", "0", "MKSTREAM");
	client.disconnect();
});
afterAll(async () => {
	await set.stop();
	await rm(folder, { recursive: true, force: true });
});
afterEach(() => {
	for (const one of set.sentinels) one.thaw();
});

const streamsAt = async (how: Configured) =>
	streamsOf(await openAt(set.address, how).read());

test("without the password of Sentinel nothing is read, and with it the servers ask for none", async () => {
	await expect(openAt(set.address).read()).rejects.toMatchObject({
		trouble: { code: "sign-in wanted", part: "Sentinel" },
	});
	const { readings, complete } = await streamsAt(settings);
	expect(complete).toBe(true);
	expect(readings).toMatchObject([{ channel: "orders", group: "billing" }]);
});

test("a set that is not watched over is no set", async () => {
	const address = set.address.replace("/mymaster", "/somebody");
	await expect(openAt(address, settings).read()).rejects.toMatchObject({
		trouble: { code: "no such set", detail: "somebody" },
	});
});

test("as long as one of them answers, nothing is missed", async () => {
	const connection = openAt(set.address, settings);
	await connection.read();
	for (const one of set.sentinels.slice(0, 2)) one.freeze();
	const { troubles, readings } = streamsOf(await connection.read());
	expect(troubles).toEqual([]);
	expect(readings).toHaveLength(1);
	const cold = await streamsAt(settings);
	expect(cold.readings).toHaveLength(1);
});

test("when none of them answers, the set is read where it was last, and that is said", async () => {
	const connection = openAt(set.address, settings);
	await connection.read();
	for (const one of set.sentinels) one.freeze();
	const { troubles, readings } = streamsOf(await connection.read());
	expect(readings).toHaveLength(1);
	expect(troubles).toMatchObject([{ code: "watchers silent" }]);
	await expect(openAt(set.address, settings).read()).rejects.toMatchObject({
		trouble: { code: "no answer" },
	});
});

test("a copy is read where the settings say so, and its original left in peace", async () => {
	const copies = { ...settings, readFrom: "replica" as const };
	const { troubles, readings } = await streamsAt(copies);
	expect(troubles).toEqual([]);
	expect(readings).toMatchObject([{ members: { registered: 0, live: null } }]);
});

test("an original at an address that is not listed is not dialled", async () => {
	const narrow = { ...settings, nodes: new Map() };
	const port = set.servers[0]?.port;
	await expect(openAt(set.address, narrow).read()).rejects.toMatchObject({
		trouble: { code: "address not listed", part: `127.0.0.1:${port}` },
	});
});
