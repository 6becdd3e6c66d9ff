// What is wrong with the configuration, where was it written, and what should be written instead?

export type Place = {
	/** A file, a variable or a flag, as the operator knows it. */
	readonly source: string;
	readonly line: number | null;
};

/** `say` never repeats a value: it may be a password in the wrong place. */
export type Mistake = {
	readonly path: string;
	readonly place: Place;
	readonly say: string;
};

export function sentenceOf({ path, place, say }: Mistake): string {
	const where =
		place.line === null ? place.source : `${place.source}:${place.line}`;
	return path === "" ? `${where}: ${say}` : `${where}: ${path}: ${say}`;
}

/** All of them in the order in which somebody would mend them. */
export function printed(mistakes: readonly Mistake[]): string {
	const count =
		mistakes.length === 1 ? "1 mistake" : `${mistakes.length} mistakes`;
	const lines = mistakes.map((mistake) => `  ${sentenceOf(mistake)}`);
	return [`The configuration has ${count}:`, ...lines].join("\n");
}
