// T14: a session's cookie over https is not that over http. What one could plant, the other does not read.
import { afterEach, expect, test } from "vitest";
import { hashOf, offerEntry } from "#lib/access/sessions.ts";
import { comeIn } from "../come-in.ts";
import { ask, type Stage, stage, startMs } from "../for-tests.ts";
import { guarded } from "../guard.ts";
import { answerSession, goOut } from "../session.ts";

const address = "https://tidemark.example.org";
const http = "http://127.0.0.1:7700";
let here: Stage;
afterEach(() => here.close());

const at = () => here.place;
const known = (origin: string, cookie: string) =>
	ask(guarded("GET /api/session", answerSession, at), "/api/session", {
		...{ origin, headers: { cookie } },
	});

async function cameIn(origin: string) {
	const key = await offerEntry(here.store, startMs);
	const answer = await ask(
		guarded("POST /api/session", comeIn, at),
		"/api/session",
		{
			...{ origin, body: JSON.stringify({ by: "entry", key }) },
			headers: { "user-agent": `Browser\u0007${"x".repeat(900)}` },
		},
	);
	return answer.headers.get("set-cookie") ?? "";
}

test("over https it is the browser's own word that this host set it", async () => {
	here = await stage({ address });
	expect(await cameIn(address)).toMatch(
		/^__Host-tidemark-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
	);
	expect(await cameIn(http)).toMatch(
		/^tidemark-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
	);
});

test("TLS of our own makes every name an https one", async () => {
	here = await stage({ tls: true });
	expect(await cameIn("https://localhost:7700")).toMatch(/^__Host-/);
});

test.each([
	["https", address, "__Host-tidemark-session", "tidemark-session"],
	["http", http, "tidemark-session", "__Host-tidemark-session"],
])("over %s the other's cookie is nobody's", async (_, origin, own, other) => {
	here = await stage({ address });
	const token = await here.signIn();
	const as = async (cookie: string) => (await known(origin, cookie)).status;
	expect(await as(`${own}=${token}`)).toBe(200);
	expect(await as(`${other}=${token}`)).toBe(401);
	expect(await as(`${other}=planted; ${own}=${token}`)).toBe(200);
	expect(await as(`${own}=planted; ${own}=${token}`)).toBe(401);
	expect(await as(`${own.toUpperCase()}=${token}`)).toBe(401);
});

test("leaving takes back the very cookie that was set", async () => {
	here = await stage({ address });
	const token = await here.signIn();
	const route = guarded("DELETE /api/session", goOut, at);
	const sent = { token, origin: address };
	const left = await ask(route, "/api/session", sent);
	expect(left.headers.get("set-cookie")).toBe(
		"__Host-tidemark-session=; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=0",
	);
});

test("a session tells where it began, in words that cannot be long or hidden", async () => {
	here = await stage({ address });
	const cookie = (await cameIn(address)).split(";")[0] ?? "";
	const token = cookie.slice(cookie.indexOf("=") + 1);
	const session = await here.store.sessions.find(hashOf(token));
	expect(session).toMatchObject({ from: "127.0.0.1" });
	expect(session?.browser).toMatch(/^Browserx+$/);
	expect(session?.browser).toHaveLength(200);
});
