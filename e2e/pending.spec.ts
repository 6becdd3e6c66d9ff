// Can an operator see what is held, by whom and for how long, find what was delivered again and again, and read it?
import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { Redis } from "ioredis";
import { BoardPage } from "./board-page.ts";
import { inTheWay } from "./looks.ts";
import { expect, test } from "./stage.ts";

const threeHoursMs = 3 * 3_600_000;
const hostile = "<img src=x onerror=alert(1)>";

/** Sixty entries: most held for hours by one member, three of them delivered again and again, and one a stranger wrote. */
async function held(address: string) {
	const channel = `held:${randomUUID().slice(0, 8)}`;
	const client = new Redis(address);
	client.on("error", () => {});
	const beginMs = Date.now() - threeHoursMs;
	await client.xgroup("CREATE", channel, "readers", "0", "MKSTREAM");
	const ids: string[] = [];
	for (let i = 0; i < 60; i++) {
		const text = i === 17 ? hostile : `order ${i}`;
		const id = await client.xadd(channel, `${beginMs + i}-0`, "body", text);
		ids.push(id ?? "");
	}
	const take = (member: string, count: number) =>
		client.xreadgroup(
			...(["GROUP", "readers", member, "COUNT", count] as const),
			...(["STREAMS", channel, ">"] as const),
		);
	await take("worker-slow", 54);
	await take("worker-quick", 6);
	for (const [i, id] of ids.slice(0, 54).entries())
		await client.call(
			...(["XCLAIM", channel, "readers", "worker-slow", 0, id] as const),
			...(["IDLE", threeHoursMs, "RETRYCOUNT"] as const),
			i % 17 === 0 && i > 0 ? 12 : 1,
			"JUSTID",
		);
	return { channel, client, ids };
}

async function open(board: BoardPage, channel: string) {
	await board.open(channel);
	await board.page.getByRole("link", { name: channel }).click();
	return board.page.getByRole("table", { name: "Pending entries" });
}

async function expectAccessible(page: Page) {
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme });
		expect(await inTheWay(page)).toEqual([]);
	}
}

const isFocused = (it: Element) => it === document.activeElement;

async function tabTo(page: Page, target: Locator) {
	for (let i = 0; i < 60; i++) {
		await page.keyboard.press("Tab");
		if (await target.evaluate(isFocused)) return;
	}
	throw new Error("the key Tab does not lead there");
}

test("an operator sees that one member holds most of it for hours, finds what comes back again and again, and reads it", async ({
	page,
	stage,
}) => {
	const { channel, client, ids } = await held(stage.redis.address);
	try {
		const dialogs: string[] = [];
		page.on("dialog", (dialog) => {
			dialogs.push(dialog.message());
			void dialog.dismiss();
		});
		const table = await open(new BoardPage(page), channel);
		await expect(table.getByRole("row")).toHaveCount(51);
		await expect(page.getByRole("img", { name: /^Held by/ })).toHaveAttribute(
			"aria-label",
			/worker-slow: 54, worker-quick: 6/,
		);
		await expect(
			page.getByRole("img", { name: /^Since last delivered/ }),
		).toHaveAttribute("aria-label", /under 1 min: 6.*2 h to 1 d: 54/);
		await expect(
			page.getByText("Each of 60 entries was counted."),
		).toBeVisible();

		const next = page.getByRole("button", { name: "Next page" });
		await next.click();
		await expect(table.getByRole("row")).toHaveCount(11);
		await expect(next).toBeFocused();
		await page.getByRole("button", { name: "Page before" }).click();
		await expect(table.getByRole("row")).toHaveCount(51);
		await page.getByLabel("Delivered", { exact: true }).selectOption("11");
		await expect(table.getByRole("row")).toHaveCount(4);
		await page
			.getByLabel("Held by", { exact: true })
			.selectOption("worker-quick");
		await expect(page.getByText("No entry fits.")).toBeVisible();
		await page
			.getByLabel("Held by", { exact: true })
			.selectOption("worker-slow");
		const row = table.getByRole("row").filter({ hasText: ids[17] ?? "" });
		await expect(row).toContainText("worker-slow");
		await expect(row).toContainText("12");
		await expect(page.getByText(hostile)).toHaveCount(0);

		await row.getByRole("button", { name: /^Show contents/ }).click();
		await expect(page.getByText(hostile)).toBeVisible();
		expect(dialogs).toEqual([]);
		await expectAccessible(page);
		await row.getByRole("button", { name: /^Hide contents/ }).click();
		await expect(page.getByText(hostile)).toHaveCount(0);
	} finally {
		await client.quit();
	}
});

test("what is held is filtered and read by keys alone, in Korean, on a phone", async ({
	page,
	stage,
}) => {
	const { channel, client } = await held(stage.redis.address);
	try {
		await page.setViewportSize({ width: 390, height: 844 });
		await open(new BoardPage(page), channel);
		await page.getByRole("button", { name: "한국어" }).click();
		const table = page.getByRole("table", { name: "미확인 항목" });
		await expect(table.getByRole("row")).toHaveCount(51);
		await tabTo(page, page.getByLabel("전달 횟수", { exact: true }));
		for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowDown");
		await expect(table.getByRole("row")).toHaveCount(4);
		const button = table.getByRole("button", { name: /^내용 보기/ }).first();
		await tabTo(page, button);
		await page.keyboard.press("Enter");
		await expect(page.getByText(hostile)).toBeVisible();
		await expectAccessible(page);
		const wide = await table.evaluate((it) =>
			[it.closest("section"), document.documentElement].map((around) =>
				around === null ? 1 : around.scrollWidth - around.clientWidth,
			),
		);
		expect(wide).toEqual([0, 0]);
		await page.keyboard.press("Enter");
		await expect(page.getByText(hostile)).toHaveCount(0);
	} finally {
		await client.quit();
	}
});
