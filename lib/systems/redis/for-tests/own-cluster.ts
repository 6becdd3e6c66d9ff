// What does a test begin with that breaks a cluster, or moves its slots? A cluster of its own, with some streams on every node.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Cluster } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import {
	type ClusterOptions,
	type RedisCluster,
	startCluster,
} from "#world/redis-cluster.ts";

export type OwnCluster = RedisCluster & {
	/** Finds the right node for each key by itself. */
	readonly client: Cluster;
	/** Of all nodes, as an address names them. */
	readonly address: string;
};

/** One that is only read may serve all tests of a file; what a test has broken its second try must not find. */
export function ownCluster(
	serves: "each try" | "all tests",
	options: Omit<ClusterOptions, "folder"> = {},
): () => OwnCluster {
	let own: OwnCluster | undefined;
	let folder = "";
	const [before, after] =
		serves === "each try" ? [beforeEach, afterEach] : [beforeAll, afterAll];
	before(async () => {
		folder = await mkdtemp(join(tmpdir(), "tidemark-cluster-"));
		const cluster = await startCluster({ folder, ...options });
		const hosts = cluster.nodes.map(({ port }) => `127.0.0.1:${port}`);
		const client = new Cluster(cluster.nodes.map((node) => node.address));
		client.on("error", () => {});
		own = { ...cluster, client, address: `redis://${hosts.join(",")}` };
	});
	after(async () => {
		own?.client.disconnect();
		await own?.stop();
		own = undefined;
		await rm(folder, { recursive: true, force: true });
	});
	return () => {
		if (!own) throw new Error("asked for before the tests began");
		return own;
	};
}

/** A stream with one group, which has read none of its messages. */
export async function fill(
	client: Cluster,
	key: string,
	messages = 3,
): Promise<void> {
	for (let i = 0; i < messages; i++)
		await client.call("XADD", key, "*", "n", i);
	await client.call("XGROUP", "CREATE", key, "billing", "0");
}
