// Does every key do what the sheet says of it, on any layout, and nothing at all while somebody types or wants none?
import type { Page } from "@playwright/test";
import { inTheWay } from "./looks.ts";
import { expect, test } from "./stage.ts";
import { redisWork, type Work } from "./work.ts";

const live = (page: Page) => page.getByRole("switch", { name: "Live" });
/** With the server's time in it, which it has only once keys are heard, too. */
const ready = (page: Page) =>
	expect(live(page)).toContainText(/\d\d:\d\d:\d\d/);
const paused = (page: Page) => page.getByRole("switch", { name: /Paused at/ });
const filterOf = (page: Page) => page.getByPlaceholder(/verdict:/);
const sheet = (page: Page) => page.getByRole("dialog", { name: "Keys" });

type Struck = Pick<
	KeyboardEventInit,
	"key" | "code" | "ctrlKey" | "altKey" | "metaKey" | "isComposing"
>;

/** As a keyboard of another layout would tell it. */
const strike = (page: Page, ...strikes: readonly Struck[]) =>
	page.evaluate((all) => {
		for (const given of all) {
			const told = { bubbles: true, cancelable: true, ...given };
			document.body.dispatchEvent(new KeyboardEvent("keydown", told));
		}
	}, strikes);

test("the keys that work everywhere", async ({ page }) => {
	await page.goto("/");
	await ready(page);
	await page.keyboard.press("l");
	await expect(paused(page)).toBeVisible();

	let asked = 0;
	page.on("request", (request) => {
		if (request.url().includes("/api/board")) asked++;
	});
	const answered = page.waitForResponse("**/api/board?*");
	await page.keyboard.press("r");
	await answered;
	expect(asked).toBe(1);
	await page.keyboard.press("l");
	await expect(live(page)).toBeVisible();

	const zone = page.getByRole("button", { name: /^Times in/ });
	await expect(zone).toHaveAttribute("title", /local time/);
	await page.keyboard.press("t");
	await expect(zone).not.toHaveAttribute("title", /local time/);
	await page.keyboard.press("t");
	await expect(zone).toHaveAttribute("title", /local time/);

	// Together, since a second between the two is too long.
	await strike(page, { key: "g", code: "KeyG" }, { key: "w", code: "KeyW" });
	await expect(page.getByText(/data \d+\ss old/)).toBeVisible();
	await strike(page, { key: "g", code: "KeyG" }, { key: "b", code: "KeyB" });
	await expect(live(page)).toBeVisible();
	await page.keyboard.press("?");
	await expect(sheet(page)).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(sheet(page)).toBeHidden();
});

test("the keys of the board", async ({ page, stage }) => {
	const works: Work[] = [];
	for (const n of [5, 20]) {
		const work = await redisWork(stage, "by-key");
		works.push(work);
		await work.produce(n);
	}
	const [few, many] = works;
	if (!few || !many) throw new Error("two stories were started");
	try {
		await page.goto("/?filter=by-key&sort=lag&fold=none");
		const rows = page.getByRole("rowheader");
		const links = rows.getByRole("link");
		await expect(rows.first()).toContainText(many.channel);
		await page.keyboard.press("j");
		await expect(links.first()).toBeFocused();
		await page.keyboard.press("j");
		await expect(links.nth(1)).toBeFocused();
		await page.keyboard.press("k");
		await expect(links.first()).toBeFocused();

		await few.produce(60);
		await expect(page.getByText(/rows? would move/)).toBeVisible();
		await expect(rows.first()).toContainText(many.channel);
		await page.keyboard.press("a");
		await expect(rows.first()).toContainText(few.channel);

		await page.keyboard.press("/");
		const filter = filterOf(page);
		await expect(filter).toBeFocused();
		await page.keyboard.press("Escape");
		await expect(filter).not.toBeFocused();
		await expect(page).toHaveURL(/by-key/);
		await page.keyboard.press("Escape");
		await expect(page).not.toHaveURL(/by-key/);

		const order = [
			...["losing", "stopped", "stalled", "slow"],
			...["unknown", "abandoned", "healthy"],
		];
		for (const [index, verdict] of order.entries()) {
			await page.keyboard.press(String(index + 1));
			await expect(page).toHaveURL(
				new RegExp(`filter=verdict(:|%3A)${verdict}`),
			);
		}
		await page.goto(`/?filter=${few.channel.split(":")[1]}&fold=none`);
		await expect(rows).toHaveCount(1);
		await page.keyboard.press("j");
		await expect(links.first()).toBeFocused();
		await page.keyboard.press("Enter");
		await expect(page.getByRole("heading", { level: 1 })).toContainText(
			few.channel,
		);
	} finally {
		await Promise.all(works.map((work) => work.end()));
	}
});

test("on a Korean layout the same keys do the same", async ({ page }) => {
	await page.goto("/");
	await ready(page);
	await strike(page, { key: "ㅣ", code: "KeyL" });
	await expect(paused(page)).toBeVisible();
	await strike(page, { key: "ㅎ", code: "KeyG" }, { key: "ㅈ", code: "KeyW" });
	await expect(page).toHaveURL(/view=wall/);
});

test("no key acts in a text field, with a modifier, while composing, or behind the sheet", async ({
	page,
}) => {
	await page.goto("/");
	await ready(page);
	await page.keyboard.press("/");
	await page.keyboard.type("llt?");
	await expect(filterOf(page)).toHaveValue("llt?");
	await expect(live(page)).toBeVisible();
	await page.keyboard.press("Escape");
	await strike(page, { key: "l", code: "KeyL", ctrlKey: true });
	await strike(page, { key: "l", code: "KeyL", altKey: true });
	await strike(page, { key: "l", code: "KeyL", metaKey: true });
	await strike(page, { key: "l", code: "KeyL", isComposing: true });
	await page.keyboard.press("?");
	await expect(sheet(page)).toBeVisible();
	await page.keyboard.press("l");
	await page.keyboard.press("Escape");
	await expect(sheet(page)).toBeHidden();
	await expect(live(page)).toBeVisible();
	// The one that counts, so that the others were not lost for another reason.
	await strike(page, { key: "l", code: "KeyL" });
	await expect(paused(page)).toBeVisible();
});

test("single keys are switched off in the sheet, stay off, and are switched on again", async ({
	page,
}) => {
	const button = page.getByRole("button", { name: "Keys" });
	const single = page.getByRole("checkbox", { name: "Single keys on" });
	await page.goto("/");
	await ready(page);
	await button.click();
	await single.uncheck();
	await page.keyboard.press("Escape");
	await expect(button).toBeFocused();
	await page.keyboard.press("l");
	await page.keyboard.press("?");
	await page.reload();
	await ready(page);
	await page.keyboard.press("l");
	await page.keyboard.press("?");
	await expect(sheet(page)).toBeHidden();
	await expect(live(page)).toBeVisible();
	await button.click();
	await expect(single).not.toBeChecked();
	await single.check();
	await page.keyboard.press("Escape");
	await page.keyboard.press("l");
	await expect(paused(page)).toBeVisible();
});

test("the sheet stands in nobody's way, in either theme and language", async ({
	page,
	context,
	stage,
}) => {
	for (const [language, name] of [
		["en", "Keys"],
		["ko", "단축키"],
	] as const) {
		await context.addCookies([
			{ name: "tidemark-language", value: language, url: stage.product.origin },
		]);
		await page.goto("/");
		await page.getByRole("button", { name, exact: true }).click();
		await expect(page.getByRole("dialog", { name })).toBeVisible();
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme });
			expect(await inTheWay(page)).toEqual([]);
		}
	}
});
