// What stands before a browser test begins? Real brokers, the product watching them, and a browser that was let in.
import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
	type Browser,
	type BrowserContextOptions,
	test as base,
} from "@playwright/test";
import { type KafkaWorld, startKafka } from "#world/kafka.ts";
import { type RedisWorld, startRedis } from "#world/redis.ts";
import { type Product, startProduct } from "./product.ts";

export type Stage = {
	readonly kafka: KafkaWorld;
	readonly redis: RedisWorld;
	readonly product: Product;
	/** What a program shows to scrape it. */
	readonly scrapeToken: string;
	/** What a browser keeps after it came in by the entry link. */
	readonly signedIn: Exclude<
		BrowserContextOptions["storageState"],
		string | undefined
	>;
};

/** The names under which the product knows the two brokers. */
export const kafkaName = "orders-kafka";
export const redisName = "jobs-redis";

export const test = base.extend<object, { stage: Stage; every: string }>({
	/** How often the brokers are asked. */
	every: ["1s", { option: true, scope: "worker" }],
	stage: [
		async ({ browser, every }, use) => {
			const folder = await mkdtemp(join(tmpdir(), "tidemark-e2e-"));
			const [kafka, redis] = await Promise.all([
				startKafka({ nodes: 1, folder: join(folder, "kafka") }),
				startRedis({ folder: join(folder, "redis") }),
			]);
			const scrapeToken = randomUUID();
			// The file a user keeps beside; the brokers come by flags.
			const settings = join(folder, "tidemark.yaml");
			await writeFile(settings, `metrics: ${scrapeToken}\n`, { mode: 0o600 });
			const product = await startProduct(
				folder,
				{ [kafkaName]: kafka.address, [redisName]: redis.address },
				["--every", every],
			);
			await use({
				kafka,
				redis,
				product,
				scrapeToken,
				signedIn: await comeIn(browser, product),
			});
			await product.stop();
			await Promise.all([kafka.stop(), redis.stop()]);
			await rm(folder, { recursive: true, force: true });
		},
		{ scope: "worker", timeout: 180_000 },
	],
	baseURL: async ({ stage }, use) => use(stage.product.origin),
	storageState: async ({ stage }, use) => use(stage.signedIn),
});

export { expect } from "@playwright/test";

export async function comeIn(
	browser: Browser,
	{ entryLink, origin }: Product,
): Promise<Stage["signedIn"]> {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(entryLink);
	await page.waitForURL(`${origin}/`);
	const signedIn = await context.storageState();
	await context.close();
	return signedIn;
}
