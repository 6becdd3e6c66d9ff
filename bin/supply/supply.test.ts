// Is what Tidemark is made of what we say it is: pinned, free, from nowhere else, and quiet while it is installed?

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { files, root, textOf } from "../../lib/architecture-tree.ts";
import project from "../../package.json" with { type: "json" };
import { knownFrom } from "./advisories.ts";
import { isFree, pageOf, unfree } from "./licences.ts";
import { type Locked, locked, lockedIn } from "./lock.ts";
import { isOlder, oldest, tooOld } from "./oldest.ts";

const packages = locked();
const one = (changed: Partial<Locked>): Locked => ({
	...{ place: "node_modules/one", name: "one", version: "1.0.0" },
	...{ licence: "MIT", isProduction: true, isOptional: false },
	...{ runsAtInstall: false, from: null, integrity: "sha512-" },
	...changed,
});

test("every version is pinned, so that nobody's next release is ours", () => {
	const wanted = { ...project.dependencies, ...project.devDependencies };
	const loose = Object.entries({ ...wanted, ...project.overrides }).filter(
		([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
	);
	expect(loose).toEqual([]);
	const installed = new Map(packages.map((it) => [it.place, it.version]));
	const others = Object.entries(wanted).filter(
		([name, version]) => installed.get(`node_modules/${name}`) !== version,
	);
	expect(others).toEqual([]);
});

test("nothing runs while it is installed but the runtime's own script", () => {
	const running = packages
		.filter(({ runsAtInstall }) => runsAtInstall)
		.map(({ name }) => name);
	const allowed = Object.entries(project.allowScripts)
		.filter(([, allows]) => allows)
		.map(([name]) => name);
	expect(allowed).toEqual(["node"]);
	expect(
		running.filter((name) => !Object.hasOwn(project.allowScripts, name)),
	).toEqual([]);
	const ours = Object.keys(project.scripts).filter((name) =>
		/^(?:pre|post)?(?:install|prepare|pack|publish)|^dependencies$/.test(name),
	);
	expect(ours).toEqual([]);
});

test("every package comes from whichever registry is asked, and is the one whose hash we know", () => {
	const foreign = packages.filter(({ from }) => from !== null);
	const unknown = packages.filter(
		({ integrity }) => !integrity?.startsWith("sha512-"),
	);
	expect([...foreign, ...unknown].map(({ place }) => place)).toEqual([]);
});

test("what whoever runs Tidemark has on disk stands under licences that let it be given on", () => {
	expect(unfree(packages)).toEqual([]);
});

test.each([
	["MIT", true],
	["(MIT OR GPL-3.0-only)", true],
	["MIT AND GPL-3.0-only", false],
	["AGPL-3.0-or-later", false],
	["SEE LICENSE IN LICENSE.md", false],
	["UNLICENSED", false],
])("a licence that reads %s may be given on: %s", (licence, may) => {
	expect(isFree(licence)).toBe(may);
});

test("a package without a licence is told, and so is one that hides among the replaceable", () => {
	expect(unfree([one({ licence: null })])).toEqual([
		"one 1.0.0 says no licence",
	]);
	const sharp = one({ name: "@img/sharp-x", licence: "LGPL-3.0-or-later" });
	expect(unfree([{ ...sharp, isOptional: true }])).toEqual([]);
	expect(unfree([sharp])).toHaveLength(1);
	expect(unfree([one({ licence: null, isProduction: false })])).toEqual([]);
});

test("THIRD-PARTY.md tells all of them", () => {
	expect(textOf("THIRD-PARTY.md")).toBe(pageOf(packages));
});

test("the optimiser whose native half is under the LGPL is off", () => {
	expect(textOf("next.config.js")).toContain("images: { unoptimized: true }");
	const drawn = files
		.filter((file) => /^(?:app|components)\/.*\.tsx?$/.test(file))
		.filter((file) => /["']next\/(?:legacy\/)?image["']/.test(textOf(file)));
	expect(drawn).toEqual([]);
});

test("nothing is older than the release that mended a hole", () => {
	const versions = new Map(packages.map((it) => [it.place, it.version]));
	expect(
		tooOld((name) => versions.get(`node_modules/${name}`) ?? "0.0.0"),
	).toEqual([]);
	expect(oldest.get("next")).toBe("16.4.5");
});

test.each([
	["16.4.4", true],
	["16.4.5-canary.3", true],
	["15.99.99", true],
	["16.4.5", false],
	["16.10.0", false],
	["17.0.0-rc.1", false],
	["", true],
])("Next %j is too old: %s", (version, is) => {
	expect(isOlder(version, "16.4.5")).toBe(is);
});

test("a web of a Next with known holes is not built", () => {
	const folder = mkdtempSync(path.join(tmpdir(), "tidemark-old-"));
	try {
		for (const [name, version] of [
			["next", "16.4.4"],
			["react", "19.3.1"],
			["react-dom", "19.3.1"],
		] as const) {
			const place = path.join(folder, "node_modules", name);
			mkdirSync(place, { recursive: true });
			writeFileSync(
				path.join(place, "package.json"),
				JSON.stringify({ version }),
			);
		}
		for (const file of [
			"bin/build.ts",
			"bin/alone.ts",
			"bin/supply/oldest.ts",
		]) {
			mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
			writeFileSync(path.join(folder, file), textOf(file));
		}
		writeFileSync(path.join(folder, "package.json"), '{"type":"module"}');
		const built = spawnSync(
			path.join(root, "node_modules/.bin/node"),
			["bin/build.ts"],
			{ cwd: folder, encoding: "utf8" },
		);
		expect(built.stderr).toContain("next 16.4.4 is older than 16.4.5");
		expect(built.status).toBe(1);
	} finally {
		rmSync(folder, { recursive: true });
	}
});

test("only a whole report without holes is called clean", () => {
	const report = (severity: string) =>
		JSON.stringify({
			vulnerabilities: { next: { severity } },
			metadata: { vulnerabilities: { total: 1 } },
		});
	expect(knownFrom(report("critical"), "")).toEqual({
		is: "found",
		names: ["next (critical)"],
	});
	expect(knownFrom(report("moderate"), "")).toEqual({ is: "clean", lesser: 1 });
	for (const output of ["", "{}", "null", '{"vulnerabilities":{}}', "<html>"])
		expect(knownFrom(output, "").is).toBe("not asked");
	expect(
		knownFrom("", "npm warn audit 405 Method Not Allowed - POST https://x"),
	).toEqual({
		is: "not asked",
		why: "405 Method Not Allowed - POST https://x",
	});
});

test("a lock entry says where it lies and what it is called", () => {
	const text = JSON.stringify({
		packages: {
			"": { name: "us" },
			"node_modules/a/node_modules/@b/c": { version: "1.2.3", dev: true },
			"node_modules/alias": { name: "real", version: "1.0.0" },
		},
	});
	expect(
		lockedIn(text).map(({ name, isProduction }) => [name, isProduction]),
	).toEqual([
		["@b/c", false],
		["real", true],
	]);
});
