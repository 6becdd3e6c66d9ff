// How does every screen look, in every state, in light and dark, in Korean, on a phone and on a wall? Drawn by the real product, to be compared by eye.
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { startChild } from "#world/child.ts";
import { hold } from "./hold.ts";
import { desk, dress, type Look, looks, room } from "./picture-looks.ts";
import { changesOf, idOf } from "./picture-work.ts";
import { enterEmpty, expect, type Scene, settled, test } from "./scene.ts";

const root = join(import.meta.dirname, "..");
const folder = join(root, ".tidemark/pictures");
async function take(page: Page, look: Look, name: string) {
	const file = `${name.replaceAll(" ", "-")}.png`;
	const path = join(folder, look.name, file);
	await page.screenshot({ path, animations: "disabled" });
	if (look.size !== desk || /topic|stream|list|broadcast/.test(name))
		await page.screenshot({
			path: path.replace(/\.png$/, "-whole.png"),
			fullPage: true,
		});
}

async function screensOf(page: Page, look: Look, scene: Scene) {
	for (const [name, address] of scene.screens) {
		if (name === "the wall") await page.setViewportSize(room);
		await page.goto(address);
		await settled(page);
		await take(page, look, name);
		await page.setViewportSize(look.size);
	}
	await page.goto("/");
	await settled(page);
	for (const [key, name] of [
		["?", "keys"],
		["Control+k", "palette"],
	] as const) {
		await page.keyboard.press(key);
		await expect(page.getByRole("dialog")).toBeVisible();
		await take(page, look, name);
		await page.keyboard.press("Escape");
	}
	const letGo = await hold(page);
	await page.goto("/");
	// Nothing is drawn before it would be missed.
	await expect(page.locator('[aria-busy="true"]').first()).toBeVisible();
	await page.waitForFunction(() => performance.now() > 1_000);
	await take(page, look, "loading");
	await letGo();
	await page.unrouteAll({ behavior: "ignoreErrors" });
	await page.route("**/api/**", (route) => route.abort());
	await page.goto("/");
	await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
	await take(page, look, "trouble");
	await page.unrouteAll({ behavior: "ignoreErrors" });
}

const plans = [
	["email-sender", "reset", "plan of positions"],
	["email-sender", "destroy", "plan of an end"],
] as const;

/** Of groups that the shop left behind: drawn, and nobody says yes to them. */
async function planOf(
	page: Page,
	look: Look,
	[group, action, name]: readonly [string, string, string],
) {
	await page.goto(`/subscriptions/${await idOf(page, group)}?do=${action}`);
	const drawn = page.locator('dialog[aria-busy="false"]');
	await expect(drawn.getByRole("table").first()).toBeVisible();
	await take(page, look, name);
	await page.keyboard.press("Escape");
}

async function firstRunOf(page: Page, look: Look, scene: Scene, found: string) {
	await enterEmpty(page, scene);
	await expect(page.locator(".here .btn").first()).toBeVisible();
	await take(page, look, "first run");
	const field = page.getByRole("textbox").first();
	for (const [name, address, told] of [
		["first run found", found, ".tests"],
		["first run error", "redis://127.0.0.1:1", ".note"],
		["first run password", "redis://a:b@127.0.0.1:1", ".note"],
	] as const) {
		await field.fill(address);
		await field.press("Enter");
		await expect(page.locator(`.tried ${told}`)).toBeVisible();
		await take(page, look, name);
	}
}

// A record of so many screens is larger than all of them.
test.use({ trace: "off" });

test("every screen is pictured", async ({ browser, page, stage, scene }) => {
	// Cookies know no ports: whoever enters one product leaves the other.
	const elsewhere = await browser.newContext({
		storageState: { cookies: [], origins: [] },
	});
	const beside = await elsewhere.newPage();
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	const shop = startChild({
		command: process.execPath,
		args: [
			join(root, "world/weather/main.ts"),
			...["--kafka", stage.kafka.address, "--redis", stage.redis.address],
		],
		output: join(folder, "shop.log"),
	});
	try {
		// Something has to go wrong before it can be seen.
		await expect
			.poll(
				async () => {
					const reply = await page.request.get("/api/board?limit=1");
					const { counts, total } = await reply.json();
					return total > 25 && counts.losing + counts.stalled > 0;
				},
				{ timeout: 400_000, intervals: [2_000] },
			)
			.toBe(true);
		const changed = await changesOf(page);
		for (const look of looks) {
			await dress(page, look);
			await screensOf(page, look, scene);
			for (const [name, address] of [
				["a rule", "/alerts?rule=backlog"],
				["what was changed", `/activity?open=${changed}`],
			] as const) {
				await page.goto(address);
				await settled(page);
				await take(page, look, name);
			}
			for (const plan of plans) await planOf(page, look, plan);
			await dress(beside, look);
			await firstRunOf(beside, look, scene, stage.redis.address);
		}
		// By now those are called dead whose work was left lying when the shop opened.
		for (const look of looks) {
			await dress(page, look);
			await planOf(page, look, ["senders", "reclaim", "plan of a reclaim"]);
		}
		const collector = stage.product.collectorPid();
		process.kill(collector, "SIGSTOP");
		try {
			for (const look of looks) {
				await dress(page, look);
				for (const [name, size] of [
					["the board", look.size],
					["a stream", look.size],
					["one broker", look.size],
					["the alerts", look.size],
					["the wall", room],
				] as const) {
					await page.setViewportSize(size);
					await page.goto(scene.screens.get(name) ?? "");
					await settled(page);
					await expect
						.poll(() =>
							page.evaluate(
								() =>
									document.querySelector("[data-stale], .wall.stale") !== null,
							),
						)
						.toBe(true);
					await take(page, look, `stale ${name}`);
				}
			}
		} finally {
			process.kill(collector, "SIGCONT");
		}
	} finally {
		await shop.end(5_000);
		await elsewhere.close();
	}
	console.log(`The pictures lie in ${folder}`);
});
