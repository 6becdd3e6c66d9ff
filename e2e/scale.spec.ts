// Is a board of 10,000 subscriptions as quick to walk as one of ten? One table, few rows in the document, and only the parts in sight are asked for.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { test as base, expect, type Page } from "@playwright/test";
import { freePorts } from "#world/ports.ts";
import { type Product, startProduct } from "./product.ts";
import { scrollCost } from "./scroll-cost.ts";
import { shiftOf } from "./shift.ts";
import { comeIn, type Stage } from "./stage.ts";

const rows = 10_000;
const brokers = 5;
const filler = join(import.meta.dirname, "../bench/large-store.ts");

type Large = {
	readonly product: Product;
	readonly signedIn: Stage["signedIn"];
	/** Writes the rows, the first so many of them graver than before. */
	fill(turned?: number): Promise<void>;
};

/** A store that was filled an instant ago, and brokers that are not asked again within the hour. */
const test = base.extend<object, { large: Large }>({
	large: [
		async ({ browser }, use) => {
			const folder = await mkdtemp(join(tmpdir(), "tidemark-scale-"));
			const [nobody = 0] = await freePorts(1);
			const address = `redis://127.0.0.1:${nobody}`;
			const store = join(folder, "store");
			const fill = async (turned = 0) => {
				const told = [store, rows, address, turned].map(String);
				await promisify(execFile)(process.execPath, [filler, ...told]);
			};
			await fill();
			const names = Array.from({ length: brokers }, (_, n) => `broker-${n}`);
			const product = await startProduct(
				folder,
				Object.fromEntries(names.map((name) => [name, address])),
				["--every", "1h"],
			);
			const signedIn = await comeIn(browser, product);
			await use({ product, signedIn, fill });
			await product.stop();
			await rm(folder, { recursive: true, force: true });
		},
		{ scope: "worker", timeout: 180_000 },
	],
	baseURL: async ({ large }, use) => use(large.product.origin),
	storageState: async ({ large }, use) => use(large.signedIn),
});

const table = (page: Page) => page.getByRole("table", { name: "Board" });
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

test("scrolling costs as little as scrolling a bare table of as many rows on the same machine", async ({
	page,
}) => {
	await page.goto("/?fold=none");
	await expect(table(page).locator("tbody tr").first()).toBeVisible();
	const ratio = await scrollCost(page);
	expect(ratio).toBeLessThan(4);
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
