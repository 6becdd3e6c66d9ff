// What does somebody see where nothing may be changed? The same buttons, disabled, each with the reason; and the server refuses too.
import { BoardPage } from "./board-page.ts";
import { expect, test } from "./clean-stage.ts";

test.use({ settings: "readOnly: true\n" });

test("where all is read-only, what could be done is shown, disabled, with the reason", async ({
	page,
	crew,
}) => {
	const story = await crew({ dead: [2], live: 1 });
	const held = await story.held();
	const board = new BoardPage(page);
	await board.open(story.channel);
	await expect(board.row(story.channel)).toContainText("1 live / 2");
	const onRow = board
		.row(story.channel)
		.getByRole("button", { name: "Clean up" });
	await expect(onRow).toBeDisabled();
	await expect(onRow).toHaveAccessibleDescription("read-only by configuration");
	await page.getByRole("link", { name: story.channel }).first().click();
	const offer = page.getByRole("button", { name: /^Reclaim 2 from/ });
	await expect(offer).toBeDisabled();
	await expect(offer).toHaveAccessibleDescription("read-only by configuration");
	await offer.press("Enter");
	const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
	const refused = await page.request.post("/api/errands", {
		headers: { "x-tidemark": "1", origin: new URL(page.url()).origin },
		data: {
			verb: "clean up",
			targets: { subscriptions: [id] },
			cleanUp: { action: "remove" },
		},
	});
	expect(refused.status()).toBe(403);
	await expect(page.getByRole("dialog")).toHaveCount(0);
	expect(await story.held()).toEqual(held);
});
