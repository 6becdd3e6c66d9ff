// Does coming in set a cookie that scripts cannot read, and does leaving end more than the cookie?
import { afterEach, beforeEach, expect, test } from "vitest";
import { offerEntry } from "#lib/access/sessions.ts";
import { acts } from "#lib/core/people/role.ts";
import { comeIn } from "./come-in.ts";
import { ask, type Stage, stage, startMs } from "./for-tests.ts";
import { guarded } from "./guard.ts";
import { answerSession, goOut } from "./session.ts";

let here: Stage;
beforeEach(async () => {
	here = await stage();
});
afterEach(() => here.close());

const at = () => here.place;
const enter = (body: unknown, token = "") =>
	ask(guarded("POST /api/session", comeIn, at), "/api/session", {
		token,
		body: JSON.stringify(body),
	});
const whoAmI = (token: string) =>
	ask(guarded("GET /api/session", answerSession, at), "/api/session", {
		token,
	});
const tokenOf = (answer: Response) =>
	/^tidemark-session=([^;]*)/.exec(
		answer.headers.get("set-cookie") ?? "",
	)?.[1] ?? "";

async function entered(token = ""): Promise<string> {
	const key = await offerEntry(here.store, startMs);
	return tokenOf(await enter({ by: "entry", key }, token));
}

test("an entry key becomes a session in a cookie that scripts cannot read", async () => {
	const key = await offerEntry(here.store, startMs);
	const answer = await enter({ by: "entry", key });
	expect(await answer.json()).toEqual({
		person: "owner",
		way: "link",
		roles: ["admin"],
		seesContents: true,
		tendsAlerts: true,
		tendsPeople: true,
		demo: false,
		leave: {
			rights: [{ may: [...acts], where: null }],
			readOnly: false,
			readOnlyBrokers: [],
			reasonRequired: false,
		},
	});
	expect(answer.headers.get("set-cookie")).toMatch(
		/^tidemark-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
	);
	expect((await whoAmI(tokenOf(answer))).status).toBe(200);
});

test("the same key does not work again", async () => {
	const key = await offerEntry(here.store, startMs);
	await enter({ by: "entry", key });
	const again = await enter({ by: "entry", key });
	expect(again.status).toBe(401);
	expect(again.headers.get("set-cookie")).toBeNull();
});

test("a cookie that was planted before is worth nothing after", async () => {
	const planted = await entered();
	const own = await entered(planted);
	expect(own).not.toBe(planted);
	expect((await whoAmI(planted)).status).toBe(401);
	expect((await whoAmI(own)).status).toBe(200);
});

test("a stolen cookie ends with its session", async () => {
	const token = await entered();
	const left = await ask(
		guarded("DELETE /api/session", goOut, at),
		"/api/session",
		{ token },
	);
	expect(left.status).toBe(204);
	expect(left.headers.get("set-cookie")).toContain("Max-Age=0");
	expect((await whoAmI(token)).status).toBe(401);
});

test("nobody is let in without a key where it is no demo", async () => {
	expect((await enter({ by: "demo" })).status).toBe(403);
});
