// What does somebody see whose page is older than the server, when it asks for a part that is gone?
import { BoardPage } from "./board-page.ts";
import { expect, test } from "./stage.ts";
import { redisWork } from "./work.ts";

test("a part of a page that is gone from the server is said, and Reload brings all of it back", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "apart");
	try {
		const board = new BoardPage(page);
		await board.open(story.channel);
		await expect(board.row(story.channel)).toBeVisible();
		await page.route("**/_next/static/**", (route) =>
			route.fulfill({ status: 404, body: "" }),
		);
		await page.keyboard.press("Control+k");
		await expect(
			page.getByText("A part of it could not be fetched."),
		).toBeVisible();
		await page.unroute("**/_next/static/**");
		await page.getByRole("button", { name: "Reload" }).click();
		await expect(board.row(story.channel)).toBeVisible();
		await page.keyboard.press("Control+k");
		await expect(
			page.getByRole("dialog", { name: "Find or do" }),
		).toBeVisible();
	} finally {
		await story.end();
	}
});
