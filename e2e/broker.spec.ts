// Is a broker's page found, does it name the groups that are no row, and can everybody use it?
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { BoardPage } from "./board-page.ts";
import { inTheWay } from "./looks.ts";
import { expect, kafkaName, redisName, test } from "./stage.ts";
import { kafkaWork, redisWork } from "./work.ts";
import { startWorker } from "./workers.ts";

const chip = (page: Page, name: string) =>
	page
		.getByRole("list", { name: "Brokers" })
		.getByRole("link", { name: new RegExp(name) });

const workersGroup = () => `connect-${randomUUID().slice(0, 8)}`;

test("an operator opens a broker's page from the strip and finds the Connect workers that no row shows", async ({
	page,
	stage,
}) => {
	const group = workersGroup();
	const work = await kafkaWork(stage, "beside");
	const worker = await startWorker(stage, group, "connect-worker-1");
	try {
		await work.startReading();
		await work.produce(3);
		await page.goto("/");
		await expect(new BoardPage(page).row(work.channel)).toBeVisible();
		await expect(page.getByText(group)).toHaveCount(0);
		await chip(page, kafkaName).focus();
		await page.keyboard.press("Enter");
		await expect(page.getByRole("heading", { level: 1 })).toContainText(
			kafkaName,
		);
		const table = page.getByRole("table", { name: "Groups without positions" });
		const named = page.getByRole("rowheader", { name: group, exact: true });
		const row = table.getByRole("row").filter({ has: named });
		await expect(row).toContainText("connect");
		await expect(row).toContainText("Stable");
		await row.getByRole("button", { name: `Members of ${group}: 1` }).click();
		const members = page.getByRole("table", { name: `Members of ${group}` });
		await expect(members).toContainText("connect-worker-1");
		await expect(members).toContainText("127.0.0.1");
		await worker.leave();
		// Empty at first; a group without positions is then removed by the cluster itself, whenever it cleans up.
		await expect(row.filter({ hasText: "Stable" })).toHaveCount(0);
		await page.getByRole("link", { name: "Show them on the board" }).click();
		await expect(page).toHaveURL(/filter=broker/);
		await expect(new BoardPage(page).row(work.channel)).toBeVisible();
	} finally {
		await worker.leave().catch(() => {});
		await work.end();
	}
});

test("a subscription's page leads to its broker, whose groups are all on the board", async ({
	page,
	stage,
}) => {
	const work = await redisWork(stage, "its-broker");
	try {
		await new BoardPage(page).open(work.channel);
		await page.getByRole("link", { name: work.channel }).click();
		await page.waitForURL(/\/subscriptions\//);
		await page.getByRole("main").getByRole("link", { name: redisName }).click();
		await expect(page).toHaveURL(`/brokers/${redisName}`);
		await expect(chip(page, redisName)).toHaveAttribute("aria-current", "page");
		await expect(page.getByText(/^None\. Every group/)).toBeVisible();
		await expect(page.getByText(/^of [\d,]+ that the server/)).toBeVisible();
		for (const width of [1440, 360]) {
			await page.setViewportSize({ width, height: 800 });
			expect(await inTheWay(page)).toEqual([]);
		}
	} finally {
		await work.end();
	}
});

test("the address of a broker nobody configured says so, and leads back", async ({
	page,
}) => {
	await page.goto("/brokers/never-was");
	await expect(page.getByRole("heading", { level: 1 })).toHaveText(
		"There is no such broker",
	);
	await page.getByRole("link", { name: "To the board" }).click();
	await expect(page).toHaveURL("/");
});

for (const colorScheme of ["light", "dark"] as const)
	test(`nothing stands in anybody's way on a broker's page, wide or narrow (${colorScheme})`, async ({
		page,
		stage,
	}) => {
		const group = workersGroup();
		const worker = await startWorker(stage, group, "connect-worker-1");
		try {
			await page.emulateMedia({ colorScheme });
			for (const width of [1440, 360]) {
				await page.setViewportSize({ width, height: 800 });
				await page.goto(`/brokers/${kafkaName}`);
				await page.getByRole("button", { name: `Members of ${group}` }).click();
				await expect(
					page.getByRole("table", { name: `Members of ${group}` }),
				).toBeVisible();
				expect(await inTheWay(page)).toEqual([]);
				const { scroll, client } = await page.evaluate(() => ({
					scroll: document.documentElement.scrollWidth,
					client: document.documentElement.clientWidth,
				}));
				expect(scroll).toBeLessThanOrEqual(client);
			}
		} finally {
			await worker.leave();
		}
	});
