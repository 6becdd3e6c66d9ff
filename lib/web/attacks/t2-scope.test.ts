// Does anybody who may see one group of one channel read a single byte of what else there is? A walk over every door that answers.
import { globSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { doors } from "#lib/access/doors.ts";
import { idOf } from "#lib/core/subscription.ts";
import { ask, type Stage, stage, startMs } from "../for-tests.ts";
import type { Route } from "../guard.ts";
import {
	canary,
	others,
	own,
	type Planted,
	payments,
	planted,
} from "./for-tests-canary.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const key = Symbol.for("tidemark.place");
const shared: typeof globalThis & { [key]?: unknown } = globalThis;
const never = "n".repeat(43);

let here: Stage;
let there: Planted;
let tokens: { readonly scoped: string; readonly all: string };
const routes = new Map<string, Route>();

beforeAll(async () => {
	here = await stage({ access: { roles: [payments] } });
	shared[key] = here.place;
	there = await planted(here.store);
	tokens = {
		scoped: await here.signIn("payments"),
		all: await here.signIn("admin"),
	};
	for (const file of globSync("app/**/route.ts", { cwd: root })) {
		const module = await import(pathToFileURL(path.join(root, file)).href);
		if (module.GET) routes.set(module.GET.door, module.GET);
	}
});
afterAll(async () => {
	delete shared[key];
	await here.close();
});

const from = new Date(startMs - 60_000).toISOString();
const to = new Date(startMs + 60_000).toISOString();
/** None has the whole word in it, which would come back as what was asked. */
const parts = ["", "zzcan*", "group:*canary*", "-channel:nothing"];
const files = ["csv", "json"];

/** What is asked at each door: parameters in the path, and after it. One that is not named is asked as it is. */
function asksAt(door: string): readonly (readonly [string, string])[] {
	const { errands, alerts } = there;
	const plain = (...all: string[]) => all.map((it) => ["", it] as const);
	const at = (ids: readonly string[], ...queries: string[]) =>
		ids.flatMap((id) => queries.map((query) => [id, query] as const));
	const rows = [own, ...others].map(idOf);
	switch (door) {
		case "GET /api/board":
			return plain(
				...parts.map((it) => `?filter=${encodeURIComponent(it)}`),
				...["name", "broker", "lag"].map((it) => `?sort=${it}&limit=2`),
				...["?fold=families", "?fold=families&limit=1&offset=1", "?offset=3"],
			);
		case "GET /api/rows":
			return plain(...files.map((it) => `?format=${it}`), "?filter=zzcan*");
		case "GET /api/subscriptions/{id}":
			return at([...rows, there.gone, never], "");
		case "GET /api/subscriptions/{id}/history":
			return at([...rows, there.gone, never], "", "?format=csv");
		case "GET /api/history":
			return plain("?name=", "?name=zzcan", "?name=orders", "?name=pay");
		case "GET /api/brokers/{name}":
			return at(["shop"], "");
		case "GET /api/alerts/past":
			return plain("", ...files.map((it) => `?format=${it}`));
		case "GET /api/alerts/{id}":
			return at([alerts.own, ...alerts.others], "");
		case "GET /api/errands":
			return plain(
				...["", "?format=csv", "?format=json", "?broker=shop"],
				...rows.map((id) => `?subscription=${id}`),
				`?from=${from}&to=${to}`,
			);
		case "GET /api/errands/{id}":
			return at(Object.values(errands), "");
		default:
			return plain("");
	}
}

const getDoors = Object.keys(doors).filter((door) => door.startsWith("GET "));

async function said(token: string, door: string): Promise<string> {
	const route = routes.get(door);
	if (!route) throw new Error(`${door} has no route`);
	const all: string[] = [];
	for (const [id, query] of asksAt(door)) {
		const address = door.replace("GET ", "").replace(/\{\w+\}/, id);
		const params = { id, name: id };
		const reply = await ask(route, `${address}${query}`, { token, params });
		const heads = JSON.stringify([...reply.headers]);
		all.push(`${reply.status} ${heads} ${await reply.text()}`);
	}
	return all.join("\n");
}

test.each(getDoors)("%s says nothing of what is not theirs", async (door) => {
	const text = await said(tokens.scoped, door);
	expect(text.length).toBeGreaterThan(0);
	expect(text).not.toContain(canary);
	// What is counted of everybody has this number in it.
	expect(text).not.toContain("917364");
});

test.each([
	...["board", "rows", "history", "alerts", "alerts/past", "rules", "errands"],
	...["subscriptions/{id}", "subscriptions/{id}/history", "brokers/{name}"],
	...["alerts/{id}", "errands/{id}"],
])("GET /api/%s says it to whoever may see everything", async (door) => {
	expect(await said(tokens.all, `GET /api/${door}`)).toContain(canary);
});

test("what programs scrape is everything, and not for somebody who may see a part", async () => {
	expect(await said(tokens.all, "GET /metrics")).toContain(canary);
	expect(await said(tokens.scoped, "GET /metrics")).toMatch(/^403 /);
});

describe("what is theirs", () => {
	const json = async (door: string, address: string, id = "") => {
		const route = routes.get(door);
		if (!route) throw new Error(`${door} has no route`);
		const sent = { token: tokens.scoped, params: { id, name: id } };
		return (await ask(route, address, sent)).json();
	};

	test("is counted as if there were nothing else", async () => {
		const body = await json("GET /api/board", "/api/board?fold=families");
		expect(body).toMatchObject({ total: 1, lines: 1, firing: 1 });
		expect(body.rows.map(({ id }: { id: string }) => id)).toEqual([idOf(own)]);
		expect(body.brokers).toMatchObject([
			{ name: "shop", subscriptions: 1, parts: [] },
		]);
	});

	test("fires, with who was told and not what they said, and rules are withheld", async () => {
		const body = await json("GET /api/alerts", "/api/alerts");
		expect(body).toMatchObject({ firingTotal: 1, mutes: [], withheld: true });
		expect(body.firing[0].told).toMatchObject([
			{ outlet: "oncall", answer: null },
		]);
		const rules = await json("GET /api/rules", "/api/rules");
		expect(rules).toMatchObject({ rules: [], outlets: [], withheld: true });
	});

	test("was cleaned up by somebody, and by nobody where others were cleaned up with it", async () => {
		const { errands } = await json("GET /api/errands", "/api/errands");
		expect(errands.map(({ id }: { id: string }) => id)).toEqual([
			there.errands.own,
		]);
		expect(errands[0]).toMatchObject({ filter: null });
	});

	test("has a history", async () => {
		const { subscriptions } = await json("GET /api/history", "/api/history");
		expect(subscriptions).toMatchObject([{ channel: "orders.eu" }]);
	});
});

test.each([
	["GET /api/subscriptions/{id}", () => [...others.map(idOf), there.gone]],
	[
		"GET /api/subscriptions/{id}/history",
		() => [...others.map(idOf), there.gone],
	],
	["GET /api/alerts/{id}", () => there.alerts.others],
	[
		"GET /api/errands/{id}",
		() => {
			const { own: _, ...foreign } = there.errands;
			return Object.values(foreign);
		},
	],
])(
	"%s: what is not theirs is answered like what never was",
	async (door, ids) => {
		const route = routes.get(door);
		if (!route) throw new Error(`${door} has no route`);
		const at = async (id: string) => {
			const sent = { token: tokens.scoped, params: { id } };
			const reply = await ask(route, `/api/it/${id}`, sent);
			return [reply.status, await reply.text()];
		};
		const nothing = await at(never);
		expect(nothing[0]).toBe(404);
		for (const id of ids()) expect(await at(id)).toEqual(nothing);
	},
);

test("a broker that is not theirs is answered like one that never was", async () => {
	const route = routes.get("GET /api/brokers/{name}");
	if (!route) throw new Error("brokers have no route");
	const at = async (name: string) => {
		const sent = { token: tokens.scoped, params: { name } };
		const reply = await ask(route, "/api/brokers/it", sent);
		return [reply.status, (await reply.text()).replaceAll(name, "it")];
	};
	expect(await at(canary)).toEqual(await at("neverwas"));
});
