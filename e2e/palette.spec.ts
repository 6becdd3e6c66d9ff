// Is anything found and anything done by keys alone, and is nothing lost on the way?
import type { Page } from "@playwright/test";
import { BoardPage } from "./board-page.ts";
import { inTheWay } from "./looks.ts";
import { expect, redisName, test } from "./stage.ts";
import { redisWork } from "./work.ts";

const palette = (page: Page) =>
	page.getByRole("dialog", { name: "Find or do" });
const box = (page: Page) => page.getByRole("combobox", { name: "Find or do" });
const option = (page: Page, name: string | RegExp) =>
	palette(page).getByRole("option", { name });

/** With the server's time in it, which it has only once keys are heard, too. */
const ready = (page: Page) =>
	expect(page.getByRole("switch", { name: "Live" })).toContainText(
		/\d\d:\d\d:\d\d/,
	);

async function open(page: Page): Promise<void> {
	await page.keyboard.press("Control+k");
	await expect(box(page)).toBeFocused();
}

test("a subscription is found by a part of its name and opened, and Back leads to the board at once", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "sought");
	const word = story.channel.split(":")[1] ?? "";
	try {
		await story.produce(3);
		await page.goto("/?filter=sought");
		await expect(new BoardPage(page).row(story.channel)).toBeVisible();
		const scripts: string[] = [];
		page.on("request", (request) => {
			if (request.resourceType() === "script") scripts.push(request.url());
		});
		await open(page);
		expect(scripts.length).toBeGreaterThan(0);
		await page.keyboard.type(word, { delay: 20 });
		const found = option(page, `${story.group} on ${story.channel}`);
		await expect(found).toHaveAttribute("aria-selected", "true");
		await expect(found).toContainText(/healthy|unknown|stopped/);
		await page.keyboard.press("Enter");
		await expect(page.getByRole("heading", { level: 1 })).toContainText(
			story.channel,
		);
		await page.goBack();
		await expect(page).toHaveURL("/?filter=sought");
		await expect(new BoardPage(page).row(story.channel)).toBeVisible();
	} finally {
		await story.end();
	}
});

test("what can be done with the chosen one stands under it, and filters and brokers are found too", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "chosen");
	try {
		await page.goto("/?filter=chosen");
		await expect(new BoardPage(page).row(story.channel)).toBeVisible();
		await open(page);
		await page.keyboard.type(story.channel);
		const whole = `Show all groups of ${story.channel}`;
		await expect(option(page, whole)).toBeVisible();
		await expect(option(page, /^channel:.*1 subscription$/)).toBeVisible();
		// Below what else can be done with it.
		await expect(async () => {
			await page.keyboard.press("ArrowDown");
			await expect(option(page, whole)).toHaveAttribute(
				...(["aria-selected", "true", { timeout: 100 }] as const),
			);
		}).toPass();
		await page.keyboard.press("Enter");
		await expect(page).toHaveURL(/filter=channel/);
		await expect(page.getByRole("rowheader")).toHaveCount(1);

		await open(page);
		await page.keyboard.type(redisName.slice(0, 6));
		await option(page, new RegExp(`^${redisName}`)).click();
		await expect(page).toHaveURL(`/brokers/${redisName}`);
	} finally {
		await story.end();
	}
});

test("every switch of the bar is done from it: theme, language, zone, pause, one verdict", async ({
	page,
}) => {
	const act = async (typed: string, name: string | RegExp) => {
		await open(page);
		await page.keyboard.type(typed);
		await expect(option(page, name)).toHaveAttribute("aria-selected", "true");
		await page.keyboard.press("Enter");
		await expect(palette(page)).toBeHidden();
	};
	await page.goto("/");
	await ready(page);
	await act("theme: dark", "Theme: Dark");
	await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
	await act("asia/seoul", "Times: Asia/Seoul");
	await expect(page.getByRole("button", { name: /Asia\/Seoul/ })).toHaveText(
		"GMT+9",
	);
	// From the named zone by the key to local time, UTC, and back to it.
	for (const name of ["UTC", "UTC", "GMT+9"]) {
		await page.keyboard.press("t");
		await expect(page.getByRole("button", { name: /^Times in/ })).toHaveText(
			name,
		);
	}
	await act("pause: stop", /^Pause/);
	await expect(page.getByRole("switch", { name: /Paused at/ })).toBeVisible();
	await act("live: ask", /^Live/);
	await expect(page.getByRole("switch", { name: "Live" })).toBeVisible();
	await act("only: stalled", "Show only: stalled");
	await expect(page).toHaveURL(/filter=verdict(:|%3A)stalled/);
	await act("to: wall", "Go to: Wall");
	await expect(page).toHaveURL(/view=wall/);
	await expect(page.getByText(/data \d+\ss old/)).toBeVisible();
	await page.keyboard.press("Escape");
	await ready(page);
	await act("한국어", /한국어/);
	await expect(page.locator("html")).toHaveAttribute("lang", "ko");
});

test("Escape gives the focus back, and a key that ends a syllable chooses nothing", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "composed");
	try {
		await new BoardPage(page).open(story.channel);
		await expect(new BoardPage(page).row(story.channel)).toBeVisible();
		await page.keyboard.press("j");
		const row = page.getByRole("rowheader").getByRole("link");
		await expect(row).toBeFocused();
		await open(page);
		await expect(option(page, /.+/).first()).toBeVisible();
		await box(page).evaluate((input) => {
			const told = { key: "Enter", code: "Enter", bubbles: true };
			input.dispatchEvent(
				new KeyboardEvent("keydown", { ...told, isComposing: true }),
			);
		});
		await page.keyboard.press("ArrowDown");
		await expect(palette(page)).toBeVisible();
		await page.keyboard.press("Escape");
		await expect(palette(page)).toBeHidden();
		await expect(row).toBeFocused();
	} finally {
		await story.end();
	}
});

test("what was found stays while the server is asked, and silence and nothing are told apart", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "kept");
	try {
		await page.goto("/?filter=kept");
		await expect(new BoardPage(page).row(story.channel)).toBeVisible();
		await open(page);
		await page.keyboard.type("kep");
		const found = option(page, `${story.group} on ${story.channel}`);
		await expect(found).toBeVisible();
		await page.context().setOffline(true);
		await page.keyboard.type("t");
		await expect(palette(page).getByRole("alert")).toBeVisible();
		await expect(found).toBeVisible();
		await page.context().setOffline(false);
		await expect(palette(page).getByRole("alert")).toBeHidden();
		await box(page).fill("no-such-thing-anywhere");
		await expect(
			palette(page).getByText("Nothing fits “no-such-thing-anywhere”"),
		).toBeVisible();
	} finally {
		await page.context().setOffline(false);
		await story.end();
	}
});

test("it stands in nobody's way, in either theme and language", async ({
	page,
	context,
	stage,
}) => {
	for (const language of ["en", "ko"]) {
		await context.addCookies([
			{ name: "tidemark-language", value: language, url: stage.product.origin },
		]);
		await page.goto("/");
		await expect(page.getByRole("switch")).toContainText(/\d\d:\d\d:\d\d/);
		await page.keyboard.press("Control+k");
		await expect(page.getByRole("combobox").last()).toBeFocused();
		await expect(page.getByRole("option").nth(2)).toBeVisible();
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme });
			expect(await inTheWay(page)).toEqual([]);
		}
	}
});
