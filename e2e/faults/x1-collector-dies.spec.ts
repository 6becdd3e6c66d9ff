// X1: the collector dies. Does the page say since when it knows nothing, and go on by itself?
import { eventually } from "#world/eventually.ts";
import { BoardPage } from "../board-page.ts";
import { expect, test } from "../stage.ts";
import { redisWork } from "../work.ts";

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
