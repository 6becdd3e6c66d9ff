// Do streams that are one stream many times over stand as one line, with the gravest of them first when it opens?
import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { BoardPage } from "./board-page.ts";
import { inTheWay } from "./looks.ts";
import { expect, test } from "./stage.ts";

const shards = 32;
const stuck = 7;

/** Hand-made sharding: as many streams, one group on each, all caught up but one that nobody reads. */
async function makeShards(address: string): Promise<string> {
	const word = [...randomUUID().replaceAll(/[^a-f]/g, "")].join("");
	const name = `orders-${word}:stream`;
	const client = new Redis(address);
	client.on("error", () => {});
	const pipeline = client.pipeline();
	for (let shard = 0; shard < shards; shard++)
		pipeline.xgroup("CREATE", `${name}:${shard}`, "billing", "$", "MKSTREAM");
	for (let i = 0; i < 40; i++) pipeline.xadd(`${name}:${stuck}`, "*", "job", i);
	await pipeline.exec();
	client.disconnect();
	return name;
}

test("an operator sees 32 shards as one line, and opens it to find the one that nobody reads", async ({
	page,
	stage,
	context,
}) => {
	const name = await makeShards(stage.redis.address);
	const filter = encodeURIComponent(`channel:${name}:*`);
	await page.goto(`/?filter=${filter}`);
	const family = new BoardPage(page).row(`${name}:{0…31}`);
	await expect(family).toContainText("stopped", { timeout: 60_000 });
	await expect(family).toContainText("1 of 32: ");
	await expect(family).toHaveAttribute("aria-expanded", "false");
	const rows = page.getByRole("treegrid").locator("tbody").getByRole("row");
	await expect(rows).toHaveCount(1);
	await expect(
		new BoardPage(page).row(name).getByRole("gridcell").nth(1),
	).toHaveText(/40/);
	await expect(page.getByText("32 subscriptions, gravest first")).toBeVisible();

	await page.getByRole("button", { name }).click();
	await expect(family).toHaveAttribute("aria-expanded", "true");
	await expect(rows.nth(1)).toContainText(`${name}:${stuck}`);
	await expect(rows.nth(1)).toContainText("stopped");
	await expect(rows.nth(1)).toHaveAttribute("aria-level", "2");
	await expect(page.getByRole("treegrid")).toHaveAttribute(
		"aria-rowcount",
		"34",
	);
	expect(await inTheWay(page)).toEqual([]);

	const colleague = await context.newPage();
	await colleague.goto(page.url());
	await expect(
		colleague.getByRole("link", { name: `${name}:${stuck} ` }),
	).toBeVisible();
	await colleague.close();

	await page.getByRole("button", { name: "Fold families" }).click();
	const unfolded = page.getByRole("table", { name: "Board" });
	await expect(unfolded).toHaveAttribute("aria-rowcount", "33");
	const top = unfolded.locator("tbody").getByRole("row").first();
	await expect(top).toContainText(`${name}:${stuck}`);
	await expect(page).toHaveURL(/fold=none/);
	await page.reload();
	await expect(
		page.getByRole("button", { name: "Fold families" }),
	).toHaveAttribute("aria-pressed", "false");
	await expect(family).toHaveCount(0);
});

test("a family is opened, walked and closed without a mouse, and stays where it is meanwhile", async ({
	page,
	stage,
}) => {
	const name = await makeShards(stage.redis.address);
	await page.goto(`/?filter=${encodeURIComponent(`channel:${name}:*`)}`);
	const button = page.getByRole("button", { name });
	await expect(button).toContainText("{0…31}");
	await page.keyboard.press("j");
	await expect(button).toBeFocused();
	const before = await button.boundingBox();
	await page.keyboard.press("ArrowRight");
	const first = page.getByRole("link", { name: `${name}:${stuck} ` });
	await expect(first).toBeVisible();
	await expect(button).toBeFocused();
	await page.keyboard.press("ArrowRight");
	await expect(first).toBeFocused();
	await page.keyboard.press("ArrowDown");
	await expect(first).not.toBeFocused();
	expect(await button.boundingBox()).toEqual(before);
	await page.keyboard.press("ArrowLeft");
	await expect(button).toBeFocused();
	await page.keyboard.press("ArrowLeft");
	await expect(first).toHaveCount(0);
	await expect(button).toHaveAttribute("aria-expanded", "false");
	await page.keyboard.press("Enter");
	await expect(first).toBeVisible();
});

test("a filter that fits some of a family folds those, and says how many there are", async ({
	page,
	stage,
}) => {
	const name = await makeShards(stage.redis.address);
	await page.goto(`/?filter=${encodeURIComponent(`channel:${name}:1*`)}`);
	const family = page.getByRole("button", { name });
	await expect(family).toContainText("{1…19}");
	await expect(family).toContainText("11 of 32");
	await page.goto(`/?filter=${encodeURIComponent(`channel:${name}:${stuck}`)}`);
	await expect(
		page.getByRole("link", { name: `${name}:${stuck} ` }),
	).toBeVisible();
});
