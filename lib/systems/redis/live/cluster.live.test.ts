// Is a real cluster read as one broker, whichever of its nodes is named?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Cluster } from "ioredis";
import { afterAll } from "vitest";
import { startCluster } from "#world/redis-cluster.ts";
import { systemContract } from "../../contract.ts";
import { stageOf } from "../for-tests/stage.ts";

const folder = await mkdtemp(join(tmpdir(), "tidemark-cluster-"));
const cluster = await startCluster({ folder });
const { nodes } = cluster;
const client = new Cluster(nodes.map(({ address }) => address));
client.on("error", () => {});
afterAll(async () => {
	client.disconnect();
	await cluster.stop();
	await rm(folder, { recursive: true, force: true });
});

systemContract(
	"A cluster",
	stageOf({
		address: nodes[1]?.address ?? "",
		client,
		originals: nodes.map((node) => node.client),
		freeze: () => {
			for (const node of nodes) node.freeze();
		},
		thaw: () => {
			for (const node of nodes) node.thaw();
		},
	}),
);
