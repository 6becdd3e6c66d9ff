// What stands before a large board is looked at? A store of 10,000 subscriptions, and the product on it.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { test as base, type Page } from "@playwright/test";
import { freePorts } from "#world/ports.ts";
import { type Product, startProduct } from "./product.ts";
import { comeIn, type Stage } from "./stage.ts";

export { expect } from "@playwright/test";

export const rows = 10_000;
const brokers = 5;
const filler = join(import.meta.dirname, "../bench/large-store.ts");

type Large = {
	readonly product: Product;
	readonly signedIn: Stage["signedIn"];
	/** Writes the rows, the first so many of them graver than before. */
	fill(turned?: number): Promise<void>;
};

/** A store that was filled an instant ago, and brokers that are not asked again within the hour. */
export const test = base.extend<object, { large: Large }>({
	large: [
		async ({ browser }, use) => {
			const folder = await mkdtemp(join(tmpdir(), "tidemark-scale-"));
			const [nobody = 0] = await freePorts(1);
			const address = `redis://127.0.0.1:${nobody}`;
			const store = join(folder, "store");
			const fill = async (turned = 0) => {
				const told = [store, rows, address, turned].map(String);
				await promisify(execFile)(process.execPath, [filler, ...told]);
			};
			await fill();
			const names = Array.from({ length: brokers }, (_, n) => `broker-${n}`);
			const product = await startProduct(
				folder,
				Object.fromEntries(names.map((name) => [name, address])),
				["--every", "1h"],
			);
			const signedIn = await comeIn(browser, product);
			await use({ product, signedIn, fill });
			await product.stop();
			await rm(folder, { recursive: true, force: true });
		},
		{ scope: "worker", timeout: 180_000 },
	],
	baseURL: async ({ large }, use) => use(large.product.origin),
	storageState: async ({ large }, use) => use(large.signedIn),
});

export const table = (page: Page) => page.getByRole("table", { name: "Board" });
