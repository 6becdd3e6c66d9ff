// Is a plan believed that was drawn before another server took over? It is refused, and nothing is done at either.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterEach, beforeEach, expect, test } from "vitest";
import { reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import { eventually } from "#world/eventually.ts";
import { type RedisSet, startSentinelSet } from "#world/redis-sentinel.ts";
import {
	add,
	applied,
	held,
	openKnowing,
	picture,
	planned,
	take,
} from "../for-tests/cleaning.ts";

let folder = "";
let set: RedisSet;
let original: Redis;
let copy: Redis;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "tidemark-other-server-"));
	set = await startSentinelSet({ folder, silentMs: 4000 });
	original = new Redis(set.servers[0]?.address ?? "");
	copy = new Redis(set.servers[1]?.address ?? "");
	for (const one of [original, copy]) one.on("error", () => {});
});
afterEach(async () => {
	original.disconnect();
	copy.disconnect();
	await set.stop();
	await rm(folder, { recursive: true, force: true });
});

const wish = { ...reclaimAll, members: ["gone"], fate: "dead-letter" } as const;

test("a plan from before a failover is refused, by the new server and by the old one that still takes itself for it", async () => {
	await original.xgroup("CREATE", "orders", "billing", "0", "MKSTREAM");
	await add(original, 9);
	await take(original, "gone", 5);
	await eventually(
		async () => (await held(copy)).length === 5 || undefined,
		20_000,
	);
	const before = await picture(copy);
	const connection = openKnowing(set.address);
	const plan = await planned(connection, wish);
	expect(plan).toMatchObject({ refusal: null, messages: { n: 5 } });
	const [first, second] = set.servers;
	first?.freeze();
	await eventually(
		async () => (await set.original()) === second?.port || undefined,
		45_000,
	);
	const other = {
		...{ ending: "refused", messagesDone: 0, membersRemoved: 0 },
		refusals: [{ code: "other server" }],
	};
	const outcome = await eventually(async () => {
		const it = await applied(connection, plan);
		return it.ending === "failed" ? undefined : it;
	}, 20_000);
	expect(outcome).toMatchObject(other);
	expect(await picture(copy)).toBe(before);
	first?.thaw();
	expect(await applied(connection, plan)).toMatchObject(other);
	expect(await picture(copy)).toBe(before);
	const again = await planned(connection, wish);
	expect(await applied(connection, again)).toMatchObject({
		...{ ending: "done", messagesDone: 5, membersRemoved: 1 },
	});
	expect(await copy.xlen("orders:dead")).toBe(5);
}, 120_000);
