// Is a real Redis read right, group by group?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll } from "vitest";
import { startRedis } from "#world/redis.ts";
import { systemContract } from "../../contract.ts";
import { stageOf } from "../for-tests/stage.ts";

const folder = await mkdtemp(join(tmpdir(), "tidemark-redis-"));
const world = await startRedis({ folder });
const { address, freeze, thaw } = world;
const client = new Redis(address, { lazyConnect: true });
afterAll(async () => {
	client.disconnect();
	await world.stop();
	await rm(folder, { recursive: true, force: true });
});
const countsArrivals = !/^redis_version:6\./m.test(await client.info("server"));

systemContract(
	"Redis",
	stageOf({
		...{ address, client, originals: [client], countsArrivals },
		...{ freeze, thaw },
	}),
);
