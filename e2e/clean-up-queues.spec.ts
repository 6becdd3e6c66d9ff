// Does an operator see what would become of a queue, say yes to it, and read what came of it? On a real broker, by mouse.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { type ChannelModel, type ConfirmChannel, connect } from "amqplib";
import { type RabbitWorld, startRabbit } from "#world/rabbitmq.ts";
import { inTheWay } from "./looks.ts";
import { startProduct } from "./product.ts";
import { comeIn, type Stage } from "./stage.ts";

type Queues = {
	readonly world: RabbitWorld;
	readonly link: ChannelModel;
	readonly channel: ConfirmChannel;
	readonly origin: string;
	readonly signedIn: Stage["signedIn"];
};

/** A product of its own: how long work may stand still is configured. */
const test = base.extend<object, { queues: Queues }>({
	queues: [
		async ({ browser }, use) => {
			const folder = await mkdtemp(join(tmpdir(), "tidemark-queues-"));
			const world = await startRabbit({
				folder: join(folder, "rabbitmq"),
				plugins: [
					...["rabbitmq_management", "rabbitmq_shovel"],
					"rabbitmq_shovel_management",
				],
			});
			const settings = [
				"brokers:",
				"  shop:",
				`    address: ${world.address}`,
				"    patience: 5s",
			].join("\n");
			await writeFile(join(folder, "tidemark.yaml"), settings);
			const product = await startProduct(folder, {});
			const link = await connect(world.amqpAddress);
			await use({
				...{ world, link, channel: await link.createConfirmChannel() },
				origin: product.origin,
				signedIn: await comeIn(browser, product),
			});
			await link.close();
			await product.stop();
			await world.stop();
			await rm(folder, { recursive: true, force: true });
		},
		{ scope: "worker", timeout: 180_000 },
	],
	baseURL: async ({ queues }, use) => use(queues.origin),
	storageState: async ({ queues }, use) => use(queues.signedIn),
});

async function fill({ channel }: Queues, name: string, count: number) {
	await channel.assertQueue(name, { durable: true });
	for (let n = 0; n < count; n++)
		channel.sendToQueue(name, Buffer.from(`${n}`));
	await channel.waitForConfirms();
}

/** Its own page, once so many are counted there. */
async function open(page: Page, name: string, lag: number) {
	const filter = encodeURIComponent(`channel:"${name}" lag:${lag}`);
	let id: unknown;
	await expect
		.poll(async () => {
			const reply = await page.request.get(`/api/board?filter=${filter}`);
			id = (await reply.json()).rows[0]?.id;
			return id;
		})
		.toBeDefined();
	await page.goto(`/subscriptions/${id}`);
}

test("an operator moves what waits to another queue", async ({
	page,
	queues,
}) => {
	await fill(queues, "orders", 7);
	await fill(queues, "orders.again", 0);
	await open(page, "orders", 7);
	const dialog = page.getByRole("dialog");
	await page.getByRole("button", { name: "Move messages…" }).click();
	await expect(
		dialog.getByText("Say first where they are to go."),
	).toBeVisible();
	await dialog.getByLabel("Channel", { exact: true }).fill("orders.ag");
	await dialog.getByRole("button", { name: "orders.again" }).click();
	await expect(
		dialog.getByRole("heading", { name: /^Move 7.messages$/ }),
	).toBeVisible();
	expect(await inTheWay(page)).toEqual([]);
	await dialog.getByRole("button", { name: "Move 7", exact: true }).click();
	await expect(
		dialog.getByRole("heading", { name: "Done: 7 moved" }),
	).toBeVisible();
	const { messageCount } = await queues.channel.checkQueue("orders.again");
	expect(messageCount).toBe(7);
});

test("an owner throws away what waits, by its name", async ({
	page,
	queues,
}) => {
	await fill(queues, "junk", 5);
	await open(page, "junk", 5);
	const dialog = page.getByRole("dialog");
	await page.getByRole("button", { name: "More…" }).click();
	await page.getByRole("button", { name: "Throw messages away…" }).click();
	await expect(
		dialog.getByRole("heading", { name: /^Throw away 5.messages$/ }),
	).toBeVisible();
	await dialog.getByLabel(/^Type /).fill("junk");
	expect(await inTheWay(page)).toEqual([]);
	await dialog.getByRole("button", { name: "Throw away 5" }).click();
	await expect(
		dialog.getByRole("heading", { name: "Done: 5 thrown away" }),
	).toBeVisible();
	expect(await queues.channel.checkQueue("junk")).toMatchObject({
		messageCount: 0,
	});
});

test("an owner deletes an empty queue, and not one that is read", async ({
	page,
	queues,
}) => {
	await fill(queues, "spare", 0);
	await fill(queues, "needed", 0);
	const { consumerTag } = await queues.channel.consume("needed", () => {});
	await open(page, "needed", 0);
	const dialog = page.getByRole("dialog");
	const button = page.getByRole("button", { name: "Delete the channel…" });
	await expect(async () => {
		await button.click();
		await expect(dialog.getByText("reads it, so it stays")).toBeVisible();
	}).toPass();
	await open(page, "spare", 0);
	await button.click();
	await dialog.getByLabel(/^Type /).fill("spare");
	await dialog.getByRole("button", { name: "Delete the channel" }).click();
	await expect(
		dialog.getByRole("heading", { name: "Done: channel deleted" }),
	).toBeVisible();
	await queues.channel.cancel(consumerTag);
	await expect(
		queues.world.call("GET", "/api/queues/%2F/spare"),
	).rejects.toThrow("404");
	await queues.world.call("GET", "/api/queues/%2F/needed");
});

test("an owner cuts off a consumer that hangs, and what it held waits again", async ({
	page,
	queues,
}) => {
	await fill(queues, "held", 6);
	const hanging = await connect(queues.world.amqpAddress);
	hanging.on("error", () => {});
	const consumer = await hanging.createChannel();
	await consumer.prefetch(4);
	await consumer.consume("held", () => {}, { consumerTag: "worker-4" });
	await open(page, "held", 2);
	const dialog = page.getByRole("dialog");
	const button = page.getByRole("button", { name: "Take out… worker-4" });
	await expect(button).toBeVisible({ timeout: 60_000 });
	await button.click();
	await expect(
		dialog.getByRole("heading", { name: "Take the member out" }),
	).toBeVisible();
	await expect(
		dialog.getByText(/the 4.messages it holds wait again/),
	).toBeVisible();
	expect(await inTheWay(page)).toEqual([]);
	await dialog.getByRole("button", { name: "Take the member out" }).click();
	await expect(
		dialog.getByRole("heading", { name: "Done: member taken out" }),
	).toBeVisible();
	expect(await queues.channel.checkQueue("held")).toMatchObject({
		...{ messageCount: 6, consumerCount: 0 },
	});
});
