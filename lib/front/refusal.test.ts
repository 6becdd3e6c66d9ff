// Is nothing handed on that no browser sends, and everything that they do?
import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { keepOnly } from "./headers.ts";
import { limits } from "./limits.ts";
import { pathOf, refusalOf } from "./refusal.ts";

type Pairs = readonly (readonly [string, string])[];

/** As Node's parser fills it in: of some headers the first counts, of others all do. */
function requestOf(method: string, url: string, pairs: Pairs = []) {
	const request = new IncomingMessage(new Socket());
	const all = pairs.some(([name]) => name === "host")
		? pairs
		: [["host", "127.0.0.1:7700"] as const, ...pairs];
	Object.assign(request, { method, url, rawHeaders: all.flat() });
	for (const [name, value] of all) request.headers[name] ??= value;
	return request;
}
const codeOf = (method: string, url: string, pairs?: Pairs) =>
	refusalOf(requestOf(method, url, pairs), ["x-user"])?.code ?? 200;

test.each([
	"/",
	"/?view=wall",
	"/api/board?filter=verdict%3Astalled%20group%3A%2F%2e",
	"/_next/static/chunks/3y705tc4v-41-.js",
	"/subscriptions/ab_-c?from=/alerts",
	"/api/brokers/__proto__",
	"/%EA%B0%80",
])("%s is an address as pages here have it", (url) => {
	expect(codeOf("GET", url)).toBe(200);
});

test.each([
	...["//evil.example/", "/api//board", "/api/../board", "/api/./board"],
	...["/api/%2e%2e/board", "/%2E/", "/api%2fboard", "/api%5cboard", "/a%00"],
	...["/a%252e", "/api\\board", "/%", "/%zz", "/a b", "/\u00e9", "", "*"],
	...["http://127.0.0.1:7700/api/board", "evil.example:443", "api/board"],
])("%j is none", (url) => {
	expect(pathOf(url)).toBeNull();
	expect(codeOf("GET", url)).toBe(400);
});

test.each([
	...["evil.example/..", "a b", "a@b", "", "a,b", "127.0.0.1:7700:1", "<x>"],
	...["x".repeat(300), "127.0.0.1:123456"],
])("%j is no host by any rule", (host) => {
	expect(codeOf("GET", "/", [["host", host]])).toBe(400);
});

test.each(["host", "origin", "content-type", "x-tidemark", "x-user"])(
	"%s may stand there once",
	(name) => {
		const twice: Pairs = [
			[name, "127.0.0.1:7700"],
			[name, "127.0.0.1:7700"],
		];
		expect(codeOf("GET", "/", twice)).toBe(400);
	},
);

test("a hundred headers are enough for anybody", () => {
	const some = (n: number): Pairs =>
		Array.from({ length: n }, (_, index) => [`x-${index}`, ""] as const);
	expect(codeOf("GET", "/", some(limits.headersCount - 1))).toBe(200);
	expect(codeOf("GET", "/", some(limits.headersCount))).toBe(431);
});

test.each([
	["POST", "/", 405],
	["DELETE", "/alerts", 405],
	["POST", "/_next/data", 405],
	["PUT", "/api/session", 405],
	["OPTIONS", "/api/board", 405],
	["TRACE", "/", 405],
	["PATCH", "/api/errands", 405],
	["HEAD", "/", 200],
	["POST", "/api/errands", 200],
	["DELETE", "/api/session", 200],
])("%s %s is answered with %d", (method, url, code) => {
	expect(codeOf(method, url)).toBe(code);
});

test("a body belongs to a change, and has an end", () => {
	const long = (bytes: number): Pairs => [["content-length", String(bytes)]];
	expect(codeOf("POST", "/api/errands", long(limits.bodyBytes))).toBe(200);
	expect(codeOf("POST", "/api/errands", long(limits.bodyBytes + 1))).toBe(413);
	expect(codeOf("GET", "/api/board", long(1))).toBe(400);
	expect(codeOf("GET", "/api/board", [["transfer-encoding", "chunked"]])).toBe(
		400,
	);
});

const inside = [
	...["x-middleware-subrequest", "x-middleware-prefetch", "x-nextjs-data"],
	...["x-invoke-path", "next-action", "next-resume", "x-nonce"],
	...["content-security-policy", "x-tidemark-peer", "x-tidemark-seen"],
];
const ofOthers = ["forwarded", "x-real-ip", "x-forwarded-port", "x-client-ip"];
const ofProxies = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"];
const people = ["x-forwarded-user", "x-groups"];
const kept = ["host", "cookie", "x-tidemark", "rsc", "next-router-prefetch"];

test.each([
	["a client", false, kept],
	["a proxy we know", true, [...kept, ...people]],
])("of %s only what it may say goes on", (_, isProxy, left) => {
	const names = [...inside, ...ofOthers, ...ofProxies, ...people, ...kept];
	const pairs = names.map((name) => [name, "said"] as const);
	const request = requestOf("GET", "/", pairs);
	keepOnly(request, isProxy, people);
	expect(Object.keys(request.headers).sort()).toEqual([...left].sort());
	const raw = request.rawHeaders.filter((_, index) => index % 2 === 0);
	expect(raw.sort()).toEqual([...left].sort());
});
