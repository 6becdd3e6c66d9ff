// How does the product begin and end? With clear sentences, on this machine only, and leaving nothing behind.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePorts } from "#world/ports.ts";
import { startProduct, tidemark } from "./product.ts";
import { expect, test } from "./stage.ts";

test("it ends within ten seconds, with tabs open, and nothing listens afterwards", async ({
	browser,
}) => {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-end-"));
	try {
		const product = await startProduct(folder, { gone: "redis://127.0.0.1:1" });
		const context = await browser.newContext({
			storageState: { cookies: [], origins: [] },
		});
		const page = await context.newPage();
		await page.goto(product.entryLink);
		const gone = page.getByRole("list", { name: "Brokers" }).getByText("gone");
		await expect(gone).toBeVisible();
		await (await context.newPage()).goto(product.origin);
		const pids = [product.collectorPid(), product.webPid()];
		expect(await product.stop()).toBeLessThan(10_000);
		for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow();
		expect(
			await isOpen("127.0.0.1", Number(new URL(product.origin).port)),
		).toBe(false);
		await context.close();
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});

test("every mistake of a configuration is told at once, and no password with it", async () => {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-wrong-"));
	try {
		await writeFile(
			join(folder, "tidemark.yaml"),
			[
				"listen: 0.0.0.0:7700",
				"evry: 5s",
				"brokers:",
				"  one: redis://user:canary-secret@host:99999/0",
				"  two:",
				"    address: kafka://host:9092",
				"    every: soon",
			].join("\n"),
		);
		const { code, said } = await run(["start"], folder);
		expect(code).not.toBe(0);
		for (const path of ["listen", "evry", "brokers.one", "brokers.two.every"])
			expect(said).toContain(path);
		expect(said).not.toContain("canary-secret");
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});

test("with nothing configured it says what it looked for, and the page tells how to connect a broker", async ({
	browser,
}) => {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-first-"));
	try {
		const product = await startProduct(folder, {}, []);
		expect(product.output()).toContain(
			"No broker is configured, so the usual local ports were tried.",
		);
		const context = await browser.newContext({
			storageState: { cookies: [], origins: [] },
		});
		const page = await context.newPage();
		await page.goto(product.entryLink);
		await expect(
			page.getByRole("heading", { name: "Connect your first broker" }),
		).toBeVisible();
		await expect(page.getByText("tidemark.yaml").first()).toBeVisible();
		await context.close();
		await product.stop();
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});

test("a port that is taken is said in a sentence", async ({ stage }) => {
	const { host } = new URL(stage.product.origin);
	const folder = await mkdtemp(join(tmpdir(), "tidemark-taken-"));
	try {
		const { code, said } = await run(
			["start", "--listen", host, "--folder", join(folder, "store")],
			folder,
		);
		expect(code).toBe(1);
		expect(said).toContain(`${host} cannot be used`);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});

test("a store that another one writes is left alone", async ({ stage }) => {
	const folder = join(stage.product.folder, "store");
	const [port] = await freePorts(1);
	const listen = `127.0.0.1:${port}`;
	const { code, said } = await run(
		["start", "--listen", listen, "--folder", folder],
		stage.product.folder,
	);
	expect(code).toBe(1);
	expect(said).toContain(`Another Tidemark keeps what it knows in ${folder}`);
});

function run(
	args: readonly string[],
	cwd: string,
): Promise<{ code: number; said: string }> {
	return new Promise((resolve) => {
		execFile(tidemark, [...args], { cwd, timeout: 30_000 }, (error, out, err) =>
			resolve({
				code: typeof error?.code === "number" ? error.code : 0,
				said: out + err,
			}),
		);
	});
}

function isOpen(host: string, port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect({ host, port, timeout: 1000 });
		const end = (open: boolean) => {
			socket.destroy();
			resolve(open);
		};
		socket
			.once("connect", () => end(true))
			.once("timeout", () => end(false))
			.once("error", () => end(false));
	});
}
