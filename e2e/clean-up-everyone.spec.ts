// Can everybody clean up: by keys alone, in Korean, on a phone, in the dark, and several at once?
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { BoardPage } from "./board-page.ts";
import { expect, test } from "./clean-stage.ts";
import { inTheWay, sideways } from "./looks.ts";

const dialog = (page: Page) => page.getByRole("dialog");

test("a clean-up is done by keys alone, from the board to the outcome and back", async ({
	page,
	crew,
}) => {
	const story = await crew({ dead: [2, 1], live: 1 });
	const board = new BoardPage(page);
	await board.open(story.channel);
	const row = board.row(story.channel);
	await expect(row).toContainText("1 live / 3");
	// What is offered comes with the verdict, which may be a tick later than the members.
	const offer = row.getByRole("button", { name: /^Clean up/ });
	await expect(offer).toBeVisible();
	await page.keyboard.press("j");
	const link = page.getByRole("rowheader").getByRole("link");
	await expect(link).toBeFocused();
	await page.keyboard.press("Tab");
	await expect(offer).toBeFocused();
	await page.keyboard.press("Enter");
	const yes = dialog(page).getByRole("button", {
		name: /3, remove 2.members$/,
	});
	await expect(yes).toBeFocused();
	const fitting = dialog(page).getByRole("radio", { checked: true });
	await fitting.focus();
	await page.keyboard.press("ArrowRight");
	const aside = dialog(page).getByRole("radio", { name: "Dead-letter" });
	await expect(
		dialog(page).getByRole("heading", { name: /^Dead-letter 3/ }),
	).toBeVisible();
	await expect(aside).toBeFocused();
	await page.keyboard.press("ArrowLeft");
	await expect(
		dialog(page).getByRole("heading", { name: /^Re-enqueue 3/ }),
	).toBeVisible();
	await expect(fitting).toBeFocused();
	await yes.focus();
	await page.keyboard.press("Enter");
	await expect(
		dialog(page).getByRole("heading", { name: /^Done: 3/ }),
	).toBeVisible();
	expect(Object.keys(await story.held())).toEqual(["here-01"]);
	await page.keyboard.press("Escape");
	await expect(dialog(page)).toHaveCount(0);
	await page.keyboard.press("g");
	await page.keyboard.press("h");
	await expect(page.getByRole("table", { name: "Activity" })).toBeVisible();
});

test.describe("in Korean", () => {
	test.use({ locale: "ko-KR" });
	test("a clean-up is planned and done", async ({ page, crew }) => {
		const story = await crew({ dead: [2], live: 1 });
		await new BoardPage(page).open(story.channel);
		await page.getByRole("link", { name: story.channel }).first().click();
		await page
			.getByRole("button", { name: "종료된 멤버 1명에게서 2건 회수…" })
			.click();
		await dialog(page).getByRole("radio", { name: "넘기기" }).check();
		await dialog(page)
			.getByRole("button", { name: "메시지 2건 넘기기, 멤버 1명 제거" })
			.click();
		await expect(
			dialog(page).getByRole("heading", { name: /^완료: 메시지 2건 넘기기/ }),
		).toBeVisible();
		expect(await story.held()).toEqual({ "here-01": 2 });
	});
});

test.describe("on a phone", () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
	test("a plan fills the screen, with the verb at its bottom", async ({
		page,
		crew,
	}) => {
		const story = await crew({ dead: [2], live: 1 });
		await new BoardPage(page).open(story.channel);
		await page.getByRole("link", { name: story.channel }).first().tap();
		await page.getByRole("button", { name: /^Reclaim 2 from/ }).tap();
		const yes = dialog(page).getByRole("button", { name: /remove 1.member$/ });
		await expect(yes).toBeVisible();
		expect(await dialog(page).boundingBox()).toEqual({
			...{ x: 0, y: 0, width: 390, height: 844 },
		});
		const box = await yes.boundingBox();
		expect(box?.height).toBeGreaterThanOrEqual(44);
		expect(box?.width).toBeGreaterThan(340);
		expect(await sideways(page)).toEqual([]);
		await yes.tap();
		await expect(
			dialog(page).getByRole("heading", { name: /^Done: 2/ }),
		).toBeVisible();
		expect(await sideways(page)).toEqual([]);
	});
});

for (const colorScheme of ["light", "dark"] as const)
	test(`nothing of a clean-up stands in anybody's way (${colorScheme})`, async ({
		page,
		crew,
	}) => {
		const story = await crew({ dead: [2], live: 1 });
		await page.emulateMedia({ colorScheme });
		await new BoardPage(page).open(story.channel);
		await page.getByRole("link", { name: story.channel }).first().click();
		await page.getByRole("button", { name: /^Reclaim 2 from/ }).click();
		const title = dialog(page).getByRole("heading", { level: 2 });
		await expect(title).toHaveText(/2.messages/);
		expect(await inTheWay(page)).toEqual([]);
		await dialog(page).getByRole("radio", { name: "Acknowledge" }).check();
		await expect(title).toHaveText(/^Acknowledge 2/);
		expect(await inTheWay(page)).toEqual([]);
		await dialog(page)
			.getByLabel(/^Type shipping/)
			.fill("shipping");
		await dialog(page)
			.getByRole("button", { name: /^Acknowledge 2/ })
			.click();
		await expect(title).toHaveText(/^Done: 2/);
		expect(await inTheWay(page)).toEqual([]);
		await dialog(page).getByRole("link", { name: "See in Activity" }).click();
		await expect(page.getByRole("table", { name: "Activity" })).toBeVisible();
		expect(await inTheWay(page)).toEqual([]);
	});

test("several are cleaned up at once, with an outcome for each", async ({
	page,
	crew,
}) => {
	const under = `several:${randomUUID().slice(0, 8)}`;
	const stories = [
		await crew({ dead: [2], live: 1, under }),
		await crew({ dead: [3], live: 1, under }),
		await crew({ dead: [], live: 1, under }),
	];
	const filter = `channel:"${under}:*"`;
	await page.goto(`/?${new URLSearchParams({ filter, fold: "none" })}`);
	await expect(page.getByRole("rowheader")).toHaveCount(3);
	for (const { channel } of stories.slice(0, 2))
		await expect(new BoardPage(page).row(channel)).toContainText("1 live / 2");
	await page.keyboard.press("j");
	await page.keyboard.press("x");
	await expect(page.locator('tr[aria-selected="true"]')).toHaveCount(1);
	await page.keyboard.press("x");
	await expect(page.locator('tr[aria-selected="true"]')).toHaveCount(0);
	await page.getByRole("button", { name: "Clean up", exact: true }).click();
	await expect(page.getByText("All 3 that match")).toBeVisible();
	await page.getByRole("button", { name: "Reclaim…", exact: true }).click();
	await dialog(page)
		.getByRole("button", { name: /5, remove 2.members in 2.subscriptions$/ })
		.click();
	await expect(
		dialog(page).getByRole("heading", { name: /5 .+, 2.members removed/ }),
	).toBeVisible();
	for (const { channel } of stories)
		await expect(
			dialog(page).getByRole("listitem").filter({ hasText: channel }),
		).toBeVisible();
	expect(Object.keys((await stories[0]?.held()) ?? {})).toEqual(["here-01"]);
	expect(Object.keys((await stories[1]?.held()) ?? {})).toEqual(["here-01"]);
});
