// Does every route have a door, and every door its route, made by the guard under that name?
import { globSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { openapi } from "#lib/wire/openapi.ts";
import { doors } from "./doors.ts";

const root = path.resolve(import.meta.dirname, "../..");
const files = globSync("app/**/route.{ts,tsx,js,mjs}", { cwd: root }).sort();
const verbs = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

const addressOf = (file: string) =>
	`/${path.dirname(path.relative("app", file))}`.replace(/\[(\w+)\]/g, "{$1}");

async function made(): Promise<{ name: string; door: unknown }[]> {
	const found = [];
	for (const file of files) {
		const module = await import(pathToFileURL(path.join(root, file)).href);
		for (const verb of verbs.filter((verb) => verb in module))
			found.push({
				name: `${verb} ${addressOf(file)}`,
				door: module[verb].door,
			});
	}
	return found;
}

describe("doors", () => {
	test("every verb of every route is made by the guard, under its own name", async () => {
		for (const { name, door } of await made()) expect(door).toBe(name);
	});

	test("every route is in the table, and every entry of the table has a route", async () => {
		const names = (await made()).map(({ name }) => name);
		expect(names.sort()).toEqual(Object.keys(doors).sort());
	});

	test("every route is in the document for machines, and nothing else is", () => {
		const written = Object.entries(openapi().paths ?? {}).flatMap(
			([address, verbs]) =>
				Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${address}`),
		);
		expect(written.sort()).toEqual(Object.keys(doors).sort());
	});

	test("the document says of exactly the open doors that nobody has to be known", () => {
		const open = Object.entries(openapi().paths ?? {}).flatMap(
			([address, verbs]) =>
				Object.entries(verbs)
					.filter(([, call]) => call.security?.length === 0)
					.map(([verb]) => `${verb.toUpperCase()} ${address}`),
		);
		const meant = Object.entries(doors)
			.filter(([, act]) => act === "open")
			.map(([door]) => door);
		expect(open.sort()).toEqual(meant.sort());
	});

	test("nothing is open but liveness and the way in", () => {
		const open = Object.entries(doors).filter(([, act]) => act === "open");
		expect(open.map(([door]) => door)).toEqual([
			"GET /api/health",
			"GET /api/ready",
			"GET /api/sign-in",
			"POST /api/session",
			"GET /api/session/provider",
			"GET /api/session/provider/back",
		]);
	});
});
