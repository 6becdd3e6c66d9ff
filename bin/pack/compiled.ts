// What does Node run of Tidemark where it strips no types? Every file that one of our programs reaches, as JavaScript.
import { globSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import path from "node:path";
import { parseSync } from "vite";

export type Compiled = {
	/** By its path in the package. */
	readonly files: ReadonlyMap<string, string>;
	/** The packages it takes from elsewhere. */
	readonly packages: ReadonlySet<string>;
};

/** The command, and whatever is started as a process of its own or loaded into one. */
const programs = [
	...["bin/tidemark.ts", "bin/doctor/process.ts"],
	...["bin/doctor/store-process.ts", "bin/follow.mjs", "bin/frugal.mjs"],
	...["lib/collector/main.ts", "lib/front/main.ts"],
];
/** What is read as text beside the file that runs it. */
const read = "lib/**/*.lua";

const asJavaScript = (file: string): string => file.replace(/\.ts$/, ".js");

export function compiled(root: string): Compiled {
	const files = new Map<string, string>();
	const packages = new Set<string>();
	const written = (file: string) => readFileSync(path.join(root, file), "utf8");
	const seen = new Set(programs);
	for (const file of seen) {
		const { text, imports } = javaScriptOf(file, written(file));
		files.set(asJavaScript(file), text);
		for (const specifier of imports) {
			const ours = ourFile(file, specifier);
			if (ours !== null) seen.add(ours);
			else if (!specifier.startsWith("node:")) packages.add(nameOf(specifier));
		}
	}
	for (const file of globSync(read, { cwd: root }))
		files.set(file, written(file));
	return { files, packages };
}

/** Types become blanks, so that every line stays where it is; what is imported ends as it will be called. */
export function javaScriptOf(
	file: string,
	written: string,
): { readonly text: string; readonly imports: readonly string[] } {
	const bare = file.endsWith(".ts") ? stripTypeScriptTypes(written) : written;
	const imports: string[] = [];
	let text = bare;
	for (const { start, end } of requestsIn(asJavaScript(file), bare)) {
		const specifier = bare.slice(start + 1, end - 1);
		imports.push(specifier);
		if (ourFile(file, specifier) !== null)
			text = `${text.slice(0, start + 1)}${asJavaScript(specifier)}${text.slice(end - 1)}`;
	}
	return { text, imports };
}

type Span = { readonly start: number; readonly end: number };

/** The last first, so that what is changed moves none that is still to come. */
function requestsIn(file: string, text: string): readonly Span[] {
	const { module, errors } = parseSync(file, text);
	if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
	const found = [
		...module.staticImports.map((one) => one.moduleRequest),
		...module.staticExports.flatMap(({ entries }) =>
			entries.map((one) => one.moduleRequest),
		),
		...module.dynamicImports.map((one) => one.moduleRequest),
	];
	const each = new Map<number, Span>();
	for (const span of found) if (span) each.set(span.start, span);
	return [...each.values()].sort((a, b) => b.start - a.start);
}

function ourFile(from: string, specifier: string): string | null {
	if (specifier.startsWith("#")) return specifier.slice(1);
	return specifier.startsWith(".")
		? path.posix.join(path.posix.dirname(from), specifier)
		: null;
}

/** "@scope/name/deep" is "@scope/name". */
const nameOf = (specifier: string): string =>
	specifier
		.split("/")
		.slice(0, specifier.startsWith("@") ? 2 : 1)
		.join("/");
