// Is what a document claims proved by tests that are there? By number, file and title, so that none can be lost by a new name.
import { files, textOf } from "./architecture-tree.ts";

/** Titles as they stand in their files, or how they begin. */
export type Proof = readonly [file: string, ...titles: readonly string[]];
export type Proofs = ReadonlyMap<number, readonly Proof[]>;

/** Files that are gone, and titles that are in none. */
export function lostFrom(proofs: readonly Proof[]): readonly string[] {
	return proofs.flatMap(([file, ...titles]) =>
		files.includes(file)
			? titles
					.filter((title) => !textOf(file).includes(title))
					.map((title) => `${file}: ${title}`)
			: [file],
	);
}

/** Every file called `t4-….ts`, by its number; it may bear several. */
export function namedAfter(
	letter: string,
): readonly (readonly [number: number, file: string])[] {
	const numbers = new RegExp(`^(?:${letter}\\d+-)+`);
	return files.flatMap((file) => {
		const name = file.slice(file.lastIndexOf("/") + 1);
		const [found = ""] = numbers.exec(name) ?? [];
		return [...found.matchAll(/\d+/g)].map(([n]) => [Number(n), file] as const);
	});
}

/** Rows `| X4 | … | files |` of a document, the files behind each number. */
export function shownIn(
	document: string,
	letter: string,
): readonly (readonly [number: number, files: readonly string[]])[] {
	const rows = textOf(document).matchAll(
		new RegExp(`^\\| ${letter}(\\d+) \\|.* \\| ([^|]+) \\|$`, "gm"),
	);
	return [...rows].map(([, number, cell = ""]) => [
		Number(number),
		[...cell.matchAll(/`([^`]+)`/g)].map(([, file = ""]) => file),
	]);
}

export const filesOf = (
	proofs: Proofs,
): readonly (readonly [number: number, files: readonly string[]])[] =>
	[...proofs].map(([number, those]) => [number, those.map(([file]) => file)]);
