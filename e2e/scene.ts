// Which screens are there, and what stands on them? Work of every kind on real brokers, and beside it a product that watches nothing.
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { Redis } from "ioredis";
import { entryLinkFor, type Product, startProduct } from "./product.ts";
import { type Stage, test as staged } from "./stage.ts";
import { kafkaWork, redisWork, type Work } from "./work.ts";

export { expect } from "@playwright/test";

/** The longest name a broker takes without being asked for more, with no place to break. */
const longName = "x".repeat(200);

export type Scene = {
	readonly empty: Product;
	/** The address of each screen by what it is called. */
	readonly screens: ReadonlyMap<string, string>;
	readonly works: readonly Work[];
	end(): Promise<void>;
};

export const test = staged.extend<object, { scene: Scene }>({
	scene: [
		async ({ browser, stage }, use) => {
			const folder = await mkdtemp(join(tmpdir(), "tidemark-scene-"));
			const empty = await startProduct(folder, {}, []);
			const scene = await sceneOn(stage, empty, async (channel) => {
				const context = await browser.newContext({
					storageState: stage.signedIn,
				});
				const filter = encodeURIComponent(`channel:"${channel}"`);
				const asked = `${stage.product.origin}/api/board?filter=${filter}`;
				let id: string | undefined;
				await expect
					.poll(async () => {
						const reply = await context.request.get(asked);
						id = (await reply.json()).rows[0]?.id;
						return id;
					})
					.toBeDefined();
				await context.close();
				return `/subscriptions/${id}`;
			});
			await use(scene);
			await scene.end();
			await empty.stop();
			await rm(folder, { recursive: true, force: true });
		},
		{ scope: "worker", timeout: 180_000 },
	],
});

async function sceneOn(
	stage: Stage,
	empty: Product,
	pageOf: (channel: string) => Promise<string>,
): Promise<Scene> {
	const own = randomUUID().slice(0, 8);
	const topic = await kafkaWork(stage, "topic");
	const stream = await redisWork(stage, "stream");
	const held = await redisWork(stage, "held");
	const long = await redisWork(stage, longName);
	const works = [topic, stream, held, long];
	await Promise.all([topic.startReading(), stream.startReading()]);
	for (const work of works) await work.produce(12);
	await held.take(5);
	const client = new Redis(stage.redis.address);
	await client.lpush(`list:${own}`, "1", "2", "3");
	await client.lpush(`list:${own}:processing`, "4");
	const listener = new Redis(stage.redis.address);
	await listener.subscribe(`broadcast:${own}`);
	for (const each of [client, listener]) each.on("error", () => {});
	const screens = new Map([
		["the board", "/"],
		["a board without a match", "/?filter=channel:nothing-is-called-so"],
		["a filter that is wrong", "/?filter=verdict:"],
		["a topic", await pageOf(topic.channel)],
		["a stream", await pageOf(held.channel)],
		["a long name", await pageOf(long.channel)],
		["a list", await pageOf(`list:${own}`)],
		["a broadcast", await pageOf(`broadcast:${own}`)],
		["a history as numbers", `${await pageOf(stream.channel)}?as=table`],
		["a subscription that is gone", `/subscriptions/${"a".repeat(43)}`],
		["one broker", "/brokers/jobs-redis"],
		["another broker", "/brokers/orders-kafka"],
		["a broker nobody knows", "/brokers/nobody"],
		["no page", "/nothing/is/here"],
		["the way in", "/enter"],
		["the alerts", "/alerts"],
		["muting everything", "/alerts?mute="],
		["what was done", "/activity"],
		["people", "/people"],
		["the wall", "/?view=wall"],
	]);
	return {
		...{ empty, screens, works },
		async end() {
			client.disconnect();
			listener.disconnect();
			await Promise.all(works.map((work) => work.end()));
		},
	};
}

/** Nothing more is on its way: what was asked is answered, and told or drawn. */
export async function settled(page: Page): Promise<void> {
	await expect(page.locator("main, .wall").first()).toBeVisible();
	await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
	await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** A browser that was let into the product that watches nothing. */
export async function enterEmpty(page: Page, { empty }: Scene): Promise<void> {
	await page.goto(await entryLinkFor(empty));
	await expect(page.getByRole("textbox").first()).toBeVisible();
}
