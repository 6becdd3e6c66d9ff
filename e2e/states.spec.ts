// Is every state of every screen told as what it is: on its way, nothing, not allowed, gone wrong, old?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { startRedis } from "#world/redis.ts";
import { hold } from "./hold.ts";
import { greens } from "./looks.ts";
import { startProduct } from "./product.ts";
import { enterEmpty, expect, settled, test } from "./scene.ts";

// A record of so many screens is larger than all of them, and takes longer.
test.use({ trace: "off" });

/** Screens on which something is asked of the server, and what stands there once it has answered. */
const asking = ["the board", "a topic", "a stream", "a list", "one broker"];

/** How much of the screen moved although nobody touched it, as browsers measure it. */
const watchShifts = (page: Page) =>
	page.addInitScript(() => {
		const moved: string[] = [];
		let sum = 0;
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) {
				if (!("value" in entry) || !("hadRecentInput" in entry)) continue;
				if (entry.hadRecentInput) continue;
				sum += Number(entry.value);
				moved.push(
					`${entry.value} ${JSON.stringify(entry.toJSON()).slice(0, 200)}`,
				);
			}
		}).observe({ type: "layout-shift", buffered: true });
		Object.assign(globalThis, { shifts: () => ({ sum, moved }) });
	});
const shiftsOn = (page: Page) =>
	page.evaluate(() => {
		const told: unknown = Reflect.get(globalThis, "shifts");
		return typeof told === "function" ? told() : { sum: 1, moved: ["?"] };
	});

for (const size of [
	{ width: 1440, height: 900 },
	{ width: 390, height: 844 },
])
	test(`what is on its way has its place already, so that nothing jumps (${size.width} px)`, async ({
		page,
		scene,
	}) => {
		test.setTimeout(300_000);
		await page.setViewportSize(size);
		await watchShifts(page);
		const jumped: string[] = [];
		for (const [name, address] of scene.screens) {
			const letGo = await hold(page);
			await page.goto(address);
			if (asking.includes(name))
				await expect(page.locator('[aria-busy="true"]').first()).toBeVisible();
			await letGo();
			await settled(page);
			const { sum, moved } = await shiftsOn(page);
			if (sum >= 0.05) jumped.push(`${name}: ${sum}, ${moved.join(", ")}`);
			await page.unrouteAll({ behavior: "ignoreErrors" });
		}
		await enterEmpty(page, scene);
		await expect(
			page.getByRole("button", { name: "Look again" }),
		).toBeVisible();
		const first = await shiftsOn(page);
		if (first.sum >= 0.05) jumped.push(`the first run: ${first.moved}`);
		expect(jumped).toEqual([]);
	});

test("a server that does not answer is said so on every screen, and asked again by a button", async ({
	page,
	scene,
}) => {
	for (const name of asking) {
		await page.route("**/api/**", (route) => route.abort());
		await page.goto(scene.screens.get(name) ?? "");
		const said = page.getByRole("main").getByRole("alert");
		await expect(said).toContainText("The server does not answer.");
		await page.unrouteAll({ behavior: "ignoreErrors" });
		await page.getByRole("button", { name: "Try again" }).click();
		await expect(said).toBeHidden();
		await settled(page);
	}
});

test("whoever may not see a screen is told that their role does not allow it", async ({
	page,
	scene,
}) => {
	for (const name of asking) {
		await page.route("**/api/**", (route) =>
			route.fulfill({
				status: 403,
				json: {
					code: "forbidden",
					detail: { key: "not allowed", values: {} },
				},
			}),
		);
		await page.goto(scene.screens.get(name) ?? "");
		await expect(page.getByRole("main").getByRole("alert")).toContainText(
			"Your role does not allow this.",
		);
		await page.unrouteAll({ behavior: "ignoreErrors" });
	}
});

test("while the collector is silent nothing anywhere is green", async ({
	page,
	scene,
	stage,
}) => {
	test.setTimeout(300_000);
	const collector = stage.product.collectorPid();
	const silent = page.getByText("The collector has stopped writing");
	const wrong: string[] = [];
	process.kill(collector, "SIGSTOP");
	try {
		for (const name of [...asking, "a broadcast", "another broker"]) {
			await page.goto(scene.screens.get(name) ?? "");
			await expect(silent).toBeVisible();
			for (const colorScheme of ["light", "dark"] as const) {
				await page.emulateMedia({ colorScheme });
				for (const green of await greens(page))
					wrong.push(`${name} (${colorScheme}): ${green}`);
			}
		}
	} finally {
		process.kill(collector, "SIGCONT");
	}
	expect(wrong).toEqual([]);
	await page.goto("/");
	await expect(silent).toBeHidden();
	await expect.poll(async () => (await greens(page)).length).toBeGreaterThan(0);
});

test("a broker that has nothing yet, and one that cannot be reached, are told as that", async ({
	browser,
}) => {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-nothing-"));
	const redis = await startRedis({ folder: join(folder, "redis") });
	const product = await startProduct(folder, {
		fresh: redis.address,
		gone: "redis://127.0.0.1:1",
	});
	const context = await browser.newContext({
		storageState: { cookies: [], origins: [] },
	});
	try {
		const page = await context.newPage();
		await page.goto(product.entryLink);
		const main = page.getByRole("main");
		await expect(
			main.getByRole("heading", { name: "No subscriptions yet" }),
		).toBeVisible();
		await expect(main).toContainText(/gone cannot be reached/);
		await expect(main).toContainText("Check that it runs");
	} finally {
		await context.close();
		await product.stop();
		await redis.stop();
		await rm(folder, { recursive: true, force: true });
	}
});
