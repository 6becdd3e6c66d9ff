// How does every screen look, in every state, in light and dark, in Korean, on a phone and on a wall? Drawn by the real product, to be compared by eye.
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { startChild } from "#world/child.ts";
import { hold } from "./hold.ts";
import { enterEmpty, expect, type Scene, settled, test } from "./scene.ts";

const root = join(import.meta.dirname, "..");
const folder = join(root, ".tidemark/pictures");
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const room = { width: 1920, height: 1080 };

type Look = {
	readonly name: string;
	readonly size: { readonly width: number; readonly height: number };
	readonly colorScheme: "light" | "dark";
	readonly language: "en" | "ko";
};

const looks: readonly Look[] = [
	{ name: "light", size: desk, colorScheme: "light", language: "en" },
	{ name: "dark", size: desk, colorScheme: "dark", language: "en" },
	{ name: "korean", size: desk, colorScheme: "light", language: "ko" },
	{ name: "phone", size: phone, colorScheme: "light", language: "en" },
	{ name: "phone-dark", size: phone, colorScheme: "dark", language: "en" },
	{ name: "phone-korean", size: phone, colorScheme: "light", language: "ko" },
];

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

async function dress(page: Page, { size, colorScheme, language }: Look) {
	await page.setViewportSize(size);
	await page.emulateMedia({ colorScheme });
	await page.context().addCookies([
		{
			...{ name: "tidemark-language", value: language },
			...{ domain: "127.0.0.1", path: "/" },
		},
	]);
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

/** Of the group that the shop left behind: drawn, and nobody says yes to them. */
async function plansOf(page: Page, look: Look) {
	const filter = encodeURIComponent("group:email-sender");
	const reply = await page.request.get(`/api/board?filter=${filter}`);
	const { rows } = await reply.json();
	const [{ id }] = rows;
	for (const [action, name] of [
		["reset", "plan of positions"],
		["destroy", "plan of an end"],
	] as const) {
		await page.goto(`/subscriptions/${id}?do=${action}`);
		const drawn = page.locator('dialog[aria-busy="false"]');
		await expect(drawn.getByRole("table").first()).toBeVisible();
		await take(page, look, name);
		await page.keyboard.press("Escape");
	}
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
		for (const look of looks) {
			await dress(page, look);
			await screensOf(page, look, scene);
			await plansOf(page, look);
			await dress(beside, look);
			await firstRunOf(beside, look, scene, stage.redis.address);
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
