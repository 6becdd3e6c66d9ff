// X3: the web dies. Is it back by itself, and do open pages go on?
import { BoardPage } from "../board-page.ts";
import { expect, test } from "../stage.ts";
import { redisWork } from "../work.ts";

test("the web is killed: it is back by itself, and an open page goes on without being loaded again", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "web");
	try {
		await story.startReading();
		await story.produce(3);
		const board = new BoardPage(page);
		await board.open(story.channel);
		await expect(board.row(story.channel)).toContainText("caught up");
		await page.evaluate(() => document.body.setAttribute("data-here", "still"));
		process.kill(stage.product.webPid(), "SIGKILL");
		await story.stopReading();
		await story.produce(55);
		await expect(await board.cell(story.channel, "Lag")).toContainText("55", {
			timeout: 40_000,
		});
		expect(
			await page.evaluate(() => document.body.getAttribute("data-here")),
		).toBe("still");
	} finally {
		await story.end();
	}
});
