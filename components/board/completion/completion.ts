// What is being typed where the caret stands, and what is the text once a suggestion was taken?
import {
	type FilterKey,
	type FilterNumber,
	filterKeys,
	filterNumbers,
} from "#lib/core/filter/filter.ts";
import { type FilterToken, tokensOf } from "#lib/core/filter/token.ts";

export type AnyKey = FilterKey | FilterNumber;
export const anyKeys: readonly AnyKey[] = [...filterKeys, ...filterNumbers];

/** A caret that is null is a stretch of marked text, in which nothing is typed. */
export type Written = { readonly text: string; readonly caret: number | null };

export type Typing = {
	/** What a suggestion takes the place of. */
	readonly from: number;
	readonly to: number;
	readonly not: boolean;
	/** Null while a key, or a word, is typed. */
	readonly key: AnyKey | null;
	/** As far as the caret, out of its quotes. */
	readonly typed: string;
};

const beginsWithText = (text: string): boolean => /^\S/.test(text);
const endOf = ({ at, length }: FilterToken): number => at + length;

/** Null where nothing can be completed: in what is quoted to its end, mistaken, or has no key that is known. */
export function typingAt({ text, caret }: Written): Typing | null {
	if (caret === null) return null;
	const part = [...tokensOf(text.slice(0, caret))].at(-1);
	if (part === undefined || endOf(part) < caret)
		return beginsWithText(text.slice(caret))
			? null
			: { from: caret, to: caret, not: false, key: null, typed: "" };
	const isOpen = part.mistake === "quote open";
	if (isOpen !== (part.quoted || part.mistake !== null)) return null;
	const whole = [...tokensOf(text)].find(({ at }) => at === part.at) ?? part;
	const { at: from, not, value: typed } = part;
	if (part.key === null) {
		const afterKey = from + (not ? 1 : 0) + (whole.key ?? "").length + 1;
		const to = whole.key === null ? endOf(whole) : afterKey;
		return isOpen ? null : { from, to, not, key: null, typed };
	}
	const name = part.key.toLowerCase();
	const key = anyKeys.find((known) => known === name);
	if (key === undefined) return null;
	// A quote that never closes reaches to the end of the text, over terms that are meant to stay.
	const to = whole.mistake === "quote open" ? caret : endOf(whole);
	return { from, to, not, key, typed };
}

/** What stands in the filter for a value, or for a key that awaits one. */
export const leadOf = ({ not }: Typing, key: AnyKey): string =>
	`${not ? "-" : ""}${key}:`;

/** The text with a suggestion in it, and the caret behind that. */
export function taken(
	text: string,
	{ from, to }: Typing,
	writes: string,
): { readonly text: string; readonly caret: number } {
	const after = text.slice(to);
	const gap = !writes.endsWith(":") && beginsWithText(after) ? " " : "";
	return {
		text: text.slice(0, from) + writes + gap + after,
		caret: from + writes.length,
	};
}

/** The other terms, as far as they can be understood by themselves. */
export const othersOf = (
	text: string,
	{ from, to }: Typing,
): readonly FilterToken[] =>
	[...tokensOf(text)].filter(
		(token) =>
			token.mistake === null && (endOf(token) <= from || token.at >= to),
	);
