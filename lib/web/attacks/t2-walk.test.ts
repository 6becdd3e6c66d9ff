// T2: who passes which door? A walk over every verb of every route, as everybody there is: one that has no line in the table fails.
import { globSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Door, doors } from "#lib/access/doors.ts";
import { begin, hashOf, idleMaxMs } from "#lib/access/sessions.ts";
import { newToken } from "#lib/access/tokens.ts";
import { openapi } from "#lib/wire/openapi.ts";
import { ask, type Stage, stage } from "../for-tests.ts";
import type { Route } from "../guard.ts";

/** v a viewer, s an operator of another place, o an operator, a an admin, t an admin's token; the first sign is nobody. */
const passed: Readonly<Record<Door, string>> = {
	"GET /api/health": "nvsoat",
	"GET /api/ready": "nvsoat",
	"GET /api/sign-in": "nvsoat",
	"POST /api/session": "nvsoat",
	"GET /api/session/provider": "nvsoat",
	"GET /api/session/provider/back": "nvsoat",
	"GET /api/session": "vsoat",
	"DELETE /api/session": "vsoa",
	"GET /api/sessions": "vsoat",
	"GET /api/people": "at",
	// Whose it is, is asked behind the door.
	"POST /api/people/{name}/password": "vsoa",
	"GET /api/tokens": "vsoat",
	"POST /api/tokens": "vsoa",
	"POST /api/invitations": "a",
	"POST /api/links": "a",
	"GET /api/board": "vsoat",
	"GET /api/rows": "vsoat",
	"GET /api/subscriptions/{id}": "vsoat",
	"GET /api/subscriptions/{id}/history": "vsoat",
	"GET /api/history": "vsoat",
	"GET /api/brokers/{name}": "vsoat",
	"GET /api/alerts": "vsoat",
	"GET /api/alerts/past": "vsoat",
	"GET /api/alerts/{id}": "vsoat",
	"GET /api/rules": "vsoat",
	"POST /api/errands": "vsoat",
	"GET /api/errands": "vsoat",
	"GET /api/errands/{id}": "vsoat",
	"POST /api/errands/{id}/approve": "soat",
	"POST /api/errands/{id}/cancel": "soat",
	"POST /api/errands/{id}/stop": "soat",
	"POST /api/errands/{id}/undo": "soat",
	"GET /api/openapi.json": "vsoat",
	"GET /metrics": "voat",
};

const key = Symbol.for("tidemark.place");
const shared: typeof globalThis & { [key]?: unknown } = globalThis;
const root = path.resolve(import.meta.dirname, "../../..");
const routes = new Map<string, Route>();
const sent = new Map<
	string,
	{ token?: string; headers?: Record<string, string> }
>();
let here: Stage;
let asked = 0;

const elsewhere = {
	name: "elsewhere",
	grants: [
		{
			may: ["see", "look", "act without loss"] as const,
			where: [{ brokers: ["none"], channels: ["*"], groups: ["*"] }],
		},
	],
};
const line = (
	event: "person added" | "token made" | "token ended" | "person removed",
) => ({
	...{ atMs: 1, errand: null, event, by: "owner", told: {} },
});

async function signIn(role: string, startedMs: number): Promise<string> {
	const { token } = await begin(
		here.store,
		{
			...{ person: "owner", way: "link", roles: [role], groups: [] },
			...{ lastsMs: 7 * 24 * 3_600_000, idleMs: idleMaxMs },
		},
		{ access: here.place.access, origin: { from: null, browser: null } },
		startedMs,
	);
	return token;
}

async function tokenOf(name: string, person: string): Promise<string> {
	const token = newToken();
	const nowMs = here.clock.nowMs;
	await here.store.people.addToken(
		{
			...{ hash: hashOf(token), id: name, name, person, roles: ["admin"] },
			...{ madeMs: nowMs, expiresMs: nowMs + 3_600_000, usedMs: null },
		},
		line("token made"),
	);
	return token;
}

beforeAll(async () => {
	here = await stage({ access: { roles: [elsewhere] } });
	shared[key] = here.place;
	const { people } = here.store;
	const { nowMs } = here.clock;
	await people.add(
		{
			...{ name: "mina", roles: ["admin"], verifier: null, madeMs: 1 },
			...{ madeBy: "owner", passwordMs: null, signedInMs: null },
		},
		line("person added"),
	);
	const bearer = (token: string) => ({
		headers: { authorization: `Bearer ${token}` },
	});
	sent.set("n", {});
	for (const [sign, role] of [
		...[
			["v", "viewer"],
			["s", "elsewhere"],
			["o", "operator"],
			["a", "admin"],
		],
	] as const)
		sent.set(sign ?? "", { token: await signIn(role ?? "", nowMs) });
	sent.set("t", bearer(await tokenOf("living", "owner")));
	sent.set("expired session", {
		token: await signIn("admin", nowMs - 2 * idleMaxMs),
	});
	const revoked = await tokenOf("revoked", "owner");
	const orphaned = await tokenOf("orphaned", "mina");
	await people.endToken("revoked", line("token ended"));
	await people.remove("mina", line("person removed"));
	await here.store.people.addToken(
		{
			...{ hash: hashOf(orphaned), id: "again", name: "again", person: "mina" },
			...{
				roles: ["admin"],
				madeMs: nowMs,
				expiresMs: nowMs + 9e9,
				usedMs: null,
			},
		},
		line("token made"),
	);
	sent.set("revoked token", bearer(revoked));
	sent.set("token of somebody who is gone", bearer(orphaned));
	const beside = sent.get("t")?.headers?.authorization ?? "";
	sent.set("token beside a cookie of nobody", {
		headers: { authorization: beside, cookie: "tidemark-session=x" },
	});
	for (const file of globSync("app/**/route.ts", { cwd: root })) {
		const module = await import(pathToFileURL(path.join(root, file)).href);
		for (const verb of ["GET", "POST", "DELETE"])
			if (module[verb]) routes.set(module[verb].door, module[verb]);
	}
});
afterAll(async () => {
	delete shared[key];
	await here.close();
});

const walked = Object.entries(openapi().paths ?? {}).flatMap(
	([address, verbs]) =>
		Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${address}`),
);

async function httpOf(door: string, as: string): Promise<number> {
	const route = routes.get(door);
	if (!route) throw new Error(`no route for ${door}`);
	const [verb = "", address = ""] = door.split(" ");
	const never = "n".repeat(43);
	const filled = address.replace(/\{\w+\}/g, never);
	const answer = await ask(route, filled, {
		...sent.get(as),
		// Wrong tokens are counted for each address.
		from: `10.0.0.${++asked % 250}`,
		params: { id: never, name: never },
		...(verb === "POST" && { body: "{}" }),
	});
	await answer.body?.cancel();
	return answer.status;
}

test("every verb of the document has a line in the table", () => {
	expect(walked.sort()).toEqual(Object.keys(passed).sort());
	expect([...routes.keys()].sort()).toEqual(Object.keys(passed).sort());
});

test.each(Object.keys(doors))("%s", async (door) => {
	const signs = passed[door as Door];
	const isOpen = signs.startsWith("n");
	// Leaving ends the session that is used for the next door.
	const people = door === "DELETE /api/session" ? [] : ["v", "s", "o", "a"];
	for (const as of ["n", ...people, "t"]) {
		const http = await httpOf(door, as);
		const isRefused = http === 401 || http === 403;
		expect([as, isRefused]).toEqual([as, !signs.includes(as)]);
	}
	for (const as of [
		...["expired session", "revoked token"],
		...["token of somebody who is gone", "token beside a cookie of nobody"],
	])
		if (!isOpen) expect([as, await httpOf(door, as)]).toEqual([as, 401]);
});
