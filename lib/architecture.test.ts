// Is the house built as drawn? The table of ARCHITECTURE.md, and every rule that a machine can check.
import { expect, test } from "vitest";
import {
	isTest,
	isUnder,
	offenders,
	packageOf,
	products,
	sources,
	startedByTests,
	targetOf,
	textOf,
} from "./architecture-tree.ts";
import type { RunCleanUps } from "./store/clean-up-port.ts";

/** Who may import whom, besides itself: ARCHITECTURE.md shows the same table, and a test holds the two together. */
const map: ReadonlyMap<string, readonly string[]> = new Map([
	["lib/core", []],
	["lib/systems", ["lib/core"]],
	["lib/systems/<system>", ["lib/core", "lib/systems"]],
	["lib/systems/index.ts", ["lib/systems", "lib/systems/<system>"]],
	["lib/store", ["lib/core"]],
	["lib/wire", ["lib/core"]],
	["lib/say", ["lib/core"]],
	["lib/access", ["lib/core", "lib/store"]],
	["lib/alerts", ["lib/core", "lib/store", "lib/say"]],
	[
		"lib/config",
		["lib/core", "lib/systems", "lib/systems/index.ts", "lib/alerts"],
	],
	[
		"lib/collector",
		[
			"lib/core",
			"lib/systems",
			"lib/systems/index.ts",
			"lib/store",
			"lib/alerts",
			"lib/config",
			"lib/access",
			"lib/say",
		],
	],
	["lib/web", ["lib/core", "lib/store", "lib/access", "lib/wire"]],
	["lib/front", ["lib/core", "lib/web"]],
	["components/ui", []],
	["components/charts", ["lib/core"]],
	[
		"components/<feature>",
		["components/ui", "components/charts", "lib/core", "lib/wire", "lib/say"],
	],
	[
		"app",
		[
			"components/ui",
			"components/charts",
			"components/<feature>",
			"lib/web",
			"lib/wire",
			"lib/say",
		],
	],
	[
		"bin",
		[
			...["lib/collector", "lib/store", "lib/config", "lib/access"],
			...["lib/alerts", "lib/core", "lib/say"],
			...["lib/systems", "lib/systems/index.ts"],
		],
	],
	["world", []],
	["e2e", ["world"]],
	["bench", ["anything"]],
	["tests", ["anything"]],
]);

/** Packages that only one place may know. */
const fences: ReadonlyMap<string, readonly string[]> = new Map([
	["@platformatic/kafka", ["lib/systems/kafka", "world"]],
	["ioredis", ["lib/systems/redis", "world"]],
	["kafkajs", ["world"]],
	["amqplib", ["world"]],
	["node:sqlite", ["lib/store/sqlite"]],
	["recharts", ["components/charts"]],
	["nodemailer", ["lib/alerts/outlets"]],
	["openid-client", ["lib/access/provider"]],
	["oidc-provider", ["world"]],
]);

/** These run in a browser too, so they know nothing of Node; the exceptions are never handed to a browser. */
const withoutNode = ["lib/core", "lib/wire", "lib/say", "components"];
const withNode = ["lib/core/subscription.ts", "lib/core/nets.ts"];

/** The text files at the top that belong to no part. */
const atTop = ["next.config.js", "vitest.config.ts", "playwright.config.ts"];

/** The row of the table a file belongs to, and what "itself" means for it. */
function partOf(file: string): { readonly row: string; readonly self: string } {
	if (isTest(file)) return { row: "tests", self: "tests" };
	const [top = "", second = "", third = ""] = file.split("/");
	if (file === "proxy.ts") return { row: "app", self: "app" };
	if (file === "lib/systems/index.ts") return { row: file, self: file };
	const folder = `${top}/${second}`;
	if (folder === "lib/systems" && file.split("/").length > 3)
		return { row: "lib/systems/<system>", self: `${folder}/${third}` };
	if (top === "lib") return { row: folder, self: folder };
	if (top === "components" && !map.has(folder))
		return { row: "components/<feature>", self: folder };
	return top === "components"
		? { row: folder, self: folder }
		: { row: top, self: top };
}

test("every source file belongs to a part of the table", () => {
	const lost = offenders(({ file }) =>
		map.has(partOf(file).row) || atTop.includes(file)
			? []
			: ["belongs to no part; see the table in ARCHITECTURE.md"],
	);
	expect(lost).toEqual([]);
});

test("each part imports only what the table allows it", () => {
	const broken = offenders(({ file, imports }) => {
		const from = partOf(file);
		const allowed = map.get(from.row) ?? [];
		if (allowed.includes("anything") || atTop.includes(file)) return [];
		return imports.flatMap((specifier) => {
			const target = targetOf(file, specifier);
			if (target === null) return [];
			const to = partOf(target);
			return to.self === from.self || allowed.includes(to.row)
				? []
				: [`${from.row} may not import ${to.self} (${specifier})`];
		});
	}, products);
	expect(broken).toEqual([]);
});

/** A system and the port it implements lie in one folder, so they may name each other as neighbours do. */
function folderOf(file: string): string {
	const depth = /^(?:lib|components)\//.test(file) ? 2 : 1;
	return file.split("/").slice(0, depth).join("/");
}

/** Those whose row of the table says something. */
const bound = products.filter(
	({ file }) => !map.get(partOf(file).row)?.includes("anything"),
);

test("another part is named by its #path, never by climbing there", () => {
	const climbing = offenders(({ file, imports }) => {
		const up = imports.filter((specifier) => specifier.startsWith("."));
		return up.flatMap((specifier) => {
			const target = targetOf(file, specifier) ?? "";
			return folderOf(target) === folderOf(file)
				? []
				: [`write ${specifier} as #${target}`];
		});
	}, bound);
	expect(climbing).toEqual([]);
});

test("what is imported can be seen without running it", () => {
	const hiding = offenders(
		({ hidden }) => (hidden === 0 ? [] : [`${hidden} imports hidden`]),
		bound,
	);
	expect(hiding).toEqual([]);
});

test.each([...fences])("%s is known only to %j", (name, places) => {
	const outside = offenders(
		({ file, imports }) =>
			imports.some((specifier) => packageOf(specifier) === name) &&
			!["e2e", "bench", ...places].some((place) => isUnder(file, place))
				? [`imports ${name}`]
				: [],
		products,
	);
	expect(outside).toEqual([]);
});

test("every program that only tests start is there", () => {
	const there = sources.map(({ file }) => file);
	expect(startedByTests.filter((file) => !there.includes(file))).toEqual([]);
});

test("what a browser runs knows nothing of Node", () => {
	const inBrowser = products.filter(
		({ file }) =>
			withoutNode.some((part) => isUnder(file, part)) &&
			!withNode.includes(file),
	);
	const known = offenders(
		({ imports }) =>
			imports.filter((specifier) => specifier.startsWith("node:")),
		inBrowser,
	);
	expect(known).toEqual([]);
});

test("the web takes no step of a clean-up that is the collector's", () => {
	const steps: Readonly<Record<keyof RunCleanUps, true>> = {
		...{ planned: true, expire: true, claim: true, running: true },
		...{ stoppedBy: true, move: true, settle: true, keep: true, before: true },
		...{ finish: true, tell: true, forgetCleanUps: true },
	};
	const taken = new RegExp(
		`errands\\s*\\.\\s*(?:${Object.keys(steps).join("|")})\\s*\\(`,
	);
	const web = products.filter(({ file }) =>
		["lib/web", "app", "bin"].some((part) => isUnder(file, part)),
	);
	expect(
		offenders(({ text }) => taken.exec(text)?.slice(0, 1) ?? [], web),
	).toEqual([]);
	const collector = products.filter(({ file }) =>
		isUnder(file, "lib/collector"),
	);
	expect(collector.some(({ text }) => taken.test(text))).toBe(true);
});

test("ARCHITECTURE.md shows this table, row by row", () => {
	const rows = textOf("ARCHITECTURE.md").matchAll(
		/^\| `([^`]+)` \| ((?:`[^`]+`[ ,·]*)+|nothing|anything)[^|]*\|/gm,
	);
	const shown = [...rows].map(([, part, names = ""]) => [
		part,
		names === "nothing"
			? []
			: names === "anything"
				? ["anything"]
				: [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
	]);
	expect(shown).toEqual([...map]);
});
