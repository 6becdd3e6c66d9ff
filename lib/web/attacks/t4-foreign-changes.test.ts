// T4: what a page of another site, a form, or a name that was turned onto us could send changes nothing and reads nothing.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { bodyOf } from "../body.ts";
import { ask, type Stage, stage } from "../for-tests.ts";
import { guarded } from "../guard.ts";
import { reply } from "../reply.ts";

const wish = z.strictObject({ name: z.string() });
let here: Stage;
beforeEach(async () => {
	here = await stage();
});
afterEach(() => here.close());

const at = () => here.place;
const seen = () =>
	guarded("GET /api/board", async ({ person }) => reply(person), at);
const asked = () =>
	guarded(
		"POST /api/errands",
		async ({ request }) => reply(await bodyOf(request, wish)),
		at,
	);
const left = () =>
	guarded("DELETE /api/session", async () => reply({ ok: true }), at);
const body = JSON.stringify({ name: "orders" });

describe("the host", () => {
	test.each([
		"127.0.0.1:7700",
		"localhost:7700",
		"LOCALHOST:7700",
		"[::1]:7700",
	])("%s is one of our names", async (host) => {
		const token = await here.signIn();
		const answer = await ask(seen(), "/api/board", {
			token,
			headers: { host },
		});
		expect(answer.status).toBe(200);
	});

	test.each([
		"evil.example:7700",
		"127.0.0.1",
		"127.0.0.1:7701",
		"127.0.0.1:7700.evil.example",
		"localhost.:7700",
		"",
	])("%j is not, even with a session", async (host) => {
		const token = await here.signIn();
		const headers = { host, "x-forwarded-host": "127.0.0.1:7700" };
		const answer = await ask(seen(), "/api/board", { token, headers });
		expect(answer.status).toBe(403);
		expect((await answer.json()).detail.key).toBe("foreign host");
	});
});

describe("a change", () => {
	test("from our own page is let through", async () => {
		const token = await here.signIn();
		const answer = await ask(asked(), "/api/errands", { token, body });
		expect(await answer.json()).toEqual({ name: "orders" });
	});

	test.each<[string, Record<string, string>, string[]]>([
		["another site's origin", { origin: "http://evil.example" }, []],
		["the null origin", { origin: "null" }, []],
		["another port of this host", { origin: "http://127.0.0.1:3000" }, []],
		["our origin by another scheme", { origin: "https://127.0.0.1:7700" }, []],
		["another name of ours", { origin: "http://localhost:7700" }, []],
		["a cross-site fetch", { "sec-fetch-site": "cross-site" }, ["origin"]],
		["a same-site fetch", { "sec-fetch-site": "same-site" }, ["origin"]],
		["a typed address", { "sec-fetch-site": "none" }, ["origin"]],
		["no origin at all", {}, ["origin", "sec-fetch-site"]],
		["a form", { "content-type": "application/x-www-form-urlencoded" }, []],
		["plain text", { "content-type": "text/plain" }, []],
		["two types", { "content-type": "text/plain, application/json" }, []],
		["no type", {}, ["content-type"]],
		["no header of ours", {}, ["x-tidemark"]],
		["another value of it", { "x-tidemark": "true" }, []],
	])("with %s is refused, session or not", async (_, headers, without) => {
		for (const token of [await here.signIn(), ""]) {
			const sent = {
				token,
				headers,
				without,
				body,
			};
			const answer = await ask(asked(), "/api/errands", sent);
			expect(answer.status).toBe(403);
		}
	});

	test("is known by either sign alone that it comes from our page", async () => {
		const token = await here.signIn();
		for (const missing of ["origin", "sec-fetch-site"]) {
			const sent = { token, body, without: [missing] };
			const answer = await ask(asked(), "/api/errands", sent);
			expect(answer.status).toBe(200);
		}
	});

	test("without a body needs no type, but everything else", async () => {
		const token = await here.signIn();
		const bare = { token, without: ["content-type"] };
		expect((await ask(left(), "/api/session", bare)).status).toBe(200);
		const foreign = { token, without: ["content-type", "x-tidemark"] };
		expect((await ask(left(), "/api/session", foreign)).status).toBe(403);
	});
});

describe("under an address of its own", () => {
	const address = "https://tide.example.org";

	test("the console answers to that name and to this machine's, and each page changes only its own", async () => {
		await here.close();
		here = await stage({ address });
		const token = await here.signIn();
		const own = { token, body, origin: address };
		expect((await ask(asked(), "/api/errands", own)).status).toBe(200);
		const local = await ask(asked(), "/api/errands", { token, body });
		expect(local.status).toBe(200);
		for (const origin of [
			...["http://tide.example.org", "https://tide.example.org:8443"],
			...["https://tide.example.org.evil.example", "http://127.0.0.1:7700"],
		]) {
			const sent = { ...own, headers: { origin } };
			expect((await ask(asked(), "/api/errands", sent)).status).toBe(403);
		}
	});
});

test("a bearer token beside a cookie opens nothing, whoever put it there", async () => {
	const headers = { authorization: `Bearer ${"a".repeat(43)}`, cookie: "a=b" };
	expect((await ask(seen(), "/api/board", { headers })).status).toBe(401);
});
