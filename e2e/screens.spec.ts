// Can everybody use the screens: without a mouse, in the dark, in Korean, and when they want to hold still?
import { BoardPage } from "./board-page.ts";
import { inTheWay } from "./looks.ts";
import { expect, test } from "./stage.ts";
import { kafkaWork, redisWork } from "./work.ts";

for (const colorScheme of ["light", "dark"] as const) {
	test(`nothing stands in anybody's way (${colorScheme})`, async ({
		page,
		stage,
	}) => {
		const works = [
			await kafkaWork(stage, "seen"),
			await redisWork(stage, "seen"),
		];
		try {
			for (const work of works) {
				await work.startReading();
				await work.produce(3);
			}
			await page.emulateMedia({ colorScheme });
			for (const { channel } of works) {
				const board = new BoardPage(page);
				await page.goto("/?filter=seen");
				await expect(board.row(channel)).toBeVisible();
				expect(await inTheWay(page)).toEqual([]);
				await page.getByRole("link", { name: channel }).click();
				await expect(
					page.getByRole("table", { name: "Members" }),
				).toBeVisible();
				expect(await inTheWay(page)).toEqual([]);
			}
		} finally {
			await Promise.all(works.map((work) => work.end()));
		}
	});
}

test("paused means that nothing is asked, and live means that it goes on", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "paused");
	try {
		const board = new BoardPage(page);
		await board.open(story.channel);
		await expect(board.row(story.channel)).toBeVisible();
		await board.settled();
		await page.getByRole("switch", { name: "Live" }).click();
		await expect(page.getByRole("switch", { name: /Paused at/ })).toBeVisible();
		let asked = 0;
		page.on("request", (request) => {
			if (request.url().includes("/api/")) asked++;
		});
		await story.produce(64);
		await page.evaluate(() => {
			window.dispatchEvent(new Event("focus"));
			window.dispatchEvent(new Event("online"));
			document.dispatchEvent(new Event("visibilitychange"));
		});
		// Longer than the screen would wait: measured by the collector's own pulse, not by a guess.
		const { at } = await (await page.request.get("/api/ready")).json();
		await expect
			.poll(
				async () =>
					Date.parse((await (await page.request.get("/api/ready")).json()).at) -
					Date.parse(at),
			)
			.toBeGreaterThan(5000);
		expect(asked).toBe(0);
		await page.getByRole("switch", { name: /Paused at/ }).click();
		await expect(await board.cell(story.channel, "Lag")).toContainText("64");
	} finally {
		await story.end();
	}
});

test("the board is found, walked and opened by keys alone", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "keys");
	try {
		await story.produce(2);
		await page.goto("/");
		await expect(new BoardPage(page).table).toBeVisible();
		await page.keyboard.press("/");
		await page.keyboard.type(`channel:"${story.channel}"`);
		await expect(page.getByRole("rowheader")).toHaveCount(1);
		await page.keyboard.press("Escape");
		await expect(page).toHaveURL(new RegExp(story.channel));
		await page.keyboard.press("j");
		const row = page.getByRole("rowheader").getByRole("link");
		await expect(row).toBeFocused();
		await page.keyboard.press("Enter");
		await expect(page.getByRole("heading", { level: 1 })).toContainText(
			story.channel,
		);
	} finally {
		await story.end();
	}
});

test("Korean is chosen once and stays", async ({ page, stage }) => {
	const story = await redisWork(stage, "korean");
	try {
		await page.goto("/?filter=korean");
		await page.getByRole("button", { name: "한국어" }).click();
		await expect(page.locator("html")).toHaveAttribute("lang", "ko");
		await page.reload();
		await expect(page.locator("html")).toHaveAttribute("lang", "ko");
		await expect(new BoardPage(page).row(story.channel)).toBeVisible();
	} finally {
		await story.end();
	}
});
