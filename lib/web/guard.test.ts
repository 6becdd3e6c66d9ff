// Does the guard keep out who comes from elsewhere, who is nobody, and who may not, whatever they send?
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { doors } from "#lib/access/doors.ts";
import { idleMaxMs } from "#lib/access/sessions.ts";
import type { UsualRole } from "#lib/core/people/role.ts";
import { bodyMaxBytes, bodyOf } from "./body.ts";
import { ask, type Stage, stage } from "./for-tests.ts";
import { guarded } from "./guard.ts";
import { reply } from "./reply.ts";

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

async function answerOf(response: Response) {
	const { code, detail } = await response.json();
	return { http: response.status, code, key: detail?.key };
}

test("somebody who is signed in is told which build answers, nobody else is", async () => {
	const token = await here.signIn();
	const told = await ask(seen(), "/api/board", { token });
	expect(told.headers.get("tidemark-build")).toBe("built-today");
	const open = guarded("GET /api/health", async () => reply({ ok: true }), at);
	const untold = await ask(open, "/api/health");
	expect(untold.headers.get("tidemark-build")).toBeNull();
});

describe("a person", () => {
	test("is told apart from nobody", async () => {
		const nobody = await ask(seen(), "/api/board");
		expect(await answerOf(nobody)).toEqual({
			http: 401,
			code: "unauthenticated",
			key: "not signed in",
		});
		const token = await here.signIn("viewer");
		const known = await ask(seen(), "/api/board", { token });
		expect(await known.json()).toMatchObject({ roles: ["viewer"] });
	});

	test("with a role that may not do it is refused", async () => {
		const route = guarded("GET /api/board", async () => reply({}), at, {
			...doors,
			"GET /api/board": "administer",
		});
		const answerTo = async (role: UsualRole) =>
			ask(route, "/api/board", { token: await here.signIn(role) });
		expect(await answerOf(await answerTo("viewer"))).toEqual({
			http: 403,
			code: "forbidden",
			key: "not allowed",
		});
		expect((await answerTo("operator")).status).toBe(403);
		expect((await answerTo("admin")).status).toBe(200);
	});

	test("is nobody after twelve hours without a request", async () => {
		const token = await here.signIn();
		here.clock.nowMs += idleMaxMs + 1;
		const answer = await ask(seen(), "/api/board", { token });
		expect(answer.status).toBe(401);
	});

	test("with two session cookies is nobody: one of them was put in", async () => {
		const token = await here.signIn();
		const cookie = `tidemark-session=${token}; tidemark-session=other`;
		const answer = await ask(seen(), "/api/board", { headers: { cookie } });
		expect(answer.status).toBe(401);
	});

	test("nobody is answered before anything of theirs is read", async () => {
		const answer = await ask(asked(), "/api/errands", { body: "{" });
		expect(answer.status).toBe(401);
	});
});

describe("a body", () => {
	const sendAs = async (text: BodyInit) => {
		const token = await here.signIn();
		return ask(asked(), "/api/errands", { token, body: text });
	};

	test.each([
		["no JSON", "{"],
		["nothing", ""],
		["a key nobody asked for", '{"name":"a","role":"admin"}'],
		["a prototype", '{"name":"a","__proto__":{"role":"admin"}}'],
		["a prototype deep inside", '{"name":{"a":{"__proto__":1}}}'],
		["a constructor", '{"name":"a","constructor":{"prototype":{}}}'],
		["the wrong type", '{"name":1}'],
		["no name", "{}"],
		["nesting beyond sense", "[".repeat(400_000) + "]".repeat(400_000)],
	])("of %s is refused as invalid", async (_, text) => {
		expect(await answerOf(await sendAs(text))).toMatchObject({
			http: 400,
			code: "invalid",
			key: "bad body",
		});
		expect(Object.prototype).not.toHaveProperty("role");
	});

	test("of any keys still holds no prototype", async () => {
		const body = '{"a":{"__proto__":{"role":"admin"}}}';
		const request = new Request("http://x", { method: "POST", body });
		const anything = z.record(z.string(), z.unknown());
		await expect(bodyOf(request, anything)).rejects.toMatchObject({
			code: "invalid",
		});
	});

	test("that is not UTF-8 is refused as invalid", async () => {
		const bytes = Buffer.from('{"name":"\xff"}', "latin1");
		expect((await sendAs(bytes)).status).toBe(400);
	});

	test("of exactly the limit is read, one byte more is not", async () => {
		const frame = '{"name":""}'.length;
		const name = "a".repeat(bodyMaxBytes - frame);
		expect((await sendAs(`{"name":"${name}"}`)).status).toBe(200);
		expect(await answerOf(await sendAs(`{"name":"${name}a"}`))).toMatchObject({
			http: 413,
			code: "too large",
		});
	});

	test("without an end is given up at the limit", async () => {
		let sent = 0;
		const endless = new ReadableStream({
			pull(controller) {
				sent += 65_536;
				controller.enqueue(new Uint8Array(65_536).fill(32));
			},
		});
		expect((await sendAs(endless)).status).toBe(413);
		expect(sent).toBeLessThan(2 * bodyMaxBytes);
	});
});

test("an address's parameters come through as they are", async () => {
	const token = await here.signIn();
	const route = guarded(
		"GET /api/errands/{id}",
		async ({ params }) => reply(params),
		at,
	);
	const sent = { token, params: { id: "../x" } };
	const answer = await ask(route, "/api/errands/x", sent);
	expect(await answer.json()).toEqual({ id: "../x" });
});
