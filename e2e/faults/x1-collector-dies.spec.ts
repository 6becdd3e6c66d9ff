// X1: the collector dies. Does the page say since when it knows nothing, and go on by itself?
import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as after } from "node:timers/promises";
import { eventually } from "#world/eventually.ts";
import { randomFrom } from "#world/random.ts";
import { startRedis } from "#world/redis.ts";
import { BoardPage } from "../board-page.ts";
import { expect, test } from "../stage.ts";
import { redisWork } from "../work.ts";
import { inFolder, played } from "./scene.ts";
import { sized } from "./size.ts";
import { redisTruth } from "./truth.ts";

test("the collector is killed: the page says since when it knows nothing, and recovers", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "collector");
	try {
		await story.startReading();
		await story.produce(3);
		const board = new BoardPage(page);
		await board.open(story.channel);
		await expect(board.row(story.channel)).toContainText("caught up");
		const fresh = await board.ink(story.channel);

		// Frozen first: a killed one is back before anybody could see that it was gone.
		const frozen = stage.product.collectorPid();
		process.kill(frozen, "SIGSTOP");
		const banner = page.getByText(
			/The collector has stopped writing; all values are from \d\d:\d\d:\d\d/,
		);
		await expect(banner).toBeVisible();
		await expect(page.getByText(/Nothing new for \d+\ss/)).toBeVisible();
		await expect.poll(() => board.ink(story.channel)).not.toBe(fresh);
		const ready = await page.request.get("/api/ready");
		expect(ready.status()).toBe(503);

		process.kill(frozen, "SIGKILL");
		const again = await eventually(() => {
			const pid = stage.product.collectorPid();
			return pid === frozen ? undefined : pid;
		}, 5000);
		expect(again).not.toBe(frozen);
		await expect(banner).toBeHidden();
		await story.stopReading();
		await story.produce(41);
		await expect(await board.cell(story.channel, "Lag")).toContainText("41");
		await expect.poll(() => board.ink(story.channel)).toBe(fresh);
	} finally {
		await story.end();
	}
});

test("killed again and again in the middle of its work, it loses nothing and shows nothing old as new", async () => {
	test.slow();
	await inFolder(async (folder) => {
		const redis = await startRedis({ folder: join(folder, "redis") });
		const truth = await redisTruth("jobs", redis);
		const random = randomFrom(1);
		try {
			await played(
				{ folder, brokers: { jobs: redis.address }, truths: [truth] },
				async ({ product, visitor, witness }) => {
					for (let kill = 0; kill < sized(4, 100); kill++) {
						// What is started again after many crashes comes late.
						const pid = await eventually(product.collectorPid, 60_000);
						await after(random() * 2000);
						process.kill(pid, "SIGKILL");
						await eventually(
							() => !existsSync(`/proc/${pid}`) || undefined,
							5000,
						);
					}
					await truth.end();
					await witness.until(
						({ rows }) =>
							rows.some(
								({ channel, lag }) =>
									channel === truth.channel && lag?.n === truth.lag(),
							),
						60_000,
					);
					expect(witness.broken).toEqual([]);
					expect(witness.compared).toBeGreaterThan(0);
					const { rows } = await visitor.board(`channel:"${truth.channel}"`);
					expect(rows.map(({ stale }) => stale)).toEqual([false]);
				},
			);
			const store = new DatabaseSync(join(folder, "store", "tidemark.db"));
			expect(store.prepare("PRAGMA integrity_check").all()).toEqual([
				{ integrity_check: "ok" },
			]);
			store.close();
		} finally {
			await truth.end();
			await redis.stop();
		}
	});
});
