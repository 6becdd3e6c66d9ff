// How is a name from a broker shown? As text in which nothing can hide: what has no shape of its own is written out.

/**
 * Control characters, separators of lines, invisible and direction-changing characters, tags, variation selectors and
 * halves of surrogate pairs. Combining marks and right-to-left letters are ordinary text and stay.
 */
const hidden =
	/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]|\p{Variation_Selector}|\p{Default_Ignorable_Code_Point}/gu;
const oddSpace = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu;

const short: Readonly<Record<string, string>> = {
	"\n": "\\n",
	"\r": "\\r",
	"\t": "\\t",
	"\0": "\\0",
};

const escaped = (character: string): string => {
	const known = short[character];
	if (known !== undefined) return known;
	const code = character.codePointAt(0) ?? 0;
	const hex = code.toString(16);
	return code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`;
};

export function shown(name: string): string {
	if (name === "") return '""';
	const text = name.replace(hidden, escaped).replace(oddSpace, escaped);
	return text.replace(/^ +| +$/g, (spaces) => "\u2423".repeat(spaces.length));
}

/** For cells: the start of it, since no cell can show more; the title keeps the rest. */
export function brief(name: string, lengthMax = 200): string {
	const text = shown(name.slice(0, lengthMax * 2));
	if (text.length <= lengthMax) return text;
	const cutsPair = (text.codePointAt(lengthMax - 1) ?? 0) > 0xffff;
	return `${text.slice(0, cutsPair ? lengthMax - 1 : lengthMax)}…`;
}
