// Somebody deletes a group whose page is open: is it told as gone, and nowhere as well?
import { BoardPage } from "./board-page.ts";
import { expect, test } from "./stage.ts";
import { kafkaWork } from "./work.ts";

test("a group is deleted while its page is open: the page says what it was, that it is gone, and when", async ({
	page,
	stage,
}) => {
	const story = await kafkaWork(stage, "deleted");
	try {
		await story.startReading();
		await story.produce(10);
		const board = new BoardPage(await page.context().newPage());
		await board.open(story.channel);
		await expect(board.row(story.channel)).toContainText("caught up");
		await new BoardPage(page).open(story.channel);
		await page.getByRole("link", { name: story.channel }).click();
		const title = page.getByRole("heading", { level: 1 });
		await expect(title).toContainText(story.group);
		const shown = page.getByRole("main");
		await expect(shown).toContainText("healthy");
		await story.stopReading();
		const beforeMs = Date.now();
		await stage.kafka.withAdmin((admin) => admin.deleteGroups([story.group]));

		await expect(title).toHaveText("This subscription is not on the board");
		await expect(shown).toContainText(`${story.channel} → ${story.group}`);
		const told = shown.getByRole("alert");
		await expect(told).toContainText("deleted");
		const [, when = ""] =
			/^It went from the board on (.+?)\. /.exec(await told.innerText()) ?? [];
		// It is told in whole seconds.
		expect(Date.parse(when)).toBeGreaterThan(beforeMs - 1_000);
		expect(Date.parse(when)).toBeLessThanOrEqual(Date.now());
		await expect(shown).not.toContainText(/healthy|caught up/);

		const beside = board.page.getByRole("main");
		await expect(beside).toContainText("No subscription matches");
		await expect(board.row(story.channel)).toHaveCount(0);
		await expect(page).toHaveURL(/subscriptions/);
		await page.reload();
		await expect(told).toContainText(when);
	} finally {
		await story.end();
	}
});
