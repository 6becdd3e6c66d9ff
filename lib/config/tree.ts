// What stands at a place of the file? A value, a list, or keys with more below them, each with its path and line.
import { isMap, isScalar, isSeq, type LineCounter, type YAMLMap } from "yaml";
import { nearest } from "#lib/core/nearest.ts";
import type { Mistake, Place } from "./mistake.ts";
import { isName, isPlain, nameMistake } from "./name.ts";
import type { Given, GivenTree } from "./sheet.ts";

type Entry = {
	readonly key: string;
	readonly value: unknown;
	readonly place: Place;
};

export type Reading = {
	readonly source: string;
	readonly lines: LineCounter;
	readonly mistakes: Mistake[];
};

/** Deeper than any setting lies, and shallow enough for a stack. */
const depthMax = 8;

/** Each pair once; unknown and repeated keys are mistakes and go no further. */
export function entries(
	map: YAMLMap,
	path: string,
	known: readonly string[] | "names" | "any",
	reading: Reading,
): Entry[] {
	const found = new Map<string, Entry>();
	for (const pair of map.items) {
		const place = placeOf(pair.key, reading);
		const key = isScalar(pair.key) ? String(pair.key.value) : "";
		const full = pathTo(path, key);
		if (known === "names" && !isName(key))
			reading.mistakes.push({ path, place, say: nameMistake(key) });
		else if (typeof known === "object" && !known.includes(key))
			reading.mistakes.push({
				path: full,
				place,
				say: unknownKey(key, known),
			});
		else if (found.has(key))
			reading.mistakes.push({
				path: full,
				place,
				say: `stands here again after line ${found.get(key)?.place.line}; leave one out`,
			});
		else found.set(key, { key, value: pair.value, place });
	}
	return [...found.values()];
}

function placeOf(
	node: unknown,
	{ source, lines }: Reading,
	around?: Place,
): Place {
	const offset =
		isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
	return offset === undefined
		? (around ?? { source, line: null })
		: { source, line: lines.linePos(offset).line };
}

export function unknownKey(key: string, known: readonly string[]): string {
	const meant = nearest(key, known);
	return meant === null
		? `there is no such key; known here are ${known.join(", ")}`
		: `there is no such key; did you mean ${meant}?`;
}

export function textAt(
	value: unknown,
	path: string,
	place: Place,
	{ mistakes }: Reading,
): Given | null {
	if (
		isScalar(value) &&
		typeof value.value === "string" &&
		value.value.trim() !== ""
	)
		return { text: value.value, path, place };
	mistakes.push({
		path,
		place,
		say: "one value belongs here, written out after the colon",
	});
	return null;
}

/** What is neither value, list nor map becomes an empty text, which no setting accepts. */
export function treeAt(
	value: unknown,
	path: string,
	place: Place,
	reading: Reading,
	depth = 0,
): GivenTree {
	if (depth < depthMax && isMap(value)) {
		const below = entries(value, path, "any", reading).map((entry) => {
			const own = pathTo(path, entry.key);
			const tree = treeAt(entry.value, own, entry.place, reading, depth + 1);
			return [entry.key, tree] as const;
		});
		return { path, place, below: new Map(below) };
	}
	if (depth < depthMax && isSeq(value)) {
		const list = value.items.map((item) =>
			treeAt(item, path, placeOf(item, reading, place), reading, depth + 1),
		);
		return { path, place, list };
	}
	const isText = isScalar(value) && typeof value.value === "string";
	return { text: isText ? String(value.value) : "", path, place };
}

/** A key that is none of ours may be a password in the wrong place, and is not shown. */
export const pathTo = (path: string, key: string): string => {
	const parts = isPlain(key) ? [path, key] : [path];
	return parts.filter((part) => part !== "").join(".");
};
