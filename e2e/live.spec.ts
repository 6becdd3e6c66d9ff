// Does a screen ask only while somebody looks, and does it leave alone what did not change?
import type { Page } from "@playwright/test";
import { BoardPage } from "./board-page.ts";
import { expect, test } from "./stage.ts";
import { redisWork } from "./work.ts";

/** As if another tab lay before this one, or none any more. */
const show = (page: Page, state: "hidden" | "visible") =>
	page.evaluate((shown) => {
		Object.defineProperty(document, "visibilityState", {
			...{ configurable: true, get: () => shown },
		});
		document.dispatchEvent(new Event("visibilitychange"));
	}, state);

/** Longer than a screen would wait, by the collector's own pulse and not by a guess. */
async function severalIntervals(page: Page): Promise<void> {
	const pulse = async () =>
		Date.parse((await (await page.request.get("/api/ready")).json()).at);
	const from = await pulse();
	await expect.poll(async () => (await pulse()) - from).toBeGreaterThan(5_000);
}

test("a hidden tab asks nothing, and asks at once when it is shown again", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "hidden");
	try {
		const board = new BoardPage(page);
		await board.open(story.channel);
		await expect(board.row(story.channel)).toBeVisible();
		await board.settled();
		await show(page, "hidden");
		let asked = 0;
		page.on("request", (request) => {
			if (request.url().includes("/api/")) asked++;
		});
		await story.produce(17);
		await severalIntervals(page);
		expect(asked).toBe(0);
		await expect(await board.cell(story.channel, "Lag")).toHaveText("0");
		await show(page, "visible");
		await expect(await board.cell(story.channel, "Lag")).toContainText("17");
	} finally {
		await story.end();
	}
});

test("a browser without a network says so, and goes on by itself when it is back", async ({
	page,
	context,
	stage,
}) => {
	const story = await redisWork(stage, "offline");
	try {
		const board = new BoardPage(page);
		await board.open(story.channel);
		await expect(board.row(story.channel)).toBeVisible();
		await board.settled();
		await context.setOffline(true);
		await expect(page.getByText("This browser is offline.")).toBeVisible();
		let answered = 0;
		page.on("response", () => answered++);
		await story.produce(23);
		await severalIntervals(page);
		expect(answered).toBe(0);
		await context.setOffline(false);
		await expect(page.getByText("This browser is offline.")).toBeHidden();
		await expect(await board.cell(story.channel, "Lag")).toContainText("23");
	} finally {
		await context.setOffline(false);
		await story.end();
	}
});

test("a row that did not change is not drawn again, whatever happens beside it", async ({
	page,
	stage,
}) => {
	const calm = await redisWork(stage, "beside-a");
	const busy = await redisWork(stage, "beside-b");
	try {
		await page.goto("/?filter=beside-&sort=name&fold=none");
		const board = new BoardPage(page);
		await expect(board.row(calm.channel)).toBeVisible();
		await expect(await board.cell(calm.channel, "Lag")).toHaveText("0");
		// Its first readings decide how it is told.
		await severalIntervals(page);
		await board.row(calm.channel).evaluate((row) => {
			row.setAttribute("data-changed", "0");
			new MutationObserver((changes) => {
				const inWords = changes.filter(({ target, attributeName }) => {
					const at = target instanceof Element ? target : target.parentElement;
					return attributeName !== "data-changed" && !at?.closest("svg");
				});
				const before = Number(row.getAttribute("data-changed"));
				const after = String(before + inWords.length);
				if (inWords.length > 0) row.setAttribute("data-changed", after);
			}).observe(row, {
				...{ subtree: true, childList: true },
				...{ characterData: true, attributes: true },
			});
		});
		for (const [index, n] of [3, 30, 300].entries()) {
			await busy.produce(n);
			const lag = [3, 33, 333][index];
			await expect(await board.cell(busy.channel, "Lag")).toContainText(
				String(lag),
			);
		}
		expect(await board.row(calm.channel).getAttribute("data-changed")).toBe(
			"0",
		);
		// Had it changed, that would have been seen.
		await calm.produce(7);
		await expect(await board.cell(calm.channel, "Lag")).toContainText("7");
		expect(
			Number(await board.row(calm.channel).getAttribute("data-changed")),
		).toBeGreaterThan(0);
	} finally {
		await Promise.all([calm.end(), busy.end()]);
	}
});
