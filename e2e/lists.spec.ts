// Does an operator see that a worker died with jobs in its processing list, where they lie, and is all well once they are returned?
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { Redis } from "ioredis";
import { type Child, startChild } from "#world/child.ts";
import { eventually } from "#world/eventually.ts";
import { startRedis } from "#world/redis.ts";
import { BoardPage } from "./board-page.ts";
import { inTheWay } from "./looks.ts";
import { startProduct } from "./product.ts";

const patience = "15s";

type Shop = {
	readonly client: Redis;
	readonly entryLink: string;
	startWorker(name: string, ...args: string[]): Child;
};

/** A product of its own: how long work may stand still is configured. */
const test = base.extend<object, { shop: Shop }>({
	shop: [
		// biome-ignore lint/correctness/noEmptyPattern: the runner insists on a pattern here
		async ({}, use) => {
			const folder = await mkdtemp(join(tmpdir(), "tidemark-lists-"));
			const redis = await startRedis({ folder: join(folder, "redis") });
			const settings = [
				"brokers:",
				"  jobs:",
				`    address: ${redis.address}`,
				`    lists: { patience: ${patience} }`,
			].join("\n");
			await writeFile(join(folder, "tidemark.yaml"), settings);
			const product = await startProduct(folder, {});
			const client = new Redis(redis.address);
			const workers: Child[] = [];
			await use({
				...{ client, entryLink: product.entryLink },
				startWorker(name, ...args) {
					const worker = startChild({
						command: process.execPath,
						args: [
							...["--disable-warning=TimeoutNegativeWarning"],
							join(import.meta.dirname, "../world/jobs/list-worker.ts"),
							...["--redis", redis.address, "--list", "orders"],
							...["--name", name, ...args],
						],
						output: join(folder, "workers.log"),
					});
					workers.push(worker);
					return worker;
				},
			});
			client.disconnect();
			await Promise.all(workers.map((worker) => worker.kill()));
			await product.stop();
			await redis.stop();
			await rm(folder, { recursive: true, force: true });
		},
		{ scope: "worker", timeout: 120_000 },
	],
});

test("an operator returns what a dead worker left in progress", async ({
	page,
	shop: { client, entryLink, startWorker },
}) => {
	const held = "orders:worker-2:processing";
	await client.lpush("orders", ...["a", "b", "c"]);
	const doomed = startWorker("worker-2", "--takes", "3", "--workMs", "3600000");
	await eventually(
		async () => ((await client.llen(held)) === 3 ? true : undefined),
		30_000,
	);
	startWorker("worker-1");
	let serial = 0;
	const flow = setInterval(() => {
		client.lpush("orders", `order ${serial++}`).catch(() => undefined);
	}, 300);
	try {
		await page.goto(entryLink);
		const board = new BoardPage(page);
		// Until the list itself was seen, what its worker took looks like a list of its own.
		const row = board.row("orderslist");
		await expect(row).toContainText("healthy", { timeout: 30_000 });
		await doomed.kill();

		await expect(row).toContainText("stalled", { timeout: 60_000 });
		await expect(row).toContainText(
			/The oldest of 3 in progress has not moved for \d+/,
		);
		await row.getByRole("link").first().click();
		await expect(
			page.getByText(/whoever took it is dead, or hangs/),
		).toBeVisible();
		const workers = page.getByRole("table", { name: "Members" });
		await expect(
			workers.getByRole("row").filter({ hasText: held }),
		).toContainText("3");
		await expect(page.getByText("In progress", { exact: true })).toBeVisible();
		expect(await inTheWay(page)).toEqual([]);

		await page
			.getByRole("region", { name: "Clean up" })
			.getByRole("button", { name: "Return 3 in progress…" })
			.click();
		const dialog = page.getByRole("dialog");
		await expect(
			dialog.getByRole("heading", { name: /^Return 3.messages$/ }),
		).toBeVisible();
		await expect(dialog).toContainText(/back to orders in the same order/);
		await expect(dialog).toContainText("may have been done in part");
		expect(await inTheWay(page)).toEqual([]);
		await dialog.getByRole("button", { name: "Return 3" }).click();
		await expect(
			dialog.getByRole("heading", { name: /^Done: 3 returned/ }),
		).toBeVisible();
		expect(await client.llen(held)).toBe(0);
		await page.goto(new URL("/", entryLink).href);
		await expect(board.row("orderslist")).toContainText("healthy", {
			timeout: 30_000,
		});
	} finally {
		clearInterval(flow);
	}
});
