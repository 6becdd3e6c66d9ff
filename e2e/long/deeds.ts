// What do people do with the product all day? Each deed is one that a person does in a few seconds, wherever the last one ended.
import type { Page } from "@playwright/test";
import type { Random } from "#world/random.ts";

export type Deed = {
	readonly called: string;
	do(page: Page, random: Random): Promise<void>;
};

export const oneOf = <T>(of: readonly T[], random: Random): T | undefined =>
	of[Math.floor(random() * of.length)];

const main = (page: Page) =>
	page.getByRole("navigation").getByRole("link", { name: "Board" });

async function toBoard(page: Page): Promise<void> {
	if (await main(page).isVisible()) await main(page).click();
	else await page.goto("/");
	await page.getByRole("columnheader").first().waitFor();
}

const filters = [
	...["verdict:stalled", "lag:>3", "orders77", "group-1"],
	...["group:*", "verdict:healthy lag:0", "-verdict:healthy", "nothing-is-so"],
];

const filtering: Deed = {
	called: "filter the board",
	async do(page, random) {
		await toBoard(page);
		const box = page.getByPlaceholder(/verdict:/);
		await box.click();
		await box.pressSequentially(oneOf(filters, random) ?? "", { delay: 20 });
		await page.keyboard.press("Enter");
		await page.getByRole("main").waitFor();
		await box.fill("");
		await page.keyboard.press("Enter");
	},
};

const sorting: Deed = {
	called: "order the board",
	async do(page, random) {
		await toBoard(page);
		const heads = page.getByRole("columnheader").getByRole("button");
		const head = heads.nth(Math.floor(random() * (await heads.count())));
		await head.click();
		await page.mouse.wheel(0, 5000 * random());
		await page.mouse.wheel(0, 90_000 * random());
	},
};

const opening: Deed = {
	called: "open a subscription and look into it",
	async do(page, random) {
		await page.goto("/?fold=none");
		const links = page.getByRole("rowheader").getByRole("link");
		await links.first().waitFor();
		await links.nth(Math.floor(random() * (await links.count()))).click();
		await page.getByRole("heading", { level: 1 }).waitFor();
		for (const name of ["6 h", "As table", "As chart"]) {
			const button = page.getByRole("button", { name, exact: true });
			if (await button.isVisible()) await button.click();
		}
		await page.mouse.wheel(0, 3000);
		await page.goBack();
	},
};

const addresses = [
	...["/alerts", "/activity", "/people", "/?view=wall", "/?sort=lag"],
	...["/?filter=verdict:healthy&fold=none", "/nothing/is/here"],
];
const visiting: Deed = {
	called: "visit a page by its address",
	async do(page, random) {
		await page.goto(oneOf(addresses, random) ?? "/");
		await page.locator("main, .wall").first().waitFor();
	},
};

const muting: Deed = {
	called: "mute alerts and end it",
	async do(page, random) {
		const why = `long run ${Math.floor(random() * 1e9)}`;
		await page.goto(
			`/alerts?mute=${encodeURIComponent("channel:nothing-is-so")}`,
		);
		const dialog = page.getByRole("dialog", { name: "Mute alerts" });
		await dialog.getByLabel("Why").fill(why);
		await dialog.getByRole("button", { name: "Mute", exact: true }).click();
		const mute = page.getByRole("listitem").filter({ hasText: why });
		await mute.getByRole("button", { name: "End it" }).click();
	},
};

const finding: Deed = {
	called: "find by keys",
	async do(page, random) {
		await toBoard(page);
		await page.keyboard.press("Control+k");
		const box = page.getByRole("combobox", { name: /^Find/ });
		await box.fill(String(Math.floor(random() * 99)));
		await page.getByRole("option").first().waitFor();
		await page.keyboard.press("Escape");
	},
};

/** Whatever can be pressed, but for what ends the visit or empties a broker. */
const notPressed =
	/sign out|\bend\b|leave|remove|delete|trim|reclaim|evict|reset|recover|redrive|forget|approve|invit|password|token|revoke|copy/i;
const pressing: Deed = {
	called: "press whatever is there",
	async do(page, random) {
		const buttons = page.getByRole("main").getByRole("button");
		const count = await buttons.count();
		for (let n = 0; n < 3 && count > 0; n++) {
			const button = buttons.nth(Math.floor(random() * count));
			const shown = await button.innerText({ timeout: 2000 });
			const name = `${shown} ${await button.getAttribute("aria-label")}`;
			if (!notPressed.test(name)) await button.click({ timeout: 2000 });
			await page.keyboard.press("Escape");
		}
	},
};

export const deeds: readonly Deed[] = [
	...[filtering, sorting, opening, opening],
	...[visiting, muting, finding, pressing],
];

export const watchingTheWall: Deed = {
	called: "watch the wall",
	async do(page) {
		if (!page.url().includes("view=wall")) await page.goto("/?view=wall");
		await page.locator(".wall").first().waitFor();
	},
};
