// How is a real cluster of Redis started, and its slots moved about?
import { join } from "node:path";
import { Redis } from "ioredis";
import { eventually } from "./eventually.ts";
import { freePorts } from "./ports.ts";
import { type RedisWorld, startRedis } from "./redis.ts";

export type ClusterNode = RedisWorld & {
	readonly client: Redis;
	/** Where the nodes speak to each other. */
	readonly busPort: number;
	readonly id: string;
};

export type RedisCluster = {
	/** Originals first, then the copies, each of the original at the same place in the row. */
	readonly nodes: readonly ClusterNode[];
	/** Of a node that has this key's slot, as the first node knows it. */
	ownerOf(key: string): Promise<ClusterNode>;
	stop(): Promise<void>;
};

export type ClusterOptions = {
	readonly folder: string;
	readonly originals?: number;
	/** Of each original. */
	readonly copies?: 0 | 1;
	/** For how long a node may be silent before the others call it failed. */
	readonly silentMs?: number;
	readonly settings?: readonly string[];
};

const slots = 16_384;

export async function startCluster(
	options: ClusterOptions,
): Promise<RedisCluster> {
	const { folder, originals = 3, copies = 0, silentMs = 60_000 } = options;
	const nodes: ClusterNode[] = [];
	const stop = async () => {
		for (const { client } of nodes) client.disconnect();
		await Promise.all(nodes.map((node) => node.stop()));
	};
	try {
		for (let i = 0; i < originals * (1 + copies); i++) {
			const [busPort = 0] = await freePorts(1);
			const world = await startRedis({
				folder: join(folder, `node-${i}`),
				settings: [
					...[
						"--cluster-enabled",
						"yes",
						"--cluster-config-file",
						"nodes.conf",
					],
					...["--cluster-port", String(busPort)],
					...["--cluster-node-timeout", String(silentMs)],
					...["--cluster-require-full-coverage", "no"],
					// A copy is not named before it has heard something of its original.
					...["--repl-ping-replica-period", "1"],
					...["--repl-diskless-sync-delay", "0"],
					...(options.settings ?? []),
				],
			});
			const client = new Redis(world.address);
			client.on("error", () => {});
			const id = String(await client.cluster("MYID"));
			nodes.push({ ...world, client, busPort, id });
		}
		await introduce(nodes, originals);
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		...{ nodes, stop },
		async ownerOf(key) {
			const [first] = nodes;
			const slot = Number(await first?.client.cluster("KEYSLOT", key));
			const port = await portOf(first?.client, slot);
			const owner = nodes.find((node) => node.port === port);
			if (!owner) throw new Error(`nobody has the slot of ${key}`);
			return owner;
		},
	};
}

async function portOf(client: Redis | undefined, slot: number) {
	const rows: unknown = await client?.cluster("SLOTS");
	for (const row of Array.isArray(rows) ? rows : [])
		if (row[0] <= slot && slot <= row[1]) return Number(row[2][1]);
	return null;
}

async function introduce(nodes: readonly ClusterNode[], originals: number) {
	const [first] = nodes;
	if (!first) return;
	const each = Math.ceil(slots / originals);
	for (const [i, { client, port, busPort }] of nodes.entries()) {
		await client.cluster("SET-CONFIG-EPOCH", i + 1);
		const [from, to] = [i * each, Math.min(slots, (i + 1) * each) - 1];
		if (i < originals) await client.call("CLUSTER", "ADDSLOTSRANGE", from, to);
		if (i > 0) await first.client.cluster("MEET", "127.0.0.1", port, busPort);
	}
	await eventually(async () => {
		const known = await Promise.all(nodes.map(({ client }) => linesOf(client)));
		return known.every((lines) => lines === nodes.length) || undefined;
	}, 60_000);
	for (const [i, { client }] of nodes.entries()) {
		const original = nodes[i % originals];
		if (i >= originals && original)
			await client.cluster("REPLICATE", original.id);
	}
	await eventually(async () => {
		for (const [i, { client }] of nodes.entries()) {
			const text = String(await client.cluster("INFO"));
			if (!text.includes("cluster_state:ok")) return undefined;
			if (!text.includes(`cluster_slots_assigned:${slots}`)) return undefined;
			if ((await copiesSeenBy(client)) < nodes.length - originals)
				return undefined;
			const copy = await client.info("replication");
			if (i >= originals && !copy.includes("master_link_status:up"))
				return undefined;
		}
		return true;
	}, 60_000);
}

async function copiesSeenBy(client: Redis): Promise<number> {
	const rows: unknown = await client.cluster("SLOTS");
	const list = Array.isArray(rows) ? rows : [];
	return list.reduce((sum: number, row) => sum + row.length - 3, 0);
}

const linesOf = async (client: Redis) =>
	String(await client.cluster("NODES"))
		.trim()
		.split("\n")
		.filter((line) => !line.includes("handshake")).length;

/** Says at both ends that the slot is on its way, and moves nothing yet. */
export async function beginMove(
	slot: number,
	from: ClusterNode,
	to: ClusterNode,
): Promise<void> {
	await to.client.cluster("SETSLOT", slot, "IMPORTING", from.id);
	await from.client.cluster("SETSLOT", slot, "MIGRATING", to.id);
}

export async function moveKey(
	key: string,
	from: ClusterNode,
	to: ClusterNode,
): Promise<void> {
	await from.client.migrate("127.0.0.1", to.port, key, 0, 5000);
}

export async function endMove(
	slot: number,
	to: ClusterNode,
	nodes: readonly ClusterNode[],
): Promise<void> {
	// The new owner first, so that nobody sends anybody in circles.
	for (const node of [to, ...nodes.filter((it) => it !== to)])
		await node.client.cluster("SETSLOT", slot, "NODE", to.id);
}
