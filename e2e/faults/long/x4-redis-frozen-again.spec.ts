// X4: a Redis is frozen again and again. Is each freeze given up in time, with one connection after all of them and no storm of new ones?
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { Redis } from "ioredis";
import { startChaos } from "#world/chaos.ts";
import { startRedis } from "#world/redis.ts";
import type { Board } from "../../visitor.ts";
import { inFolder, played } from "../scene.ts";
import { sized } from "../size.ts";
import { redisTruth } from "../truth.ts";

const freezes = sized(1, 50);
const chipIn = ({ brokers }: Board) => brokers[0];

test(`frozen ${freezes === 1 ? "once" : `${freezes} times`}: given up each time, live again by itself, and one connection is left`, async () => {
	test.setTimeout(sized(120_000, 1_800_000));
	await inFolder(async (folder) => {
		const redis = await startRedis({ folder: join(folder, "redis") });
		const way = await startChaos(redis);
		const client = new Redis(redis.address);
		client.on("error", () => {});
		const truth = await redisTruth("jobs", redis);
		const brokers = { jobs: `redis://127.0.0.1:${way.port}` };
		try {
			await played(
				{ folder, brokers, truths: [truth] },
				async ({ witness }) => {
					const isLive = (board: Board) => chipIn(board)?.freshness === "fresh";
					await witness.until(isLive, 30_000);
					for (let freeze = 0; freeze < freezes; freeze++) {
						way.knocked = 0;
						const frozenMs = performance.now();
						redis.freeze();
						try {
							await witness.until(
								(board) => chipIn(board)?.trouble?.code === "no answer",
								15_000,
							);
							await witness.until(
								(board) => chipIn(board)?.freshness === "silent",
								15_000,
							);
						} finally {
							redis.thaw();
						}
						const frozenSeconds = (performance.now() - frozenMs) / 1000;
						expect(way.knocked).toBeLessThan(2 + frozenSeconds);
						await witness.until(isLive, 30_000);
					}
					const list = String(await client.client("LIST")).split("\n");
					const ours = list.filter((it) => it.includes(" name=tidemark"));
					expect(ours.length).toBeLessThanOrEqual(2);
					const books = await client.info("commandstats");
					expect(books).not.toMatch(/cmdstat_(keys|monitor|client\|kill)/);
					expect(witness.broken).toEqual([]);
					expect(witness.compared).toBeGreaterThan(0);
				},
			);
		} finally {
			redis.thaw();
			await truth.end();
			client.disconnect();
			await way.close();
			await redis.stop();
		}
	});
});
