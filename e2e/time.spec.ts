// Are times told in the reader's zone, and in the one they choose, on every page and after coming back?
import type { Browser, Page } from "@playwright/test";
import { expect, type Stage, test } from "./stage.ts";

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
