// Is a board of 10,000 subscriptions as quick to walk as one of ten? One table, few rows in the document, and only the parts in sight are asked for.
import type { Page } from "@playwright/test";
import { expect, rows, table, test } from "./large-stage.ts";
import { shiftOf } from "./shift.ts";

const focused = (page: Page) =>
	page.locator("tr[aria-rowindex]", { has: page.locator(":focus") });

test("10,000 rows are one table with few of them in the document, walked by keys from end to end", async ({
	page,
}) => {
	const asked: URL[] = [];
	page.on("request", (request) => {
		const url = new URL(request.url());
		if (url.pathname === "/api/board") asked.push(url);
	});
	await page.goto("/?fold=none");
	await expect(table(page)).toHaveAttribute("aria-rowcount", `${rows + 1}`);
	const few = async () => {
		const drawn = await table(page).locator("tr").count();
		expect(drawn).toBeGreaterThan(20);
		expect(drawn).toBeLessThanOrEqual(60);
	};
	await few();

	await page.keyboard.press("j");
	await expect(focused(page)).toHaveAttribute("aria-rowindex", "2");
	await page.keyboard.press("End");
	await expect(focused(page)).toHaveAttribute("aria-rowindex", `${rows + 1}`);
	await expect(focused(page)).toBeInViewport();
	await few();
	await page.keyboard.press("PageUp");
	await expect(focused(page)).not.toHaveAttribute(
		"aria-rowindex",
		`${rows + 1}`,
	);
	await few();
	await page.keyboard.press("Home");
	await expect(focused(page)).toHaveAttribute("aria-rowindex", "2");
	for (let i = 0; i < 15; i++) await page.keyboard.press("PageDown");
	await page.keyboard.press("k");
	await page.keyboard.press("ArrowDown");
	const index = Number(await focused(page).getAttribute("aria-rowindex"));
	expect(index).toBeGreaterThan(200);
	await expect(focused(page)).toBeInViewport();
	await few();

	const parts = asked.map(({ searchParams }) => searchParams.get("offset"));
	expect(new Set(parts).size).toBeGreaterThan(2);
	for (const { searchParams } of asked)
		expect(Number(searchParams.get("limit"))).toBeLessThanOrEqual(200);
});

test("a link to the middle shows the middle, Back leaves the board at once, and the tide stands where the calm begins", async ({
	page,
}) => {
	await page.goto("/enter");
	await page.goto("/?fold=none&from=5454");
	const tide = page.getByText("4,546 healthy below this line");
	await expect(tide).toBeInViewport();
	const calm = table(page)
		.locator("tr[aria-rowindex]")
		.filter({ hasText: "healthy" });
	await expect(calm.first()).toHaveAttribute("aria-rowindex", "5456");
	await page.mouse.move(700, 500);
	await page.mouse.wheel(0, 9_000);
	await expect(page).toHaveURL(/from=57/);
	await page.goBack();
	await expect(page).toHaveURL(/enter/);
});

test("an open family keeps its place when it is scrolled away and back", async ({
	page,
}) => {
	await page.goto("/");
	const tree = page.getByRole("treegrid", { name: "Board" });
	const first = tree.locator("tbody").getByRole("button").first();
	const lines = Number(await tree.getAttribute("aria-rowcount"));
	await first.click();
	await expect(tree).toHaveAttribute("aria-rowcount", `${lines + 32}`);
	await page.keyboard.press("End");
	await expect(focused(page)).toHaveAttribute("aria-rowindex", `${lines + 32}`);
	await expect(tree).toHaveAttribute("aria-rowcount", `${lines + 32}`);
	await page.keyboard.press("Home");
	await expect(first).toBeFocused();
	await expect(tree.locator("[aria-level='2']").first()).toBeInViewport();
});

test("rows stay under the pointer while others would move, also in a part that comes later", async ({
	page,
	large,
}) => {
	await page.goto("/?fold=none&from=300");
	const row = table(page).locator("tbody tr[aria-rowindex='320']");
	await row.hover();
	const before = { text: await row.innerText(), box: await row.boundingBox() };
	const again = page.waitForResponse(/\/api\/board/);
	await large.fill(300);
	await page.keyboard.press("r");
	await again;
	await expect(page.getByText(/Order held while you point/)).toBeVisible();
	expect(await row.boundingBox()).toEqual(before.box);
	await page.mouse.wheel(0, 1_500);
	await expect(page.locator(".coming")).toHaveCount(0);
	await page.mouse.wheel(0, -1_500);
	await expect(row.getByRole("rowheader")).toContainText(
		before.text.split("\n").find((line) => line.includes("stream")) ?? "?",
	);
});

test("nothing shifts while the board comes and while it is scrolled", async ({
	page,
}) => {
	const shift = await shiftOf(page);
	await page.goto("/?fold=none");
	await expect(table(page).getByRole("link").first()).toBeVisible();
	await page.mouse.move(700, 500);
	for (let i = 0; i < 10; i++) await page.mouse.wheel(0, 2_000);
	await expect(page).toHaveURL(/from=/);
	expect(await shift()).toBeLessThan(0.05);
});
