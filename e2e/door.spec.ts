// Who comes in, and who does not? The door as a visitor, a thief and a foreign page meet it.

import { entryLinkFor } from "./product.ts";
import { expect, test } from "./stage.ts";

test("an entry link lets one browser in, once, and leaves no key behind", async ({
	browser,
	stage,
}) => {
	const link = await entryLinkFor(stage.product);
	const first = await browser.newContext({
		storageState: { cookies: [], origins: [] },
	});
	const page = await first.newPage();
	const asked: string[] = [];
	page.on("request", (request) =>
		asked.push(`${request.url()} ${request.headers().referer ?? ""}`),
	);
	await page.goto(link);
	await expect(page.getByRole("list", { name: "Brokers" })).toBeVisible();
	const key = link.slice(link.indexOf("key=") + 4);
	expect(page.url()).not.toContain(key);
	expect(asked.join("\n")).not.toContain(key);
	expect(stage.product.output()).not.toContain(key);
	await first.close();

	const second = await browser.newContext({
		storageState: { cookies: [], origins: [] },
	});
	const late = await second.newPage();
	await late.goto(link);
	await expect(
		late.getByRole("heading", { name: "This page needs an entry link" }),
	).toBeVisible();
	await expect(late.getByText("This key was used already")).toBeVisible();
	await second.close();
});

test("without an entry link nothing can be read, and the visitor is told how to get one", async ({
	browser,
	stage,
}) => {
	const context = await browser.newContext({
		baseURL: stage.product.origin,
		storageState: { cookies: [], origins: [] },
	});
	const page = await context.newPage();
	await page.goto("/");
	await expect(
		page.getByRole("heading", { name: "This page needs an entry link" }),
	).toBeVisible();
	await expect(page.getByText("tidemark link")).toBeVisible();
	const closed = [
		"/api/board",
		"/api/session",
		"/api/openapi.json",
		"/api/subscriptions/x",
		"/api/errands/x",
		"/metrics",
	];
	for (const path of closed) {
		const reply = await page.request.get(path);
		expect([path, reply.status()]).toEqual([path, 401]);
	}
	for (const header of [
		"x-middleware-subrequest",
		"rsc",
		"next-router-prefetch",
		"next-action",
	]) {
		const reply = await page.request.get("/api/board", {
			headers: { [header]: "1" },
		});
		expect([header, reply.status()]).toEqual([header, 401]);
	}
	await context.close();
});

test("a foreign page, a foreign name and a plain form change nothing", async ({
	request,
	stage,
}) => {
	const { origin } = stage.product;
	const json = { "content-type": "application/json", "x-tidemark": "1" };
	const refused: [string, Record<string, string>][] = [
		["another origin", { ...json, origin: "http://evil.example" }],
		["no origin at all", json],
		["an origin called null", { ...json, origin: "null" }],
		["another site", { ...json, origin, "sec-fetch-site": "cross-site" }],
		["without our own header", { "content-type": "application/json", origin }],
		[
			"a plain form",
			{ "content-type": "text/plain", "x-tidemark": "1", origin },
		],
		[
			"a foreign name",
			{ ...json, origin: "http://evil.example", host: "evil.example" },
		],
	];
	for (const [title, headers] of refused) {
		const reply = await request.post("/api/errands", { headers, data: "{}" });
		expect([title, reply.status()]).toEqual([title, 403]);
	}
	const foreign = await request.get("/api/board", {
		headers: { host: "evil.example" },
	});
	expect(foreign.status()).toBe(403);
});

test("every page carries a policy that runs nothing foreign", async ({
	page,
}) => {
	const broken: string[] = [];
	page.on("console", (message) => {
		if (message.text().includes("Content Security Policy"))
			broken.push(message.text());
	});
	const reply = await page.goto("/");
	await expect(page.getByRole("list", { name: "Brokers" })).toBeVisible();
	expect(broken).toEqual([]);
	const policy = reply?.headers()["content-security-policy"] ?? "";
	expect(policy).toMatch(/script-src[^;]*'nonce-/);
	expect(policy).not.toMatch(/script-src[^;]*unsafe/);
	expect(policy).toContain("frame-ancestors 'none'");
	const ran = await page.evaluate(async () => {
		const markup = '<img src="data:," onerror="globalThis.foreign = true">';
		document.body.insertAdjacentHTML("beforeend", markup);
		await new Promise((resolve) =>
			document.images[document.images.length - 1]?.addEventListener(
				"error",
				resolve,
			),
		);
		return "foreign" in globalThis;
	});
	expect(ran).toBe(false);
	expect(broken).toHaveLength(1);
});
