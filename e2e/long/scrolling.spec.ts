// Is a large board as light to scroll as the browser alone allows?
import { expect, table, test } from "../large-stage.ts";
import { scrollCost } from "./scroll-cost.ts";

test("scrolling costs as little as scrolling a bare table of as many rows on the same machine", async ({
	page,
}) => {
	await page.goto("/?fold=none");
	await expect(table(page).locator("tbody tr").first()).toBeVisible();
	const ratio = await scrollCost(page);
	expect(ratio).toBeLessThan(4);
});
