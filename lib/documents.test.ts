// Do the documents speak of what is there? Paths, commands, licence, and the example somebody will copy.
import path from "node:path";
import { expect, test } from "vitest";
import project from "../package.json" with { type: "json" };
import { files, textOf } from "./architecture-tree.ts";
import { blocksIn } from "./for-tests-documents.ts";

const guides = files.filter((file) => /^docs\/[^/]+\.md$/.test(file));
const documents = [
	"README.md",
	"README.ko.md",
	"ARCHITECTURE.md",
	"CONTRIBUTING.md",
	"CHANGELOG.md",
	"RELIABILITY.md",
	"SECURITY.md",
	...guides,
];
const folders = [
	...["app", "components", "lib", "bin", "world", "e2e", "bench"],
	...["public", "docs", "deploy"],
];

const prose = (document: string): string =>
	textOf(document).replaceAll(/^```[\s\S]*?^```/gm, "");

/** Every `code`, as written. */
const namesIn = (document: string): readonly string[] =>
	[...prose(document).matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);

/** Every link that stays here: from the root, and the heading it leads to. */
const linksIn = (document: string) =>
	[...prose(document).matchAll(/\]\(([^)\s]+)\)/g)]
		.map(([, link = ""]) => link)
		.filter((link) => !/^https?:/.test(link))
		.map((link) => {
			const [to = "", heading = ""] = link.split("#");
			const folder = path.posix.dirname(document);
			return {
				file: to === "" ? document : path.posix.join(folder, to),
				heading,
			};
		});

/** As the pages of a repository name them. */
const headingsIn = (document: string): readonly string[] =>
	[...prose(document).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
		heading
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
			.replaceAll(" ", "-"),
	);

/** A file by its ending, or a path that begins with one of our folders; the command in "bin/tidemark link" too. */
function pathIn(name: string): string | null {
	const [word = ""] = name.split(" ");
	if (/[<>*{}…]/.test(word) || word.startsWith(".tidemark")) return null;
	if (/^(?:https?:|#|\/|\.\w)/.test(word)) return null;
	const ours = folders.some((folder) => word.startsWith(`${folder}/`));
	const file = /^[\w./-]*\w\.(?:ts|tsx|mjs|js|json|md|yaml|css|png|svg)$/.test(
		word,
	);
	return ours || file ? word.replace(/\/$/, "") : null;
}

/** What an operator makes, how a neighbour is imported, a name any folder may have, and a part with its place kept. */
const notThere = ["tidemark.yaml", "./lag.ts", "index.ts"];

const isThere = (path: string): boolean =>
	files.some((file) => file === path || file.startsWith(`${path}/`));

test("what documents may name though it is not there is not there", () => {
	expect(notThere.filter(isThere)).toEqual([]);
});

test.each(documents)("%s names no path that is not there", (document) => {
	const missing = namesIn(document)
		.map(pathIn)
		.filter((path) => path !== null)
		.filter((path) => !notThere.includes(path) && !isThere(path));
	expect(missing).toEqual([]);
});

test.each(documents)("%s gives no command that is not there", (document) => {
	const said = [...textOf(document).matchAll(/\bnpm run ([\w:-]+)/g)].map(
		([, name = ""]) => name,
	);
	expect(said.filter((name) => !Object.hasOwn(project.scripts, name))).toEqual(
		[],
	);
});

test.each(documents)("%s links to what is there", (document) => {
	const lost = linksIn(document).filter(
		({ file, heading }) =>
			!isThere(file) || (heading !== "" && !headingsIn(file).includes(heading)),
	);
	expect(lost).toEqual([]);
});

test.each(guides)("%s says first which question it answers", (guide) => {
	expect(textOf(guide)).toMatch(/^# .+\?\n/);
	expect(linksIn("README.md").map(({ file }) => file)).toContain(guide);
});

test("the two front pages say the same: as many headings, the same code, the same links", () => {
	const [english, korean] = ["README.md", "README.ko.md"].map((document) => ({
		headings: [...textOf(document).matchAll(/^#+/gm)].map(([level]) => level),
		code: blocksIn(document),
		links: linksIn(document)
			.map(({ file, heading }) => `${file}#${heading}`)
			.filter((link) => !link.startsWith("README"))
			.toSorted(),
		figures: [...textOf(document).matchAll(/\d[\d.,]*/g)]
			.map(([figure]) => figure.replace(/[.,]$/, ""))
			.toSorted(),
	}));
	expect(korean).toEqual(english);
});

test("every package that is installed stands among the decisions", () => {
	const decisions = textOf("ARCHITECTURE.md").split("## Decisions")[1] ?? "";
	const unnamed = Object.keys(project.dependencies).filter(
		(name) =>
			!decisions.toLowerCase().includes(name === "react-dom" ? "react" : name),
	);
	expect(unnamed).toEqual([]);
});

test("the licence is the one that package.json names", () => {
	expect(project.license).toBe("Apache-2.0");
	expect(textOf("LICENSE")).toMatch(
		/Apache License\s+Version 2\.0, January 2004/,
	);
});
