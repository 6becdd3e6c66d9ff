// Does somebody come in with the account of their company, and see no more than their group may?
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { Redis } from "ioredis";
import { startProvider, type WorldProvider } from "#world/provider.ts";
import { startRedis } from "#world/redis.ts";
import { BoardPage } from "./board-page.ts";
import { type Product, startProduct } from "./product.ts";

const test = base.extend<
	object,
	{ company: { product: Product; provider: WorldProvider } }
>({
	company: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this place.
		async ({}, use) => {
			const folder = await mkdtemp(join(tmpdir(), "tidemark-company-"));
			const provider = await startProvider();
			const redis = await startRedis({ folder: join(folder, "redis") });
			const client = new Redis(redis.address);
			for (const channel of ["payments.in", "secret.plans"])
				await client.xgroup("CREATE", channel, "readers", "0", "MKSTREAM");
			client.disconnect();
			await writeFile(
				join(folder, "tidemark.yaml"),
				[
					"access:",
					"  provider:",
					`    issuer: ${provider.issuer}`,
					`    client: ${provider.client}`,
					`    secret: ${provider.secret}`,
					"    label: Sign in with Example",
					"    scopes: [openid, profile, groups]",
					"  roles:",
					"    payer: { may: [see, look], channels: payments.* }",
					"  groups:",
					"    payments: payer",
				].join("\n"),
				{ mode: 0o600 },
			);
			const product = await startProduct(folder, { jobs: redis.address });
			const back = "/api/session/provider/back";
			await provider.sendBackTo([`${product.origin}${back}`]);
			await use({ product, provider });
			await product.stop();
			await Promise.all([redis.stop(), provider.stop()]);
			await rm(folder, { recursive: true, force: true });
		},
		{ scope: "worker", timeout: 120_000 },
	],
});

async function signInAs(page: Page, login: string) {
	await page.getByPlaceholder("Enter any login").fill(login);
	await page.getByPlaceholder("and password").fill("any");
	await page.getByRole("button", { name: "Sign-in" }).click();
	await page.getByRole("button", { name: "Continue" }).click();
}

test("somebody signs in with the company's account and sees only what their group may", async ({
	company: { product, provider },
	page,
}) => {
	const { origin } = product;
	const next = "/?filter=kind%3Astream";
	await page.goto(
		`${origin}/api/session/provider?next=${encodeURIComponent(next)}`,
	);
	expect(page.url().startsWith(provider.issuer)).toBe(true);
	await signInAs(page, "ann");
	await page.waitForURL(`${origin}${next}`);
	await page.goto(origin);
	await expect(new BoardPage(page).row("payments.in")).toBeVisible();
	const rows = await page.request.get(`${origin}/api/board`);
	expect(await rows.text()).toContain("payments.in");
	expect(await rows.text()).not.toContain("secret");
	const who = await (await page.request.get(`${origin}/api/session`)).json();
	expect(who).toMatchObject({
		person: "ann",
		way: "provider",
		roles: ["payer"],
	});
});

test("somebody whose groups have no role stays outside", async ({
	company: { product },
	page,
}) => {
	await page.goto(`${product.origin}/api/session/provider`);
	await signInAs(page, "eve");
	await page.waitForURL(`${product.origin}/enter?next=%2F`);
	const answer = await page.request.get(`${product.origin}/api/session`);
	expect(answer.status()).toBe(401);
	expect(product.output()).not.toMatch(/cooks|secret-/);
});
