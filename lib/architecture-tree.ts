// Which files does the project have, and what does each import and export? What the architecture's tests look at.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "vite";

export type Source = {
	readonly file: string;
	readonly text: string;
	readonly lines: readonly string[];
	/** As written: "#lib/core/lag.ts", "./lag.ts", "zod". */
	readonly imports: readonly string[];
	/** Imports whose target is worked out at run time, so that nobody can see it here. */
	readonly hidden: number;
	readonly exports: readonly string[];
	/** It hands on everything another file exports. */
	readonly barrel: boolean;
};

export const root = path.resolve(import.meta.dirname, "..");
const code = /\.(?:ts|tsx|mjs|js)$/;
const made: ReadonlySet<string> = new Set(["node_modules", "next-env.d.ts"]);

/** Programs that a test starts, and nothing else does. */
export const startedByTests = ["lib/store/sqlite/restless-writer.ts"];

/** Every file that is ours; what is made or installed lies in folders that begin with a dot or are named above. */
export const files: readonly string[] = walk("");

export const sources: readonly Source[] = files
	.filter((file) => code.test(file))
	.map(sourceOf);

export function textOf(file: string): string {
	return readFileSync(path.join(root, file), "utf8");
}

/** All but the tests. */
export const products = sources.filter(({ file }) => !isTest(file));

/** Tests, and what only tests use: suites that several parts run, and what they are run on. */
export function isTest(file: string): boolean {
	return (
		/\.(?:test|spec)\.tsx?$/.test(file) ||
		file.includes("/for-tests/") ||
		/(?:^|\/)(?:contract|for-tests?|architecture)(?:-[a-z-]+)?\.tsx?$/.test(
			file,
		) ||
		startedByTests.includes(file)
	);
}

function walk(folder: string): readonly string[] {
	const found: string[] = [];
	for (const entry of readdirSync(path.join(root, folder), {
		withFileTypes: true,
	})) {
		if (entry.name.startsWith(".") || made.has(entry.name)) continue;
		const file = path.posix.join(folder, entry.name);
		if (entry.isDirectory()) found.push(...walk(file));
		else found.push(file);
	}
	return found.sort();
}

function sourceOf(file: string): Source {
	const text = textOf(file);
	const { module } = parseSync(file, text);
	const imports = new Set(
		module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
	);
	const names = new Set<string>();
	let barrel = false;
	for (const {
		exportName,
		importName,
		moduleRequest,
	} of module.staticExports.flatMap(({ entries }) => entries)) {
		if (moduleRequest) imports.add(moduleRequest.value);
		if (exportName.name !== null) names.add(exportName.name);
		if (importName.kind === "AllButDefault") barrel = true;
	}
	let hidden = 0;
	for (const { moduleRequest } of module.dynamicImports) {
		const written = /^["'`]([^"'`$]+)["'`]$/.exec(
			text.slice(moduleRequest.start, moduleRequest.end),
		);
		if (written?.[1]) imports.add(written[1]);
		else hidden++;
	}
	// Types may be imported in the middle of a type, where the parser lists no import.
	for (const [, inType] of text.matchAll(
		/\b(?:import|require)\(\s*["']([^"']+)["']\s*\)/g,
	))
		if (inType !== undefined) imports.add(inType);
	return {
		file,
		text,
		lines: text.split("\n"),
		imports: [...imports],
		hidden,
		exports: [...names],
		barrel,
	};
}

/** The file an import of ours leads to; null for packages and what Node brings along. */
export function targetOf(from: string, specifier: string): string | null {
	if (specifier.startsWith("#")) return specifier.slice(1);
	return specifier.startsWith(".")
		? path.posix.join(path.posix.dirname(from), specifier)
		: null;
}

/** A list of what breaks a rule, empty when nothing does: a failing test prints it whole. */
export function offenders(
	check: (source: Source) => readonly string[],
	among: readonly Source[] = sources,
): readonly string[] {
	return among.flatMap((source) =>
		check(source).map((say) => `${source.file}: ${say}`),
	);
}

export const isUnder = (file: string, folder: string): boolean =>
	file === folder || file.startsWith(`${folder}/`);

/** "@scope/name/deep" is "@scope/name". */
export const packageOf = (specifier: string): string =>
	specifier
		.split("/")
		.slice(0, specifier.startsWith("@") ? 2 : 1)
		.join("/");
