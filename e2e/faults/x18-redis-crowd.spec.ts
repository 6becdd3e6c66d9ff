// X18: members, groups and streams come by the hundred thousand. Is what is too much said, memory bounded, the server spared and the rest read on?
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { type ChainableCommander, Redis } from "ioredis";
import { type RedisWorld, startRedis } from "#world/redis.ts";
import { processesOf } from "../chaos/processes.ts";
import type { Board } from "../visitor.ts";
import { inFolder, played } from "./scene.ts";
import { sized } from "./size.ts";
import { redisTruth } from "./truth.ts";

const crowd = sized(20_001, 100_000);
/** Below that all are read, and every day has no time for more. */
const streams = sized(0, 100_000);
/** Of each process, at any moment. */
const residentMaxMb = 512;
const watchedForMs = sized(4_000, 90_000);
/** What a machine of tests that does much else may add to a command. */
const longCommandMs = 100;

async function many(
	client: Redis,
	count: number,
	add: (batch: ChainableCommander, n: number) => void,
): Promise<void> {
	const atOnce = 5_000;
	for (let from = 0; from < count; from += atOnce) {
		const batch = client.pipeline();
		for (let n = from; n < Math.min(from + atOnce, count); n++) add(batch, n);
		await batch.exec();
	}
}

async function fill(client: Redis): Promise<void> {
	await client.xgroup("CREATE", "members", "g", "0", "MKSTREAM");
	await many(client, crowd, (batch, n) =>
		batch.xgroup("CREATECONSUMER", "members", "g", `member ${n}`),
	);
	await client.xadd("groups", "*", "n", 1);
	await many(client, crowd, (batch, n) =>
		batch.xgroup("CREATE", "groups", `group ${n}`, "0"),
	);
	await many(client, streams, (batch, n) =>
		batch.xgroup("CREATE", `stream:${n}`, "g", "0", "MKSTREAM"),
	);
}

/** Longest of our own, in milliseconds; what nobody asks but at the start is not among them. */
async function longestOf(client: Redis): Promise<number> {
	const slow: unknown = await client.call("SLOWLOG", "GET", "100");
	const lines = Array.isArray(slow) ? slow : [];
	return Math.max(
		0,
		...lines
			.filter((line) => line[5] === "tidemark")
			.map((line) => Number(line[2]) / 1000),
	);
}

const has = ({ rows }: Board, channel: string) =>
	rows.find((row) => row.channel === channel);

test(`${crowd} members, as many groups${streams > 0 ? " and as many streams" : ""}: told as too much, in bounded memory, while others are read on`, async () => {
	test.slow();
	await inFolder(async (folder) => {
		const settings = ["--appendonly", "no"];
		const redis: RedisWorld = await startRedis({
			...{ folder: join(folder, "redis"), settings },
		});
		const client = new Redis(redis.address);
		// Before the crowd, so that it is among the first that are found or at least early enough to be kept.
		const other = await startRedis({ folder: join(folder, "other") });
		const truth = await redisTruth("calm", other);
		try {
			await fill(client);
			await client.call("SLOWLOG", "RESET");
			await played(
				{
					folder,
					brokers: { crowded: redis.address, calm: other.address },
					truths: [truth],
				},
				async ({ product, visitor, witness }) => {
					const processes = processesOf(product);
					const firstPids = [product.collectorPid(), product.webPid()];
					const crowdOf = () =>
						visitor.board('broker:crowded channel:"members"');
					await witness.until(
						({ brokers }) =>
							brokers.every(({ freshness }) => freshness !== "silent"),
						sized(30_000, 120_000),
					);
					if (streams === 0) {
						const told = await witness.until(
							(board) => has(board, "groups") !== undefined,
							30_000,
						);
						expect(has(told, "groups")).toMatchObject({
							...{ group: null, lag: null, verdict: "unknown" },
						});
						const { rows } = await crowdOf();
						expect(rows[0]?.members?.registered).toBe(crowd);
					} else {
						const told = await witness.until(
							({ brokers }) =>
								brokers.some(({ parts }) =>
									parts.some(({ code }) => code === "too much"),
								),
							120_000,
						);
						expect(told.total).toBeLessThan(20_000);
					}
					await client.call("SLOWLOG", "RESET");
					await after(watchedForMs);
					processes.end();
					const most = Object.entries(processes.most());
					console.log(
						most
							.map(([role, it]) => `${role} ${it.peakMb.toFixed(0)} MB`)
							.join(),
					);
					expect(most).toHaveLength(2);
					for (const [role, { peakMb }] of most)
						expect(peakMb, role).toBeLessThan(residentMaxMb);
					expect([product.collectorPid(), product.webPid()]).toEqual(firstPids);
					const { brokers } = await visitor.board();
					expect(brokers.map(({ freshness }) => freshness)).not.toContain(
						"silent",
					);
					expect(await longestOf(client)).toBeLessThan(longCommandMs);
					expect(witness.broken).toEqual([]);
					expect(witness.compared).toBeGreaterThan(0);
				},
			);
		} finally {
			await truth.end();
			client.disconnect();
			await redis.stop();
			await other.stop();
		}
	});
});
