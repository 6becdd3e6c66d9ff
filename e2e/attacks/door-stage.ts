// What do attacks at the door begin with? The product as it is started without a word, watching one broker whose name must not come out, and requests that nobody tidies up.
import { mkdtemp, rm } from "node:fs/promises";
import { request as send } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { type Product, startProduct } from "../product.ts";

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
			await use(await cookieFor(product, product.entryLink));
		},
		{ scope: "worker" },
	],
	baseURL: async ({ product }, use) => use(product.origin),
});

export { expect } from "@playwright/test";

export type Told = {
	readonly http: number;
	readonly headers: Readonly<
		Record<string, string | readonly string[] | undefined>
	>;
	readonly text: string;
};

type Asked = {
	readonly verb?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
};

/** The path goes out letter by letter, as no browser would send it. */
export function ask(
	{ origin }: Pick<Product, "origin">,
	path: string,
	{ verb = "GET", headers = {}, body }: Asked = {},
): Promise<Told> {
	const { hostname, port } = new URL(origin);
	return new Promise((resolve, reject) => {
		const asking = send(
			{ hostname, port, path, method: verb, headers, agent: false },
			(answer) => {
				let text = "";
				answer.setEncoding("utf8");
				answer.on("data", (piece) => {
					text += piece;
				});
				answer.once("end", () =>
					resolve({
						...{ http: answer.statusCode ?? 0, text },
						headers: answer.headers,
					}),
				);
				answer.once("error", reject);
			},
		);
		asking.once("error", reject).end(body);
	});
}

export const ourOwn = (origin: string) => ({
	...{ origin, "content-type": "application/json", "x-tidemark": "1" },
});

/** What a browser keeps of a link, got without one. */
async function cookieFor(product: Product, link: string): Promise<string> {
	const key = link.slice(link.indexOf("key=") + 4);
	const told = await ask(product, "/api/session", {
		verb: "POST",
		headers: ourOwn(product.origin),
		body: JSON.stringify({ by: "entry", key }),
	});
	return String(told.headers["set-cookie"]).split(";")[0] ?? "";
}

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
