// Do the documents speak of what is there? Paths, commands, licence, and the example somebody will copy.
import { expect, test } from "vitest";
import project from "../package.json" with { type: "json" };
import { files, textOf } from "./architecture-tree.ts";

const documents = [
	"README.md",
	"ARCHITECTURE.md",
	"CONTRIBUTING.md",
	"CHANGELOG.md",
	"SECURITY.md",
];
const folders = [
	"app",
	"components",
	"lib",
	"bin",
	"world",
	"e2e",
	"bench",
	"public",
];

/** Every `code` and every link, as written. */
function namesIn(document: string): readonly string[] {
	const text = textOf(document).replaceAll(/^```[\s\S]*?^```/gm, "");
	return [...text.matchAll(/`([^`\n]+)`|\]\(([^)\s]+)\)/g)].map(
		([, code, link]) => code ?? link ?? "",
	);
}

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
