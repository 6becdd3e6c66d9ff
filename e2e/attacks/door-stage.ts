// What do attacks at the door begin with? The product as it is started without a word, watching one broker whose name must not come out, and requests that nobody tidies up.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { type Product, startProduct } from "../product.ts";
import { ask, cookieFor } from "../visitor.ts";

/** Its name stands on every screen of whoever is signed in. */
export const canary = "canary-7c1f";

export const test = base.extend<object, { product: Product; cookie: string }>({
	product: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
		async ({}, use) => {
			const folder = await mkdtemp(join(tmpdir(), "tidemark-door-"));
			const dead = { [canary]: "redis://127.0.0.1:1" };
			const product = await startProduct(folder, dead);
			await use(product);
			await product.stop();
			await rm(folder, { recursive: true, force: true });
		},
		{ scope: "worker", timeout: 120_000 },
	],
	/** Of somebody who came in by the link that the start printed. */
	cookie: [
		async ({ product }, use) => {
			await use(await cookieFor(product));
		},
		{ scope: "worker" },
	],
	baseURL: async ({ product }, use) => use(product.origin),
});

export { expect } from "@playwright/test";

/** Every path of the document for machines, its parts filled in. */
export async function pathsOf(
	product: Product,
	cookie: string,
): Promise<readonly string[]> {
	const { text } = await ask(product, "/api/openapi.json", {
		headers: { cookie },
	});
	const { paths }: { paths: Record<string, unknown> } = JSON.parse(text);
	return Object.keys(paths).map((path) => path.replaceAll(/\{\w+\}/g, canary));
}

/** Read by whoever is nobody yet. */
export const openToAll: ReadonlySet<string> = new Set([
	...["/api/health", "/api/ready", "/api/session", "/api/sign-in"],
	...["/api/session/provider", "/api/session/provider/back"],
]);
