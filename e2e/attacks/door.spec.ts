// Who comes in, and who does not? The door of a fresh start, as visitors, thieves and foreign pages meet it.
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { entryLinkFor } from "../product.ts";
import { ask, ourOwn } from "../visitor.ts";
import { canary, expect, openToAll, pathsOf, test } from "./door-stage.ts";

const nobody = { storageState: { cookies: [], origins: [] } };

test("T1: a fresh start listens on this machine only", async ({ product }) => {
	const port = Number(new URL(product.origin).port);
	const outside = Object.values(networkInterfaces())
		.flat()
		.filter((address) => address && !address.internal)
		.filter((address) => address?.family === "IPv4");
	expect(await isOpen("127.0.0.1", port)).toBe(true);
	for (const address of outside)
		expect(await isOpen(address?.address ?? "", port)).toBe(false);
});

test("T1: the entry link lets one browser in, once, however it was looked at before, and leaves no key behind", async ({
	browser,
	product,
}) => {
	const link = await entryLinkFor(product);
	const looks = ["GET", "HEAD"].flatMap((verb) =>
		[{}, { purpose: "prefetch" }, { "sec-purpose": "prefetch;prerender" }].map(
			(headers) => ask(product, "/enter", { verb, headers }),
		),
	);
	for (const { http } of await Promise.all(looks)) expect(http).toBe(200);
	const first = await browser.newContext(nobody);
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
	expect(product.output()).not.toContain(key);
	await first.close();

	const second = await browser.newContext(nobody);
	const late = await second.newPage();
	await late.goto(link);
	await expect(late.getByText("This key was used already")).toBeVisible();
	await second.close();
});

test("T1: without a session every route but liveness and the way in says so and nothing else", async ({
	cookie,
	product,
}) => {
	const paths = await pathsOf(product, cookie);
	expect(paths.length).toBeGreaterThan(15);
	for (const path of paths) {
		if (openToAll.has(path) && path !== "/api/session") continue;
		const { http, text } = await ask(product, path);
		const isRead = http !== 405;
		expect([path, isRead ? http : 401, text.includes(canary)]).toEqual([
			...[path, 401, false],
		]);
	}
	for (const path of ["/api/health", "/api/ready"])
		expect((await ask(product, path)).text).not.toContain(canary);
	const known = await ask(product, "/api/board", { headers: { cookie } });
	expect(known.text).toContain(canary);
});

/** What each was once, or may be, another way to the same place. */
const otherWays = (path: string): readonly string[] => [
	...[`${path}.rsc`, `${path}?_rsc=1a2b3`, `${path}/`, `${path}%2e`],
	...[`${path}.segments/_tree.segment.rsc`, `${path}.segment.rsc`],
	...[`${path}.json`, `${path};.rsc`, `${path}%00`, `${path}%20`],
	...[`/${path}`, `/.${path}`, `/x/..${path}`, `/x/%2e%2e${path}`],
	...[path.toUpperCase(), path.replace("/a", "/A"), path.replace("a", "%61")],
	...[path.replace(/\/(?=[^/]*$)/, "%2f"), path.replaceAll("/", "//")],
	...[
		`/_next/data/build${path}.json`,
		`/_next${path}`,
		`/_next/image?url=${path}`,
	],
	...[`http://127.0.0.1${path}`, `/en${path}`, `/_next/static/..${path}`],
];
const subrequest = Array.from({ length: 6 }, () => "proxy").join(":");
const otherWords: readonly Readonly<Record<string, string>>[] = [
	{ "x-middleware-subrequest": subrequest },
	{ "x-middleware-subrequest": "src/middleware:pages/_middleware" },
	{ "x-middleware-prefetch": "1", "x-nextjs-data": "1" },
	{ rsc: "1", "next-router-state-tree": "%5B%22%22%5D" },
	{ rsc: "1", "next-router-prefetch": "1" },
	{ rsc: "1", "next-router-segment-prefetch": "/_tree" },
	{ "next-action": "0".repeat(42), "x-prerender-revalidate": "1" },
	{ "x-invoke-path": "/api/board", "x-matched-path": "/api/board" },
	{ "x-original-url": "/api/board", "x-rewrite-url": "/api/board" },
	{ authorization: "Bearer tm_x", "x-forwarded-user": "owner" },
];

test("T3: no other way to write an address, and no word of the framework's own, leads to anything without a session", async ({
	cookie,
	product,
}) => {
	const pages = ["/", "/alerts", "/activity", `/brokers/${canary}`];
	const paths = (await pathsOf(product, cookie)).filter(
		(path) => !openToAll.has(path),
	);
	const wrong: string[] = [];
	const look = async (
		path: string,
		headers: Readonly<Record<string, string>> = {},
		isPage = false,
	) => {
		const { http, text } = await ask(product, path, { headers });
		// The name that was asked for may stand in the page's own address.
		const said = text.replaceAll(`/brokers/${canary}`, "");
		const isData = !isPage && http === 200 && !text.startsWith("<!DOCTYPE");
		if (isData || http >= 500 || /canary-7c1f"?,"system|"heard/.test(said))
			wrong.push(`${path} ${JSON.stringify(headers)}: ${http}`);
	};
	for (const path of paths)
		for (const other of otherWays(path)) await look(other);
	for (const path of paths)
		for (const words of otherWords) await look(path, words);
	for (const path of pages)
		for (const words of otherWords) await look(path, words, true);
	for (const path of pages)
		for (const other of otherWays(path)) await look(other, {}, true);
	expect(wrong).toEqual([]);
});

test("T4: a foreign page, a foreign name, a plain form and a mere look change nothing, whoever is signed in", async ({
	cookie,
	product,
}) => {
	const { origin } = product;
	const own = { ...ourOwn(origin), cookie };
	const foreign: [string, Record<string, string>][] = [
		["another origin", { ...own, origin: "http://evil.example" }],
		["an origin called null", { ...own, origin: "null" }],
		["our origin over https", { ...own, origin: origin.replace("p", "ps") }],
		["another site", { ...own, "sec-fetch-site": "cross-site" }],
		["a plain form", { ...own, "content-type": "text/plain" }],
		["another of our names", { ...own, host: `localhost:${port(origin)}` }],
		["a foreign name", { ...own, host: "evil.example" }],
		["our port elsewhere", { ...own, host: `evil.example:${port(origin)}` }],
	];
	const body = JSON.stringify({ verb: "try", address: null });
	for (const left of ["origin", "x-tidemark", "content-type"]) {
		const headers: Record<string, string> = { ...own };
		delete headers[left];
		foreign.push([`no ${left}`, headers]);
	}
	for (const [title, headers] of foreign) {
		const told = await ask(product, "/api/errands", {
			...{ verb: "POST", headers, body },
		});
		expect([title, told.http]).toEqual([title, 403]);
	}
	const host = { host: "evil.example", cookie };
	for (const path of ["/api/board", "/", "/metrics"])
		expect((await ask(product, path, { headers: host })).http).toBe(403);
	for (const verb of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
		for (const path of ["/", "/api/board", "/metrics"])
			expect([405, 404]).toContain(
				(await ask(product, path, { verb, headers: own })).http,
			);
	const asked = await ask(product, "/api/errands?verb=try", { headers: own });
	expect(asked.http).not.toBe(201);
	const token = { cookie: "a=b", authorization: "Bearer 0123456789abcdef" };
	expect((await ask(product, "/metrics", { headers: token })).http).toBe(401);
});

test("T16: every answer says what may be done with it, and an injected script does not run", async ({
	page,
	product,
}) => {
	const { text, headers } = await ask(product, "/");
	const policy = String(headers["content-security-policy"]);
	expect(policy.replace(/nonce-[\w+/=]+/g, "nonce")).toBe(
		"default-src 'none'; script-src 'self' 'nonce' 'strict-dynamic'; style-src 'self' 'nonce'; style-src-elem 'self' 'nonce'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
	);
	const again = (await ask(product, "/")).headers["content-security-policy"];
	expect(again).not.toBe(policy);
	const chunk = /\/_next\/static\/[^"]+\.js/.exec(text)?.[0] ?? "";
	for (const path of ["/", "/enter", chunk, "/api/board", "/api/health"]) {
		const told = (await ask(product, path)).headers;
		expect([path, told]).toEqual([
			path,
			expect.objectContaining({
				"x-content-type-options": "nosniff",
				"referrer-policy": "no-referrer",
				"cross-origin-opener-policy": "same-origin",
				"cross-origin-resource-policy": "same-origin",
				"x-frame-options": "DENY",
			}),
		]);
		expect(told["x-powered-by"]).toBeUndefined();
		expect(told["strict-transport-security"]).toBeUndefined();
	}
	const api = (await ask(product, "/api/board")).headers;
	expect(api["content-security-policy"]).toBe(
		"default-src 'none'; frame-ancestors 'none'",
	);
	expect(api["cache-control"]).toBe("private, no-store");

	const broken: string[] = [];
	page.on("console", (message) => {
		if (message.text().includes("Content Security Policy"))
			broken.push(message.text());
	});
	await page.goto("/enter");
	await expect(page.getByRole("heading")).toBeVisible();
	expect(broken).toEqual([]);
	const ran = await page.evaluate(async () => {
		const markup = '<img src="data:," onerror="globalThis.foreign = true">';
		document.body.insertAdjacentHTML("beforeend", markup);
		const inline = document.createElement("div");
		inline.setAttribute("onclick", "globalThis.foreign = true");
		document.body.append(inline);
		inline.click();
		await new Promise((resolve) =>
			document.images[document.images.length - 1]?.addEventListener(
				"error",
				resolve,
			),
		);
		return "foreign" in globalThis;
	});
	expect(ran).toBe(false);
	expect(broken).toHaveLength(2);
});

const port = (origin: string) => new URL(origin).port;

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
