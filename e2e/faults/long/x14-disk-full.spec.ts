// X14: the disk of the store is full. Is it told in time, is what is shown never old as new, is nothing begun that cannot be written down, and does all go on by itself?
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "@playwright/test";
import { Redis } from "ioredis";
import { eventually } from "#world/eventually.ts";
import { startHttpSink } from "#world/http-sink.ts";
import { startRedis } from "#world/redis.ts";
import { inWorldApart, smallDiskOf } from "#world/small-disk.ts";
import { messages, planOn } from "../reclaim.ts";
import { inFolder, played } from "../scene.ts";
import { sized } from "../size.ts";
import { rulesTold } from "../told.ts";
import { redisTruth } from "../truth.ts";

const withinMs = 60_000;
const megabyte = 1024 ** 2;

test("a disk that fills up is told before it is full; full, nothing old is shown as new and no clean-up begins; with room all goes on by itself", async () => {
	test.setTimeout(300_000);
	await inFolder(async (folder) => {
		const under = await inWorldApart(
			'mkdir -p "$1"; mount -t tmpfs -o size=20m,mode=700 none "$1"',
			join(folder, "store"),
		);
		const redis = await startRedis({ folder: join(folder, "redis") });
		const truth = await redisTruth("jobs", redis);
		const sink = await startHttpSink();
		const settings = `brokers:
  jobs: { address: "${redis.address}", members: { patience: { "*": 1s }, named: "*" } }
alerts:
  allow: [127.0.0.1]
  outlets:
    hook: { kind: webhook, url: "${sink.url}/hook" }
  rules:
    full: { when: no room, for: 0s, calm: 0s }
`;
		const brokers = {};
		const setting = { folder, brokers, truths: [truth], settings, under };
		try {
			await played(
				{ ...setting, flags: ["--floor", "6MB"] },
				async ({ product, visitor, witness }) => {
					const store = join(folder, "store");
					const disk = smallDiskOf(product.collectorPid(), store);
					await witness.until(({ rows }) => rows.length > 0, withinMs);
					disk.fill(4 * megabyte);
					await witness.until(
						({ collector }) => collector.history === "no room",
						withinMs,
					);
					await eventually(
						() => rulesTold(sink, "fires").includes("full") || undefined,
						withinMs,
					);
					const plan = await planOn(redis.address, "acts", visitor);
					disk.fill(0);
					const approved = await plan.approve(visitor);
					expect(approved.text).toContain("store full");
					expect(disk.freeBytes()).toBe(0);
					const fullAt = Date.now();
					// Read on while nothing can be written: the page, a subscription, its history.
					const [row] = (await visitor.board()).rows;
					await visitor.read(`/api/subscriptions/${row?.id}`);
					const boards = witness.boards;
					await eventually(
						() => witness.boards > boards + sized(20, 200) || undefined,
						withinMs,
					);
					const { collector } = await visitor.board();
					console.log(
						`full for ${Date.now() - fullAt} ms: the collector is ${collector.freshness}`,
					);
					const client = new Redis(redis.address);
					expect(await client.xlen("acts")).toBe(messages);
					client.disconnect();

					disk.empty();
					const freedAt = Date.now();
					await truth.end();
					await witness.until(
						({ rows, collector: { at } }) =>
							Date.parse(at ?? "") > freedAt &&
							rows.some(
								({ channel, lag, stale }) =>
									channel === truth.channel && lag?.n === truth.lag() && !stale,
							),
						withinMs,
					);
					// A store that was full is tried again after a minute.
					if (sized(0, 1) === 1)
						await witness.until(
							(board) => board.collector.history === "kept",
							2 * withinMs,
						);
					expect(witness.broken).toEqual([]);
					expect(witness.compared).toBeGreaterThan(0);
					const file = new DatabaseSync(join(disk.place, "tidemark.db"));
					expect(file.prepare("PRAGMA integrity_check").all()).toEqual([
						{ integrity_check: "ok" },
					]);
					file.close();
				},
			);
		} finally {
			await truth.end();
			await sink.stop();
			await redis.stop();
		}
	});
});
