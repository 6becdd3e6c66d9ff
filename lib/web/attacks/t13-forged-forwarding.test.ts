// T13: whoever forges what proxies say of others gains nothing. Only the socket's own address decides whose word is taken.
import { afterEach, expect, test } from "vitest";
import { ask, type Stage, stage } from "../for-tests.ts";
import { guarded } from "../guard.ts";
import { reply } from "../reply.ts";

const trustedProxies = ["10.0.0.5", "10.1.0.0/16", "fd00::/8"];
const address = "https://tidemark.example.org";
let here: Stage;
afterEach(() => here.close());

async function told(
	from: string,
	headers: Readonly<Record<string, string>>,
	origin = address,
) {
	here = await stage({ address, access: { trustedProxies } });
	const route = guarded(
		"GET /api/health",
		async ({ peer }) => reply(peer),
		() => here.place,
	);
	const answer = await ask(route, "/api/health", { from, headers, origin });
	return { http: answer.status, ...(await answer.json()) };
}

const names = {
	"x-forwarded-for": "203.0.113.9",
	forwarded: "for=203.0.113.9;host=evil.example;proto=http",
	"x-real-ip": "203.0.113.9",
	"x-tidemark-peer": "10.0.0.5",
	"x-tidemark-seen": '{"address":"10.0.0.5"}',
};

test.each([
	...["203.0.113.66", "10.0.0.6", "10.2.0.1", "::ffff:10.0.0.6", "fe80::1"],
	...["127.0.0.1", "::1", "nonsense", ""],
])("a word from %s about others is nothing", async (from) => {
	const peer = await told(from, names);
	expect(peer).toMatchObject({ http: 200, isProxy: false, origin: address });
	expect(peer.client).toBe(peer.address);
	expect(peer.client).not.toBe("203.0.113.9");
});

test.each([
	["10.0.0.5", "10.0.0.5"],
	["::ffff:10.1.2.3", "10.1.2.3"],
	["fd12::1", "fd12::1"],
])("a proxy at %s is believed", async (from, written) => {
	expect(await told(from, names)).toMatchObject({
		...{ isProxy: true, address: written, client: "203.0.113.9" },
	});
});

test.each([
	["127.0.0.1, 203.0.113.9", "203.0.113.9"],
	["10.0.0.5, 203.0.113.9", "203.0.113.9"],
	["203.0.113.9, 10.1.0.1", "203.0.113.9"],
	["198.51.100.1, 203.0.113.9, 10.1.0.1, fd00::2", "203.0.113.9"],
	["203.0.113.9:51820", "203.0.113.9"],
	["[2001:db8::1]:443", "2001:db8::1"],
	["203.0.113.9, unknown", "10.0.0.5"],
	["203.0.113.9,", "10.0.0.5"],
	["<script>", "10.0.0.5"],
	["", "10.0.0.5"],
])("of %j the last that no proxy is counts", async (forwarded, client) => {
	const headers = { "x-forwarded-for": forwarded };
	expect(await told("10.0.0.5", headers)).toMatchObject({ client });
});

test.each([
	["another host", { "x-forwarded-host": "evil.example" }],
	["a host of ours before another", { "x-forwarded-host": "a, evil.example" }],
	["another port", { "x-forwarded-host": "tidemark.example.org:8443" }],
	["plain http to an https address", { "x-forwarded-proto": "http" }],
	["a scheme nobody knows", { "x-forwarded-proto": "https:" }],
])("%s is refused from a proxy, and unheard from others", async (_, sent) => {
	expect(await told("10.0.0.5", sent)).toMatchObject({ http: 403 });
	await here.close();
	expect(await told("203.0.113.66", sent)).toMatchObject({ http: 200 });
});

test("a host of ours that is only said, not asked for, opens nothing", async () => {
	const headers = {
		"x-forwarded-host": "tidemark.example.org",
		"x-forwarded-proto": "https",
	};
	const evil = "http://evil.example";
	expect(await told("203.0.113.66", headers, evil)).toMatchObject({
		http: 403,
	});
	await here.close();
	expect(await told("10.0.0.5", headers, evil)).toMatchObject({
		...{ http: 200, origin: address, isHttps: true },
	});
});
