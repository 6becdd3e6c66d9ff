// Where does a wall hang in a test? On a broker of its own, for a wall is calm only when nothing anywhere is wrong.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
	type BrowserContextOptions,
	test as base,
	type Page,
	expect as usual,
} from "@playwright/test";
import { type RedisWorld, startRedis } from "#world/redis.ts";
import { type Product, startProduct } from "./product.ts";

type Place = {
	readonly redis: RedisWorld;
	readonly product: Product;
	readonly signedIn: BrowserContextOptions["storageState"];
};

export const test = base.extend<object, { place: Place }>({
	place: [
		async ({ browser }, use) => {
			const folder = await mkdtemp(join(tmpdir(), "tidemark-wall-"));
			const redis = await startRedis({ folder: join(folder, "redis") });
			const product = await startProduct(folder, { jobs: redis.address });
			const context = await browser.newContext();
			const page = await context.newPage();
			await page.goto(product.entryLink);
			await page.waitForURL(`${product.origin}/`);
			const signedIn = await context.storageState();
			await context.close();
			await use({ redis, product, signedIn });
			await product.stop();
			await redis.stop();
			await rm(folder, { recursive: true, force: true });
		},
		{ scope: "worker", timeout: 120_000 },
	],
	baseURL: async ({ place }, use) => use(place.product.origin),
	storageState: async ({ place }, use) => use(place.signedIn),
	viewport: { width: 1920, height: 1080 },
});

export const wall = "/?view=wall";
export const calm = (page: Page) =>
	page.getByRole("heading", {
		name: /^(All \d+ backlogs are|The one backlog is) moving$/,
	});

/** A verdict takes its readings, some fifteen seconds of them, and a laden machine takes longer. */
export const expect = usual.configure({ timeout: 60_000 });
