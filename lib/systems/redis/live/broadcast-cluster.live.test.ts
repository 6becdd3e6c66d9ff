// Is a channel that is heard on several nodes of a cluster one row, with all who listen to it?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { startCluster } from "#world/redis-cluster.ts";
import { openQuick, until } from "../for-tests/audience.ts";

const folder = await mkdtemp(join(tmpdir(), "tidemark-cluster-"));
const cluster = await startCluster({ folder });
afterAll(async () => {
	await cluster.stop();
	await rm(folder, { recursive: true, force: true });
});

async function listenAt(node: number, channel: string) {
	const client = new Redis(cluster.nodes[node]?.address ?? "");
	client.on("error", () => {});
	onTestFinished(() => client.disconnect());
	await client.subscribe(channel);
}

test("who listens on any node counts, and a look shows them all", async () => {
	for (const node of [0, 0, 1, 2]) await listenAt(node, "news");
	await listenAt(1, "news of one node");
	const connection = openQuick(cluster.nodes[1]?.address ?? "");
	const row = await until(
		connection,
		["pub/sub", "news"],
		(it) => it?.members?.registered === 4,
	);
	expect(row?.members?.live).toEqual({ n: 4, bound: "exact" });
	const { readings } = await connection.read();
	expect(
		readings.map(({ kind, members }) => [kind, members?.registered]).sort(),
	).toEqual([
		["pub/sub", 1],
		["pub/sub", 4],
		["subscribers", 5],
	]);
	const page = { part: "members", sort: "lag", offset: 1, limit: 3 } as const;
	const where = { broker: "b", kind: "pub/sub", channel: "news", group: null };
	const look = await connection.look(where, page);
	expect([look.total, look.members.length]).toEqual([5, 3]);
});
