// Are times told in the reader's zone, and in the one they choose, on every page and after coming back?
import type { Browser, Locator, Page } from "@playwright/test";
import { BoardPage } from "./board-page.ts";
import { expect, type Stage, test } from "./stage.ts";
import { redisWork } from "./work.ts";

async function pageIn(
	browser: Browser,
	stage: Stage,
	timezoneId: string,
): Promise<Page> {
	const context = await browser.newContext({
		...{ timezoneId, locale: "en-GB", baseURL: stage.product.origin },
		storageState: stage.signedIn,
	});
	return context.newPage();
}

const zone = (page: Page) => page.getByRole("button", { name: /^Times in/ });

/** The hour on the screen's clock, and the one it is there. */
async function hours(page: Page, timeZone: string) {
	const clock = page.getByRole("switch", { name: "Live" });
	await expect(clock).toContainText(/\d\d:\d\d:\d\d/);
	const shown = (await clock.innerText()).match(/(\d\d):\d\d:\d\d/)?.[1];
	const there = new Intl.DateTimeFormat("en-GB", {
		...{ timeZone, hour: "2-digit", hourCycle: "h23" },
	});
	// Either side of the full hour, which may pass between looking and asking.
	return { shown, there: [Date.now() - 5_000, Date.now()].map(there.format) };
}

for (const [timezoneId, name] of [
	["Asia/Seoul", /^GMT\+9$/],
	["America/New_York", /^(GMT-[45]|E[DS]T)$/],
] as const)
	test(`the clock is that of ${timezoneId}, one key makes it UTC, and that is kept`, async ({
		browser,
		stage,
	}) => {
		const page = await pageIn(browser, stage, timezoneId);
		try {
			await page.goto("/");
			await expect(zone(page)).toHaveText(name);
			await expect(zone(page)).toHaveAttribute(
				"title",
				`Times in local time, ${timezoneId} (t)`,
			);
			const local = await hours(page, timezoneId);
			expect(local.there).toContain(local.shown);

			await page.keyboard.press("t");
			await expect(zone(page)).toHaveText("UTC");
			await page.reload();
			await expect(zone(page)).toHaveText("UTC");
			const utc = await hours(page, "UTC");
			expect(utc.there).toContain(utc.shown);

			await zone(page).click();
			await expect(zone(page)).toHaveText(name);
		} finally {
			await page.context().close();
		}
	});

test("daylight saving that begins under an open page is told by the zone's name", async ({
	browser,
	stage,
}) => {
	const page = await pageIn(browser, stage, "America/New_York");
	try {
		await page.clock.install({ time: new Date("2027-03-14T06:59:00Z") });
		await page.goto("/");
		await expect(zone(page)).toHaveText("GMT-5");
		await page.clock.runFor(120_000);
		await expect(zone(page)).toHaveText("GMT-4");
	} finally {
		await page.context().close();
	}
});

/** The whole date that is drawn beside what has the focus; empty where none is. */
const drawnBeside = (focused: Locator) =>
	focused.evaluate((it) => getComputedStyle(it, "::after").content);

const whole = /^"\d{1,2} \w{3} 20\d\d, \d\d:\d\d:\d\d UTC"$/;

test("whoever uses no mouse is shown the whole date behind “2 s ago”, with one stop for all times of a table", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "dated");
	try {
		await story.produce(40);
		await story.take(20);
		const board = new BoardPage(page);
		await board.open(story.channel);
		await board.row(story.channel).getByRole("link").click();
		const title = page.getByRole("heading", { level: 1 });
		const since = title.getByRole("time");
		await expect(since).toContainText("since");
		expect(await drawnBeside(since)).toBe("none");
		await page.getByRole("main").getByRole("link").nth(1).focus();
		await page.keyboard.press("Tab");
		await expect(since).toBeFocused();
		expect(await drawnBeside(since)).toMatch(whole);

		const held = page.getByRole("table", { name: "Pending" });
		const times = held.getByRole("time");
		await expect(times).toHaveCount(40);
		await page.getByLabel("Since last delivered", { exact: true }).focus();
		await page.keyboard.press("Tab");
		await expect(times.first()).toBeFocused();
		expect(await drawnBeside(times.first())).toMatch(whole);
		await page.keyboard.press("ArrowDown");
		await expect(times.nth(1)).toBeFocused();
		expect(await drawnBeside(times.nth(1))).toMatch(whole);
		expect(await drawnBeside(times.first())).toBe("none");
		await expect(held.locator("time[tabindex='0']")).toHaveCount(1);
	} finally {
		await story.end();
	}
});
