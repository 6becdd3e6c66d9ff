// Can an operator put aside what fails again and again, while its readers go on trying?
import { BoardPage } from "./board-page.ts";
import { expect, test } from "./clean-stage.ts";

test("an operator puts aside what keeps failing, and takes it back", async ({
	page,
	crew,
}) => {
	const { channel, group, redis, live, held } = await crew({
		...{ dead: [3], live: 1, waiting: 0 },
	});
	const [reader = ""] = live;
	const [[poison = ""] = []] = await redis.xrange(channel, "-", "+");
	let times = 5;
	const tried = () =>
		redis.xclaim(
			...([channel, group, reader, 0, poison] as const),
			...(["RETRYCOUNT", times++] as const),
		);
	await tried();
	await new BoardPage(page).open(channel);
	await page.getByRole("link", { name: channel }).first().click();
	const offers = page.getByRole("region", { name: "Clean up" });
	await offers.getByRole("button", { name: "More…" }).click();
	await offers
		.getByRole("button", { name: "Dead-letter what keeps failing…" })
		.click();
	const dialog = page.getByRole("dialog");
	await expect(
		dialog.getByRole("heading", { name: /^Dead-letter 1.message$/ }),
	).toBeVisible();
	await expect(dialog).toContainText(`${channel}:dead`);
	await expect(dialog).toContainText("may be working on one of them");
	await tried();
	await dialog.getByRole("button", { name: /^Dead-letter 1$/ }).click();
	await expect(
		dialog.getByRole("heading", { name: /^Done: 1 dead-lettered/ }),
	).toBeVisible();
	expect(await redis.xlen(`${channel}:dead`)).toBe(1);
	expect(await held()).toMatchObject({ "gone-01": 2, [reader]: 0 });

	await dialog.getByRole("button", { name: /^Undo for 1.message$/ }).click();
	await dialog.getByRole("button", { name: /^Give back 1/ }).click();
	await expect(
		dialog.getByRole("heading", { name: /^Done: 1 given back/ }),
	).toBeVisible();
	expect(await redis.xlen(`${channel}:dead`)).toBe(0);
	expect(await held()).toMatchObject({ "gone-01": 2, [reader]: 1 });
});
