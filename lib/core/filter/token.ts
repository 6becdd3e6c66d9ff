// Where does one term of a filter end and the next begin, and how is a value with spaces written?

/** One term as it was typed: `value` is already out of its quotes; `key` is null for a word. */
export type FilterToken = {
	readonly at: number;
	readonly length: number;
	readonly not: boolean;
	readonly key: string | null;
	readonly value: string;
	readonly quoted: boolean;
	readonly mistake: "quote open" | "quote inside" | "text after quote" | null;
};

const isSpace = (char: string): boolean => char.trim() === "";

export function* tokensOf(text: string): Generator<FilterToken> {
	let at = 0;
	while (at < text.length) {
		if (isSpace(text.charAt(at))) {
			at++;
			continue;
		}
		const token = tokenAt(text, at);
		yield token;
		at += token.length;
	}
}

function tokenAt(text: string, at: number): FilterToken {
	const not = text.charAt(at) === "-";
	const start = not ? at + 1 : at;
	const bare = bareEnd(text, start);
	const hasKey = text.charAt(bare) === ":";
	const from = hasKey ? bare + 1 : start;
	const read =
		text.charAt(from) === '"' ? quoted(text, from) : plain(text, from);
	return {
		at,
		length: read.end - at,
		not,
		key: hasKey ? text.slice(start, bare) : null,
		value: read.value,
		quoted: read.quoted,
		mistake: read.mistake,
	};
}

type Value = Pick<FilterToken, "value" | "quoted" | "mistake"> & {
	readonly end: number;
};

function plain(text: string, from: number): Value {
	const end = spaceAfter(text, from);
	const value = text.slice(from, end);
	const mistake = value.includes('"') ? "quote inside" : null;
	return { value, quoted: false, mistake, end };
}

function quoted(text: string, from: number): Value {
	let value = "";
	let at = from + 1;
	while (at < text.length && text.charAt(at) !== '"') {
		const next = text.charAt(at + 1);
		const escaped = text.charAt(at) === "\\" && (next === '"' || next === "\\");
		value += escaped ? next : text.charAt(at);
		at += escaped ? 2 : 1;
	}
	if (at >= text.length)
		return { value, quoted: true, mistake: "quote open", end: text.length };
	const end = spaceAfter(text, at + 1);
	const mistake = end > at + 1 ? "text after quote" : null;
	return { value, quoted: true, mistake, end };
}

function bareEnd(text: string, from: number): number {
	let at = from;
	while (at < text.length) {
		const char = text.charAt(at);
		if (char === ":" || char === '"' || isSpace(char)) break;
		at++;
	}
	return at;
}

function spaceAfter(text: string, from: number): number {
	let at = from;
	while (at < text.length && !isSpace(text.charAt(at))) at++;
	return at;
}

/** Quotes only what would otherwise be read as something else. */
export function quote(value: string): string {
	let isPlain = value !== "" && !value.startsWith("-");
	for (const char of value)
		if (char === ":" || char === '"' || isSpace(char)) isPlain = false;
	if (isPlain) return value;
	return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
