// How does somebody connect a first broker? By a page that tries an address, says what is wrong, and gives the lines to copy.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { Redis } from "ioredis";
import { freePorts } from "#world/ports.ts";
import { startRedis } from "#world/redis.ts";
import { BoardPage } from "./board-page.ts";
import { entryLinkFor, type Product, startProduct } from "./product.ts";
import { expect, test as staged } from "./stage.ts";
import { kafkaWork, redisWork } from "./work.ts";

const nobody = { cookies: [], origins: [] };

/** Beside the stage a product that watches nothing, and a browser that was let in. */
const test = staged.extend<{ first: Page }, { empty: Product }>({
	empty: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this place.
		async ({}, use) => {
			const folder = await mkdtemp(join(tmpdir(), "tidemark-first-"));
			const product = await startProduct(folder, {}, []);
			await use(product);
			await product.stop();
			await rm(folder, { recursive: true, force: true });
		},
		{ scope: "worker", timeout: 120_000 },
	],
	first: async ({ browser, empty }, use) => {
		const context = await browser.newContext({
			storageState: nobody,
			permissions: ["clipboard-read", "clipboard-write"],
		});
		const page = await context.newPage();
		await page.goto(await entryLinkFor(empty));
		await expect(
			page.getByRole("heading", { name: "Connect your first broker" }),
		).toBeVisible();
		await use(page);
		await context.close();
	},
});

const addressOf = (page: Page) => page.getByLabel("Broker address");

async function tryAddress(page: Page, address: string) {
	await addressOf(page).fill(address);
	await page.getByRole("button", { name: /^Test/ }).click();
}

test("somebody who has only a keyboard and an address sees its first row, and had the lines within a minute", async ({
	browser,
	first,
	stage,
}) => {
	const work = await redisWork(stage, "first");
	const folder = await mkdtemp(join(tmpdir(), "tidemark-lines-"));
	try {
		await work.produce(3);
		const startedMs = performance.now();
		await expect(addressOf(first)).toBeFocused();
		await first.keyboard.type(stage.redis.address);
		await first.keyboard.press("Enter");
		await expect(first.getByText(/^Redis \d.* answers$/)).toBeVisible();
		await expect(first.getByRole("main")).toContainText(
			/Found\s\d+\ssubscriptions?:\s\d+\s×\sstream/,
		);
		await first.keyboard.press("Tab");
		await expect(
			first.getByRole("button", { name: "Test again" }),
		).toBeFocused();
		await first.keyboard.press("Tab");
		await expect(first.getByLabel("Name on the board")).toBeFocused();
		await first.keyboard.press("ControlOrMeta+a");
		await first.keyboard.type("jobs eu");
		await first.keyboard.press("Tab");
		await first.keyboard.press("Enter");
		await expect(first.getByRole("button", { name: "Copied" })).toBeFocused();
		const lines = await first.evaluate(() => navigator.clipboard.readText());
		expect(lines).toBe(`brokers:\n  jobs-eu: ${stage.redis.address}`);
		expect(performance.now() - startedMs).toBeLessThan(60_000);

		await writeFile(join(folder, "tidemark.yaml"), lines, { mode: 0o600 });
		const product = await startProduct(folder, {}, []);
		const context = await browser.newContext({ storageState: nobody });
		const page = await context.newPage();
		await page.goto(product.entryLink);
		await expect(new BoardPage(page).row(work.channel)).toBeVisible();
		await expect(new BoardPage(page).broker("jobs-eu")).toBeVisible();
		await context.close();
		await product.stop();
	} finally {
		await work.end();
		await rm(folder, { recursive: true, force: true });
	}
});

test("another kind of broker is found by its own address", async ({
	first,
	stage,
}) => {
	const work = await kafkaWork(stage, "first");
	try {
		await work.produce(3);
		await work.startReading();
		await tryAddress(first, stage.kafka.address);
		await expect(first.getByText(/^Kafka.* answers$/)).toBeVisible();
		await expect(
			first.getByText(`my-kafka: ${stage.kafka.address}`),
		).toBeVisible();
	} finally {
		await work.end();
	}
});

test("what is wrong is one sentence, with what to try and without what the far side said", async ({
	first,
}) => {
	const [port, strangerPort] = await freePorts(2);
	const wrong = first.getByRole("main").getByRole("alert");
	await tryAddress(first, `redis://127.0.0.1:${port}`);
	await expect(wrong).toContainText(`127.0.0.1:${port} cannot be reached.`);
	await expect(wrong).toContainText("Check that it runs");
	await first.getByRole("button", { name: "Copy the details" }).click();
	expect(await first.evaluate(() => navigator.clipboard.readText())).toContain(
		"unreachable",
	);

	const stranger = createServer((socket) => {
		socket.on("error", () => {});
		socket.on("data", () => socket.write("HTTP/1.1 400 canary-word\r\n\r\n"));
	});
	stranger.listen(strangerPort, "127.0.0.1");
	await tryAddress(first, `redis://127.0.0.1:${strangerPort}`);
	await expect(wrong).toContainText("speaks another protocol");
	await expect(wrong).not.toContainText("canary-word");
	stranger.close();
	await tryAddress(first, "redis://no-such-host.invalid:6379");
	await expect(wrong).toContainText("has a host name that leads nowhere");
	await tryAddress(first, "http://127.0.0.1:80");
	await expect(wrong).toContainText("compare it with the examples below");
	await tryAddress(first, "redis://169.254.169.254:80");
	await expect(wrong).toContainText("No broker is tried at such a host");
	await tryAddress(first, "redis://127.0.0.1:1/seven");
	await expect(wrong).toContainText("no database number");
});

test("a password leaves neither the browser nor the sentence that refuses it", async ({
	empty,
	first,
}) => {
	const sent: string[] = [];
	first.on("request", (request) =>
		sent.push(`${request.url()} ${request.postData() ?? ""}`),
	);
	await tryAddress(first, "redis://user:canary-word@127.0.0.1:6379");
	const wrong = first.getByRole("main").getByRole("alert");
	await expect(wrong).toContainText(`write \${NAME} in its place`);
	await expect(wrong).not.toContainText("canary-word");
	expect(sent.filter((line) => line.includes("canary"))).toEqual([]);

	// A program that asks without our page is refused as well.
	const reply = await first.request.post(`${empty.origin}/api/errands`, {
		headers: { origin: empty.origin, "x-tidemark": "1" },
		data: { verb: "try", address: "redis://user:canary-word@127.0.0.1:6379" },
	});
	expect(reply.status()).toBe(400);
	expect(await reply.text()).not.toContain("canary-word");
	expect(empty.output()).not.toContain("canary-word");
});

test("a broker that wants a sign-in is found without one, and its lines name a variable", async ({
	first,
}) => {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-locked-"));
	const locked = await startRedis({ folder });
	const owner = new Redis(locked.address);
	try {
		await owner.config("SET", "requirepass", "a word");
		await tryAddress(first, locked.address);
		await expect(
			first.getByText("It is there, and answers nobody who has not signed in"),
		).toBeVisible();
		const place = locked.address.replace("redis://", "");
		await expect(
			first.getByText(`my-redis: redis://user:\${MY_REDIS_PASSWORD}@${place}`),
		).toBeVisible();
		await expect(
			first.getByText("variables of the environment").filter({ visible: true }),
		).toBeVisible();
	} finally {
		owner.disconnect();
		await locked.stop();
		await rm(folder, { recursive: true, force: true });
	}
});

test("the usual ports of this machine are looked at without being asked for", async ({
	first,
}) => {
	const here = first.getByRole("main");
	await expect(here.getByText(/127\.0\.0\.1:6379/).first()).toBeVisible();
	await expect(here.getByText(/127\.0\.0\.1:9092/).first()).toBeVisible();
});

test("once a broker is configured nobody tries an address any more", async ({
	page,
	stage,
}) => {
	const reply = await page.request.post("/api/errands", {
		headers: { origin: stage.product.origin, "x-tidemark": "1" },
		data: { verb: "try", address: "redis://127.0.0.1:1" },
	});
	expect(reply.status()).toBe(409);
	expect(await reply.json()).toMatchObject({
		detail: { key: "tries closed" },
	});
});
