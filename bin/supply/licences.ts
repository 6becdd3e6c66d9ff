// Under which licences stands what Tidemark is made of, and may it be given on with them?
import type { Locked } from "./lock.ts";

/** Whoever gives Tidemark on owes these a notice and nothing else. */
const free: ReadonlySet<string> = new Set([
	...["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"],
	...["MIT-0", "CC0-1.0", "CC-BY-4.0", "OFL-1.1", "BlueOak-1.0.0"],
]);

/**
 * libvips below the image optimiser that Next can do without. Ours is switched off, and each is a
 * library of its own that anybody can replace, which is what their licence asks for.
 */
const replaceable = /^@img\/sharp-/;

export type Row = Pick<Locked, "name" | "version"> & {
	readonly licence: string;
};

/** "(MIT OR GPL-3.0) AND ISC" is free where each part is, of alternatives one. */
export function isFree(licence: string): boolean {
	const bare = licence.replaceAll(/[()]/g, " ").trim();
	return bare
		.split(/\s+AND\s+/)
		.every((part) =>
			part.split(/\s+OR\s+/).some((one) => free.has(one.trim())),
		);
}

/** A sentence for each package of the product that may not be given on as it is. */
export function unfree(packages: readonly Locked[]): readonly string[] {
	return packages
		.filter(({ isProduction }) => isProduction)
		.filter(({ licence }) => licence === null || !isFree(licence))
		.filter(({ name, isOptional }) => !(replaceable.test(name) && isOptional))
		.map(({ name, version, licence }) =>
			licence === null
				? `${name} ${version} says no licence`
				: `${name} ${version} stands under ${licence}`,
		);
}

export function rowsOf(packages: readonly Locked[]): readonly Row[] {
	const rows = new Map(
		packages
			.filter(({ isProduction }) => isProduction)
			.map(({ name, version, licence }) => [
				`${name}@${version}`,
				{ name, version, licence: licence ?? "unknown" },
			]),
	);
	return [...rows.values()].sort((a, b) =>
		`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1,
	);
}

/** The page that is committed: made by a command, and compared by a test. */
export function pageOf(packages: readonly Locked[]): string {
	const rows = rowsOf(packages);
	const counted = Map.groupBy(rows, ({ licence }) => licence);
	const summary = [...counted]
		.sort(([, a], [, b]) => b.length - a.length)
		.map(([licence, those]) => `${licence} (${those.length})`);
	return [
		"# What Tidemark is made of",
		"",
		`The ${rows.length} packages that whoever runs Tidemark may have on disk, from the lock file. Written by \`npm run supply -- --write\`; a test says when it is old.`,
		"",
		`${summary.join(" · ")}.`,
		"",
		"Those under the LGPL are the native half of an image optimiser that comes with Next. It is switched off here, and each of them is a library of its own that can be replaced.",
		"",
		"| package | version | licence |",
		"|---|---|---|",
		...rows.map(
			({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`,
		),
		"",
	].join("\n");
}
