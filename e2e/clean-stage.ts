// What stands before a story of clean-ups begins? One real Redis whose members are known by name and soon called dead, and the product.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { type RedisWorld, startRedis } from "#world/redis.ts";
import { type Crew, crewOn, type Hands } from "./crew.ts";
import { type Product, startProduct } from "./product.ts";
import { comeIn, type Stage } from "./stage.ts";

export { expect } from "@playwright/test";

type CleanStage = {
	readonly redis: RedisWorld;
	readonly product: Product;
	readonly signedIn: Stage["signedIn"];
};

export const test = base.extend<
	{ crew: (hands: Hands) => Promise<Crew> },
	{ clean: CleanStage; settings: string }
>({
	/** What else stands in the configuration. */
	settings: ["", { option: true, scope: "worker" }],
	clean: [
		async ({ browser, settings }, use) => {
			const folder = await mkdtemp(join(tmpdir(), "tidemark-clean-"));
			const redis = await startRedis({ folder: join(folder, "redis") });
			await writeFile(
				join(folder, "tidemark.yaml"),
				`brokers:
  jobs-redis:
    address: ${redis.address}
    members: { patience: { "*": 1s }, named: "*" }
${settings}`,
			);
			const product = await startProduct(folder, {});
			const signedIn = await comeIn(browser, product);
			await use({ redis, product, signedIn });
			await product.stop();
			await redis.stop();
			await rm(folder, { recursive: true, force: true });
		},
		{ scope: "worker", timeout: 180_000 },
	],
	baseURL: async ({ clean }, use) => use(clean.product.origin),
	storageState: async ({ clean }, use) => use(clean.signedIn),
	crew: async ({ clean }, use) => {
		const crews: Crew[] = [];
		await use(async (hands) => {
			const crew = await crewOn(clean.redis, hands);
			crews.push(crew);
			return crew;
		});
		await Promise.all(crews.map((crew) => crew.end()));
	},
});
