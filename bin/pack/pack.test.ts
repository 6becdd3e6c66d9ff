// Is the package all that runs and nothing else, and does it ask for what was read and no more?
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import project from "../../package.json" with { type: "json" };
import lock from "../../package-lock.json" with { type: "json" };
import { locked, root } from "../supply/lock.ts";
import { compiled, javaScriptOf } from "./compiled.ts";
import { manifestOf } from "./manifest.ts";
import { type Lock, pinned } from "./pinned.ts";
import { isCarried } from "./web.ts";

const { files, packages } = compiled(root);
const manifest = manifestOf(project, lock, packages);

test("types become blanks, and what is ours is imported by the name it will have", () => {
	const written = [
		'import { type A, b } from "#lib/core/lag.ts";',
		'import type { C } from "./only-types.ts";',
		'export { d } from "./a.ts";',
		'import { e } from "zod/mini";',
		'const later = (x: string): A => import("./later.ts");',
		'const said = "not ./an.ts import";',
	].join("\n");
	const { text, imports } = javaScriptOf("lib/core/x.ts", written);
	expect(text.split("\n").map((line) => line.replaceAll(/ +/g, " "))).toEqual([
		'import { b } from "#lib/core/lag.js";',
		" ",
		'export { d } from "./a.js";',
		'import { e } from "zod/mini";',
		'const later = (x ) => import("./later.js");',
		'const said = "not ./an.ts import";',
	]);
	expect(imports.toSorted()).toEqual([
		...["#lib/core/lag.ts", "./a.ts", "./later.ts", "zod/mini"],
	]);
});

test("whatever is imported goes along, compiled, and no test does", () => {
	const known = (file: string, specifier: string) =>
		specifier.startsWith("#")
			? files.has(specifier.slice(1))
			: !specifier.startsWith(".") ||
				files.has(path.posix.join(path.posix.dirname(file), specifier));
	const missing = [...files]
		.filter(([file]) => /\.m?js$/.test(file))
		.flatMap(([file, text]) =>
			javaScriptOf(file, text)
				.imports.filter((specifier) => !known(file, specifier))
				.map((specifier) => `${file}: ${specifier}`),
		);
	expect(missing).toEqual([]);
	const foreign = [...files.keys()].filter(
		(file) =>
			!/\.(?:js|mjs|lua)$/.test(file) ||
			/\.(?:test|spec)\.|for-tests|contract|\/live\//.test(file),
	);
	expect(foreign).toEqual([]);
	expect(files.size).toBeGreaterThan(500);
});

test("what is started as a process of its own is named by no ending of its own", () => {
	const named = [...files].flatMap(([file, text]) =>
		file.startsWith("bin/")
			? [...text.matchAll(/["'`/][\w-]+\.tsx?["'`]/g)].map(
					([name]) => `${file}: ${name}`,
				)
			: [],
	);
	expect(named).toEqual([]);
});

test("it asks for what it needs where it runs, in the versions of the lock file, and nothing of that runs at its install", () => {
	expect(
		[...packages].filter((name) => !(name in project.dependencies)),
	).toEqual([]);
	const asked = { ...manifest.dependencies, ...manifest.optionalDependencies };
	for (const name of packages)
		expect(manifest.dependencies).toHaveProperty([name]);
	const here = new Map(locked().map((one) => [one.place, one]));
	const wrong = Object.entries(asked).filter(([name, version]) => {
		const one = here.get(`node_modules/${name}`);
		return one?.version !== version || !one.isProduction || one.runsAtInstall;
	});
	expect(wrong).toEqual([]);
	expect(Object.keys(asked)).not.toContain("next");
	expect(Object.keys(asked)).not.toContain("node");
	expect(manifest.engines).toEqual({ node: ">=24" });
	expect(manifest).not.toHaveProperty("scripts");
});

test("what some other package needs is found as Node finds it, and two versions of one are told", () => {
	const of = (changed: Lock["packages"]): Lock => ({
		packages: {
			"node_modules/a": {
				...{ version: "1.0.0", dependencies: { b: "*" } },
				optionalDependencies: { c: "*", gone: "*" },
			},
			"node_modules/b": { version: "2.0.0" },
			"node_modules/c": { version: "3.0.0", dependencies: { d: "*" } },
			"node_modules/d": { version: "4.0.0" },
			...changed,
		},
	});
	expect(pinned(of({}), ["a"])).toEqual({
		dependencies: { a: "1.0.0", b: "2.0.0" },
		optionalDependencies: { c: "3.0.0", d: "4.0.0" },
	});
	const two = of({ "node_modules/a/node_modules/b": { version: "1.5.0" } });
	expect(() => pinned(two, ["a"])).toThrow("two versions");
	expect(() => pinned(of({}), ["e"])).toThrow("e is not depended on");
});

test.each([
	["server.js", true],
	[".tidemark/next/static/media/inter.woff2", true],
	["node_modules/next/dist/server/next.js", true],
	["node_modules/semver-like/index.js", true],
	["public/grafana.json", true],
	["public/board.png", false],
	["node_modules/@img/sharp-linux-x64/sharp.node", false],
	["node_modules/sharp", false],
	[".tidemark/next/server/app/page.js.map", false],
	[".tidemark/next/server/app/page.js.nft.json", false],
])("of the built web %s is carried: %s", (file, is) => {
	expect(isCarried(file)).toBe(is);
});

test.each([
	["tidemark.ts", /^tidemark needs Node 24 or later; run `npm ci` in .+\n$/],
	["tidemark.js", /^tidemark needs Node 24 or later; install it, .+\n$/],
])("an older Node is told in one sentence: %s", (program, says) => {
	const folder = mkdtempSync(path.join(tmpdir(), "tidemark-old-node-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	mkdirSync(path.join(folder, "bin"));
	cpSync(path.join(root, "bin/tidemark"), path.join(folder, "bin/tidemark"));
	writeFileSync(path.join(folder, "bin", program), "console.log('ran')");
	// It says of every question whether it is new enough that it is not.
	writeFileSync(path.join(folder, "node"), "#!/bin/sh\nexit 1\n", {
		mode: 0o755,
	});
	const { status, stdout, stderr } = spawnSync(
		path.join(folder, "bin/tidemark"),
		["start"],
		{
			encoding: "utf8",
			env: { ...process.env, PATH: `${folder}:/usr/bin:/bin` },
		},
	);
	expect([status, stdout]).toEqual([1, ""]);
	expect(stderr).toMatch(says);
});
