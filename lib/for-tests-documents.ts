// What does a document show to be typed? Its blocks of code, as somebody copies them.
import { readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");

export type Block = {
	/** As written behind the three marks: "sh", "yaml", or nothing. */
	readonly language: string;
	readonly lines: readonly string[];
};

export function blocksIn(document: string): readonly Block[] {
	const text = readFileSync(path.join(root, document), "utf8");
	return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(
		([, language = "", inside = ""]) => ({
			language,
			lines: inside.trimEnd().split("\n"),
		}),
	);
}

/** What a shell is given, block by block, of those in which some line begins like this. */
export const typedIn = (
	document: string,
	start: string,
): readonly (readonly string[])[] =>
	blocksIn(document)
		.filter(({ lines }) => lines.some((line) => line.startsWith(start)))
		.map(({ lines }) => lines);
