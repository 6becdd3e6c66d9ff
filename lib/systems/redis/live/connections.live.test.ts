// Is it told how many clients a server has and allows, and nothing where that may not be asked?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { startRedis } from "#world/redis.ts";
import { openAt, ownRedis } from "../for-tests/own.ts";

const own = ownRedis({ settings: ["--maxclients", "321"] });

/** As a connection says it that comes anew: the server as a whole is asked four times a minute. */
async function told(who = "") {
	const connection = openAt(own().world.address.replace("://", `://${who}`));
	const { connections } = await connection.read();
	await connection.close();
	return connections;
}

test("each client that comes counts, and the limit is the server's own", async () => {
	const before = (await told())?.open ?? 0;
	expect(before).toBeGreaterThanOrEqual(2);
	for (let i = 0; i < 5; i++) {
		const client = new Redis(own().world.address);
		onTestFinished(() => client.disconnect());
		await client.ping();
	}
	// The server may not have seen yet that the one before left.
	const now = await eventually(async () => {
		const it = await told();
		return it?.open === before + 5 ? it : undefined;
	}, 5000);
	expect(now.most).toBe(321);
});

test("a replica counts as well: as many are told as the server has against its limit", async () => {
	const { world, client } = own();
	const folder = await mkdtemp(join(tmpdir(), "tidemark-replica-"));
	const settings = ["--replicaof", `127.0.0.1 ${world.port}`];
	const replica = await startRedis({ folder, settings });
	onTestFinished(async () => {
		await replica.stop();
		await rm(folder, { recursive: true, force: true });
	});
	await eventually(async () => {
		// Each asks as soon as it comes, and is one of them.
		const { connections } = await openAt(world.address).read();
		const all = String(await client.client("LIST"))
			.trim()
			.split("\n");
		const isCopied = all.some((line) => / flags=S /.test(line));
		return (isCopied && connections?.open === all.length) || undefined;
	}, 20_000);
}, 60_000);

test("where INFO may not be asked neither is known, and neither is zero", async () => {
	await own().client.call(
		...(["ACL", "SETUSER", "mute", "reset", "on", ">secret"] as const),
		...(["~*", "&*", "+@all", "-info"] as const),
	);
	expect(await told("mute:secret@")).toEqual({ open: null, most: null });
});
