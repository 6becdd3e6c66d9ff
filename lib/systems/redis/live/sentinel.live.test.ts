// Is a server that Sentinel watches over read like any other?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll } from "vitest";
import { startSentinelSet } from "#world/redis-sentinel.ts";
import { systemContract } from "../../contract.ts";
import { stageOf } from "../for-tests/stage.ts";

const folder = await mkdtemp(join(tmpdir(), "tidemark-sentinel-"));
// Nobody takes over while these tests freeze everybody.
const set = await startSentinelSet({ folder, silentMs: 600_000 });
const client = new Redis(set.servers[0]?.address ?? "");
client.on("error", () => {});
afterAll(async () => {
	client.disconnect();
	await set.stop();
	await rm(folder, { recursive: true, force: true });
});
const all = [...set.servers, ...set.sentinels];

systemContract(
	"A set behind Sentinel",
	stageOf({
		...{ address: set.address, client, originals: [client] },
		freeze: () => {
			for (const one of all) one.freeze();
		},
		thaw: () => {
			for (const one of all) one.thaw();
		},
	}),
);
