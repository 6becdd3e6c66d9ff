// Is a filter completed as it is typed, by keys and by pointer, and does nothing of it stand in the way?
import type { Page } from "@playwright/test";
import { BoardPage } from "./board-page.ts";
import { inTheWay } from "./looks.ts";
import { expect, redisName, test } from "./stage.ts";
import { redisWork } from "./work.ts";

const box = (page: Page) => page.getByPlaceholder(/verdict:/);
const list = (page: Page) => page.getByRole("listbox");
const option = (page: Page, name: string | RegExp) =>
	list(page).getByRole("option", { name });

/** On the whole board, with the row there, and the box empty under the caret. */
async function enter(page: Page, channel: string): Promise<void> {
	await page.goto("/?fold=none");
	await expect(new BoardPage(page).row(channel)).toBeVisible();
	await page.keyboard.press("/");
	await expect(box(page)).toBeFocused();
	await expect(option(page, /^group:/)).toBeVisible();
}

test("by keys alone: a key, then a name the server knows, quoted as it must be", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "completed");
	try {
		await page.goto("/?fold=none");
		await expect(new BoardPage(page).row(story.channel)).toBeVisible();
		const scripts: string[] = [];
		page.on("request", (request) => {
			if (request.resourceType() === "script") scripts.push(request.url());
		});
		await page.keyboard.press("/");
		await expect(option(page, /^group:/)).toBeVisible();
		expect(scripts.length).toBeGreaterThan(0);
		await expect(box(page)).toHaveAttribute("aria-expanded", "true");

		await page.keyboard.type("chan");
		await expect(list(page).getByRole("option")).toHaveCount(1);
		await page.keyboard.press("Tab");
		await expect(box(page)).toHaveValue("channel:");
		await page.keyboard.type(story.channel.slice(0, -2));
		const found = option(page, story.channel);
		await expect(found).toContainText("1 subscription");
		await expect(found).toHaveAttribute("aria-selected", "false");
		await page.keyboard.press("ArrowDown");
		await expect(found).toHaveAttribute("aria-selected", "true");
		const active = await box(page).getAttribute("aria-activedescendant");
		expect(await found.getAttribute("id")).toBe(active);
		await page.keyboard.press("Enter");
		await expect(box(page)).toHaveValue(`channel:"${story.channel}"`);
		await expect(list(page)).toBeHidden();
		await expect(box(page)).toBeFocused();
		await expect(page.getByRole("rowheader")).toHaveCount(1);

		// The next term goes on where the caret was left.
		await page.keyboard.type(" -ver");
		await page.keyboard.press("Tab");
		await page.keyboard.type("los");
		await expect(option(page, /losing/)).toBeVisible();
		await page.keyboard.press("Tab");
		await expect(box(page)).toHaveValue(
			`channel:"${story.channel}" -verdict:losing`,
		);
		await expect(page).toHaveURL(/-verdict(:|%3A)losing/);
		await expect(page.getByRole("rowheader")).toHaveCount(1);
	} finally {
		await story.end();
	}
});

test("Escape closes the list, then leaves the box, then clears it; Tab in an empty box leads on", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "escaped");
	try {
		await enter(page, story.channel);
		await page.keyboard.press("Tab");
		await expect(box(page)).not.toBeFocused();
		await expect(list(page)).toBeHidden();

		await page.keyboard.press("/");
		await page.keyboard.type("verdict:s");
		await expect(option(page, /^verdict:slow/)).toBeVisible();
		await page.keyboard.press("Escape");
		await expect(list(page)).toBeHidden();
		await expect(box(page)).toBeFocused();
		await page.keyboard.press("ArrowDown");
		await expect(option(page, /^verdict:slow/)).toBeVisible();
		await page.keyboard.press("Escape");
		await expect(list(page)).toBeHidden();
		await page.keyboard.press("Escape");
		await expect(box(page)).not.toBeFocused();
		await expect(box(page)).toHaveValue("verdict:s");
		await page.keyboard.press("Escape");
		await expect(box(page)).toHaveValue("");
	} finally {
		await story.end();
	}
});

test("by pointer, in the middle of a filter, while the line under the box says what is wrong", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "pointed");
	try {
		await enter(page, story.channel);
		await page.keyboard.type(` channel:"${story.channel}"`);
		await page.keyboard.press("Home");
		await page.keyboard.type("broker:");
		const mistake = page.getByText("A value is missing after “broker:”.");
		await expect(mistake).toBeVisible();
		const found = option(page, new RegExp(`^broker:${redisName}`));
		await expect(found).toBeVisible();
		const [above, below] = [
			await mistake.boundingBox(),
			await found.boundingBox(),
		];
		if (!above || !below) throw new Error("both are in sight");
		expect(below.y).toBeGreaterThanOrEqual(above.y + above.height);
		await found.click();
		await expect(box(page)).toHaveValue(
			`broker:${redisName} channel:"${story.channel}"`,
		);
		await expect(box(page)).toBeFocused();
		await expect(mistake).toBeHidden();
		await expect(list(page)).toBeHidden();
		await expect(page.getByRole("rowheader")).toHaveCount(1);
	} finally {
		await story.end();
	}
});

test("a syllable of Korean that is being composed is found, ends by its own keys, and is written once", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "주문");
	try {
		await enter(page, story.channel);
		await page.keyboard.type("channel:");
		const keyboard = await page.context().newCDPSession(page);
		for (const text of ["ㅈ", "주"])
			await keyboard.send("Input.imeSetComposition", {
				...{ text, selectionStart: text.length, selectionEnd: text.length },
			});
		await expect(box(page)).toHaveValue("channel:주");
		const found = option(page, story.channel);
		await expect(found).toBeVisible();
		for (const key of ["ArrowDown", "Enter", "Tab", "Escape"])
			await box(page).evaluate((input, key) => {
				const told = { key, bubbles: true, isComposing: true };
				input.dispatchEvent(new KeyboardEvent("keydown", told));
			}, key);
		await expect(found).toHaveAttribute("aria-selected", "false");
		await expect(box(page)).toHaveValue("channel:주");
		await found.click();
		await expect(box(page)).toHaveValue(`channel:"${story.channel}"`);
		await expect(box(page)).toBeFocused();
		await expect(page.getByRole("rowheader")).toHaveCount(1);
	} finally {
		await story.end();
	}
});

test("what was found stays while the server does not answer", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "remembered");
	try {
		await enter(page, story.channel);
		await page.keyboard.type("channel:remem");
		const found = option(page, story.channel);
		await expect(found).toBeVisible();
		await page.context().setOffline(true);
		const failed = page.waitForEvent("requestfailed", (request) =>
			request.url().includes("rememb*"),
		);
		await page.keyboard.type("b");
		await failed;
		await expect(found).toBeVisible();
		await page.keyboard.type("x");
		await expect(list(page)).toBeHidden();
	} finally {
		await page.context().setOffline(false);
		await story.end();
	}
});

test("where nothing fits, it is said which term to drop and how many that shows", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "dropped");
	try {
		const term = `channel:"${story.channel}"`;
		await new BoardPage(page).open(story.channel);
		await expect(new BoardPage(page).row(story.channel)).toBeVisible();
		await page.goto(`/?filter=${encodeURIComponent(`${term} lag:>9000`)}`);
		await page
			.getByRole("button", { name: "Drop lag:>9000: shows 1 subscription" })
			.click();
		await expect(box(page)).toHaveValue(term);
		await expect(new BoardPage(page).row(story.channel)).toBeVisible();
	} finally {
		await story.end();
	}
});

test("it stands in nobody's way, in either theme and language, and on a phone", async ({
	page,
	context,
	stage,
}) => {
	for (const language of ["en", "ko"])
		for (const width of [1440, 390]) {
			await context.addCookies([
				{
					...{ name: "tidemark-language", value: language },
					url: stage.product.origin,
				},
			]);
			await page.setViewportSize({ width, height: 844 });
			await page.goto("/");
			await expect(page.getByRole("switch")).toContainText(/\d\d:\d\d/);
			await box(page).click();
			await expect(list(page).getByRole("option")).toHaveCount(13);
			await page.keyboard.type("verdict:");
			await page.keyboard.press("ArrowDown");
			await expect(list(page).getByRole("option")).toHaveCount(7);
			await expect(box(page)).toHaveAccessibleDescription(/verdict:/);
			for (const colorScheme of ["light", "dark"] as const) {
				await page.emulateMedia({ colorScheme });
				expect(await inTheWay(page)).toEqual([]);
			}
			const across = await page.evaluate(
				() => document.documentElement.scrollWidth - innerWidth,
			);
			expect(across).toBeLessThanOrEqual(0);
		}
});
