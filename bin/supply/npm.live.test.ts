// Do the list of what we are made of and the gate for known holes hold with a real npm and a registry that answers, one way or the other?
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { advisories } from "./advisories.ts";
import { billOf } from "./bill.ts";
import { locked } from "./lock.ts";

let server: Server | undefined;
let cache: string;
beforeEach(() => {
	cache = mkdtempSync(path.join(tmpdir(), "tidemark-npm-"));
});
afterEach(() => {
	server?.close();
	rmSync(cache, { recursive: true });
});

/** npm looks through all releases of a package with a hole; here there is the one that is installed. */
function releasesOf(name: string): object {
	const releases = locked().filter((it) => it.name === name);
	return {
		name,
		"dist-tags": { latest: releases[0]?.version },
		versions: Object.fromEntries(
			releases.map(({ version }) => [version, { name, version }]),
		),
	};
}

/** A registry that knows nothing but this about holes. */
async function registry(answer: number | object): Promise<readonly string[]> {
	const one = createServer((request, response) => {
		request.resume().on("end", () => {
			const name = decodeURIComponent(request.url?.slice(1) ?? "");
			const reply = request.method === "GET" ? releasesOf(name) : answer;
			const code = typeof reply === "object" ? 200 : reply;
			response.writeHead(code, { "content-type": "application/json" });
			response.end(JSON.stringify(typeof reply === "object" ? reply : {}));
		});
	});
	server = one;
	await new Promise<void>((listening) => one.listen(0, "127.0.0.1", listening));
	const { port } = one.address() as AddressInfo;
	return [`--registry=http://127.0.0.1:${port}/`, `--cache=${cache}`];
}

const hole = {
	next: [
		{
			id: 1,
			url: "https://example.org/1",
			title: "a hole",
			severity: "high",
			vulnerable_versions: ">=16.0.0",
			cwe: [],
			cvss: { score: 9, vectorString: "" },
		},
	],
};

test("a hole that is high stops us", async () => {
	expect(await advisories(await registry(hole))).toEqual({
		is: "found",
		names: expect.arrayContaining(["next (high)"]),
	});
});

test("a registry that knows of none says clean", async () => {
	const known = await advisories(await registry({}));
	expect(known).toEqual({ is: "clean", lesser: 0 });
});

test("a registry that does not answer proves nothing, and is not called clean", async () => {
	expect(await advisories(await registry(405))).toEqual({
		is: "not asked",
		why: expect.stringContaining("405"),
	});
});

test("the bill of materials is CycloneDX, and has every package of the product with its hash and licence, and no other", async () => {
	const packages = locked();
	const bill = await billOf(packages);
	if (typeof bill === "string") throw new Error(bill);
	expect(bill).toMatchObject({
		bomFormat: "CycloneDX",
		specVersion: expect.stringMatching(/^1\.[5-9]$/),
		metadata: { component: { name: "tidemark" } },
	});
	const product = packages.filter(({ isProduction }) => isProduction);
	const names = new Set(
		product.map(({ name, version }) => `${name}@${version}`),
	);
	const listed = bill.components.map((one) => `${one.name}@${one.version}`);
	expect(listed.toSorted()).toEqual([...names].sort());
	for (const one of bill.components) {
		expect(one.purl).toMatch(/^pkg:npm\//);
		expect(one.hashes?.[0]?.alg).toBe("SHA-512");
		expect(one.licenses?.length).toBeGreaterThan(0);
	}
	const known = new Set(["tidemark@0.1.0", ...names]);
	const leads = bill.dependencies.flatMap((it) => [it.ref, ...it.dependsOn]);
	expect(leads.filter((ref) => !known.has(ref))).toEqual([]);
	expect(JSON.stringify(bill)).not.toContain(process.cwd());
});
