// Are many dead groups ended at once, each looked at again, and with one line for each? On a real broker, by mouse.
import { inTheWay } from "./looks.ts";
import { deadGroups } from "./positions-work.ts";
import { expect, test } from "./stage.ts";

test("an operator cleans up forty dead groups", async ({ page, stage }) => {
	const groups = await deadGroups(stage, 41);
	const filter = `group:"${groups.under}-*"`;
	await page.goto(`/?${new URLSearchParams({ filter, fold: "none" })}`);
	const dialog = page.getByRole("dialog");
	const menu = page.getByRole("button", { name: /^Clean up/ }).last();
	await expect(page.getByText(/^41.subscriptions/)).toBeVisible();

	// One by its box first.
	const box = page.getByRole("checkbox", { name: /^Select / }).first();
	const name = (await box.getAttribute("aria-label"))?.split(" → ")[1] ?? "";
	await page.getByRole("rowheader").filter({ hasText: name }).first().hover();
	await box.check();
	await menu.click();
	await expect(page.getByText("1 selected")).toBeVisible();
	await page.getByRole("button", { name: "Delete groups…" }).click();
	await expect(
		dialog.getByRole("heading", { name: "Delete the group" }),
	).toBeVisible();
	await dialog.getByLabel(/^Type /).fill(name);
	await dialog.getByRole("button", { name: "Delete the group" }).click();
	await expect(
		dialog.getByRole("heading", { name: /^Done: group deleted/ }),
	).toBeVisible();
	await dialog.getByRole("button", { name: "Close" }).click();
	await expect(page.getByText(/^40.subscriptions/)).toBeVisible();

	await menu.click();
	await page.getByRole("button", { name: "Select none" }).click();
	await expect(page.getByText("All 40 that match")).toBeVisible();
	await page.getByRole("button", { name: "Delete groups…" }).click();
	const yes = dialog.getByRole("button", { name: /^Delete 40.groups$/ });
	await expect(yes).toBeVisible();
	await expect(dialog.getByRole("listitem")).toHaveCount(40);
	expect(await inTheWay(page)).toEqual([]);
	await dialog.getByLabel("Type 40").fill("40");
	await yes.click();
	await expect(
		dialog.getByRole("heading", { name: /^Done: 40.groups deleted/ }),
	).toBeVisible({ timeout: 60_000 });
	await expect(
		dialog.getByRole("listitem").filter({ hasText: "done: group deleted" }),
	).toHaveCount(40);
	expect(await groups.names()).toEqual([]);
});
