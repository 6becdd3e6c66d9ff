// Does the page of a subscription prove what it says: how the lag went, over which time, and as numbers?
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { BoardPage } from "./board-page.ts";
import { moveDaysBack } from "./days-before.ts";
import { inTheWay } from "./looks.ts";
import { startProduct } from "./product.ts";
import { expect, redisName, test } from "./stage.ts";
import { redisWork, type Work } from "./work.ts";

const chart = (page: Page) => page.getByRole("img", { name: /^Lag over/ });
const slider = (page: Page) =>
	page.getByRole("slider", { name: "Point in time" });

async function open(page: Page, { channel }: Work): Promise<void> {
	await new BoardPage(page).open(channel);
	await page.getByRole("link", { name: channel }).click();
	await expect(chart(page)).toBeVisible();
}

async function backlog(story: Work, page: Page, n: number): Promise<void> {
	await story.produce(n);
	const board = new BoardPage(page);
	await board.open(story.channel);
	await expect(await board.cell(story.channel, "Lag")).toContainText(String(n));
}

/** So many that a stretch of them can be chosen. */
async function openWithPoints(page: Page, story: Work): Promise<void> {
	await backlog(story, page, 5);
	await open(page, story);
	await expect
		.poll(async () => Number(await slider(page).getAttribute("aria-valuemax")))
		.toBeGreaterThan(5);
}

test("a backlog is seen to rise, read off point by point, as numbers and as a file", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "rising");
	try {
		await backlog(story, page, 12);
		await open(page, story);
		await expect(chart(page)).toHaveAccessibleName(/highest 12 at/);
		await story.produce(400);
		await expect(chart(page)).toHaveAccessibleName(/to 412; highest 412 at/);

		await slider(page).press("End");
		await expect(slider(page)).toHaveAttribute("aria-valuetext", /Lag 412/);
		await slider(page).press("Home");
		// What the product read before this stream was there is a gap.
		await expect(slider(page)).toHaveAttribute("aria-valuenow", "0");

		await page.getByRole("button", { name: "As table" }).click();
		const table = page.getByRole("table", { name: /^History from/ });
		await expect(table.getByRole("row").nth(1)).toContainText("412");
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme });
			expect(await inTheWay(page)).toEqual([]);
		}
		const csv = await page
			.getByRole("link", { name: "CSV" })
			.getAttribute("href");
		const file = await page.request.get(csv ?? "");
		expect(file.headers()["content-type"]).toContain("text/csv");
		expect(await file.text()).toContain(`${story.channel},readers,true`);
	} finally {
		await story.end();
	}
});

test("range, number and table go with the address; what is frozen says so and stands still for the next person", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "frozen");
	const other = await page.context().newPage();
	try {
		await backlog(story, page, 7);
		await open(page, story);
		await page.getByRole("button", { name: "6 h" }).click();
		await page.getByRole("button", { name: "Holding" }).click();
		await expect(page).toHaveURL(/range=6h.*chart=holding/);
		await page.getByRole("button", { name: "Lag", exact: true }).click();
		await expect(chart(page)).toHaveAccessibleName(/over 6\sh.*highest 7 /);
		await page.getByRole("button", { name: "Freeze" }).click();
		await expect(page.getByText(/^Frozen: /)).toBeVisible();
		await page.getByRole("button", { name: "As table" }).click();
		await expect(page).toHaveURL(/from=.*to=.*as=table/);

		await story.produce(90);
		await other.goto(page.url());
		const said = await page.getByText(/^Frozen: /).innerText();
		await expect(other.getByText(said)).toBeVisible();
		const table = other.getByRole("table", { name: /^History from/ });
		await expect(table.getByRole("row").nth(1)).toContainText("7");
		await expect(other.locator(".figs")).toContainText("97");
		await expect(table).not.toContainText("97");

		await other.getByRole("button", { name: "As chart" }).click();
		await other.getByRole("button", { name: "Back to live" }).click();
		await expect(chart(other)).toHaveAccessibleName(/highest 97 at/);
	} finally {
		await other.close();
		await story.end();
	}
});

test("a stretch is chosen and shown alone by keys, and Back leads out of it", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "stretch");
	try {
		await openWithPoints(page, story);
		await slider(page).focus();
		await page.keyboard.press("End");
		for (let i = 0; i < 4; i++) await page.keyboard.press("Shift+ArrowLeft");
		await expect(slider(page)).toHaveAttribute("aria-valuetext", / to .*,/);
		await page.keyboard.press("Enter");
		await expect(page.getByText(/^Frozen: /)).toBeVisible();
		await expect(chart(page)).toHaveAccessibleName(/^Lag over \d+\s(?:s|min),/);
		await page.goBack();
		await expect(page.getByText(/^Frozen: /)).toHaveCount(0);
		await expect(chart(page)).toHaveAccessibleName(/^Lag over 1\sh/);
	} finally {
		await story.end();
	}
});

test("a stretch is chosen by dragging over the chart, and a hand that trembles chooses nothing", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "dragged");
	try {
		await openWithPoints(page, story);
		const { mouse } = page;
		const place = await slider(page).boundingBox();
		if (place === null) throw new Error("the chart has no place");
		const y = place.y + place.height / 2;
		const at = (share: number) => place.x + share * place.width;

		await mouse.move(at(0.5), y);
		await mouse.down();
		await mouse.move(at(0.5) + 3, y);
		await mouse.up();
		await expect(page).not.toHaveURL(/from=/);

		await mouse.move(at(0.02), y);
		await mouse.down();
		await mouse.move(at(0.4), y);
		await mouse.move(at(0.98), y);
		await expect(slider(page)).toHaveAttribute("aria-valuetext", / to .*,/);
		await mouse.up();
		await expect(page).toHaveURL(/from=.*to=/);
		await expect(page.getByText(/^Frozen: /)).toBeVisible();
		await page.goBack();
		await expect(chart(page)).toHaveAccessibleName(/^Lag over 1\sh/);
	} finally {
		await story.end();
	}
});

test("who comes back days later sees above which high water the lag rises", async ({
	page,
	stage,
	browser,
}) => {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-days-before-"));
	const brokers = { [redisName]: stage.redis.address };
	const story = await redisWork(stage, "tide");
	const before = join(folder, "before");
	const after = join(folder, "after");
	await Promise.all([mkdir(before), mkdir(after)]);
	let product = await startProduct(before, brokers);
	try {
		await story.produce(150);
		const first = await browser.newContext({ baseURL: product.origin });
		const seen = await first.newPage();
		await seen.goto(product.entryLink);
		await seen.waitForURL(`${product.origin}/`);
		await open(seen, story);
		await expect(chart(seen)).toHaveAccessibleName(/highest 150 at/);
		await expect(seen.getByText(/^high water/)).toHaveCount(0);
		await first.close();
		await product.stop();
		moveDaysBack(before);
		await rename(join(before, "store"), join(after, "store"));
		await story.produce(100);
		product = await startProduct(after, brokers);

		await page.goto(product.entryLink);
		await page.waitForURL(`${product.origin}/`);
		const filter = `filter=${encodeURIComponent(`channel:"${story.channel}"`)}`;
		await expect
			.poll(async () => {
				const address = `${product.origin}/api/board?${filter}`;
				const board = await (await page.request.get(address)).json();
				return board.rows[0]?.highWater;
			})
			.toBe(150);
		await page.goto(`${product.origin}/?${filter}`);
		await page.getByRole("link", { name: story.channel }).click();
		await expect(chart(page)).toHaveAccessibleName(/highest 250 at/);
		await expect(chart(page)).toHaveAccessibleName(
			/high water of the seven days before 150/,
		);
		await expect(page.getByText(/^high water 150, /)).toBeVisible();
	} finally {
		await product.stop();
		await story.end();
		await rm(folder, { recursive: true, force: true });
	}
});
