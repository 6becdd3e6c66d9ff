// Which rows does somebody want? `key:value` terms that must all hold; words without a key look in names.

import type { ProblemDetail } from "../problem.ts";
import { verdicts } from "../verdict.ts";
import { globOf } from "./glob.ts";
import { type FilterToken, quote, tokensOf } from "./token.ts";

export const filterKeys = [
	"verdict",
	"broker",
	"system",
	"kind",
	"channel",
	"group",
	"family",
] as const;
export type FilterKey = (typeof filterKeys)[number];
export const filterNumbers = [
	"lag",
	"holding",
	"oldest",
	"deliveries",
	"members",
	"margin",
] as const;
export type FilterNumber = (typeof filterNumbers)[number];
export const comparisons = ["=", ">", ">=", "<", "<="] as const;
export type Comparison = (typeof comparisons)[number];

export type FilterTerm =
	/** `*` in a pattern stands for anything; nothing else is special; case does not matter. */
	| {
			readonly is: "match";
			readonly key: FilterKey;
			readonly pattern: string;
			readonly not: boolean;
	  }
	/** A word found anywhere in channel, group or broker. */
	| { readonly is: "word"; readonly pattern: string; readonly not: boolean }
	| {
			readonly is: "number";
			readonly key: FilterNumber;
			readonly compare: Comparison;
			readonly n: number;
			readonly not: boolean;
	  }
	| {
			readonly is: "unknown";
			readonly key: FilterNumber;
			readonly not: boolean;
	  };

export type Filter = readonly FilterTerm[];

export const filterCharactersMax = 2_000;
export const filterTermsMax = 40;

export const filterMistakeKeys = [
	"filter too long",
	"filter too many terms",
	"filter unknown key",
	"filter value missing",
	"filter not a number",
	"filter number too large",
	"filter no such verdict",
	"filter quote open",
	"filter quote inside",
	"filter text after quote",
] as const;

/** Where in the text, which sentence, and its values. */
export type FilterMistake = ProblemDetail & {
	readonly key: (typeof filterMistakeKeys)[number];
	readonly at: number;
	readonly length: number;
};

export type ParsedFilter =
	| { readonly filter: Filter }
	| { readonly mistakes: readonly [FilterMistake, ...FilterMistake[]] };

type Refusal = Pick<FilterMistake, "key" | "values">;

export function parseFilter(text: string): ParsedFilter {
	if (text.length > filterCharactersMax) {
		const at = filterCharactersMax;
		const values = { max: filterCharactersMax };
		const length = text.length - at;
		return { mistakes: [{ key: "filter too long", values, at, length }] };
	}
	const filter: FilterTerm[] = [];
	const mistakes: FilterMistake[] = [];
	let terms = 0;
	for (const token of tokensOf(text)) {
		const { at, length } = token;
		if (++terms > filterTermsMax) {
			const values = { max: filterTermsMax };
			mistakes.push({ key: "filter too many terms", values, at, length });
			break;
		}
		const term = termOf(token);
		if ("is" in term) filter.push(term);
		else mistakes.push({ ...term, at, length });
	}
	const [first, ...others] = mistakes;
	return first ? { mistakes: [first, ...others] } : { filter };
}

function termOf(token: FilterToken): FilterTerm | Refusal {
	const { not, value } = token;
	if (token.mistake !== null)
		return { key: `filter ${token.mistake}`, values: {} };
	if (token.key === null) {
		if (value === "") return { key: "filter value missing", values: {} };
		return { is: "word", pattern: value, not };
	}
	const typed = token.key.toLowerCase();
	const key = filterKeys.find((known) => known === typed);
	const number = filterNumbers.find((known) => known === typed);
	if (key === undefined && number === undefined) {
		const known = [...filterKeys, ...filterNumbers].join(", ");
		return { key: "filter unknown key", values: { key: token.key, known } };
	}
	if (value === "" && !token.quoted)
		return { key: "filter value missing", values: { key: typed } };
	if (number !== undefined) return numberTerm(number, value, not);
	if (key === "verdict" && !verdicts.some(globOf(value))) {
		const known = verdicts.join(", ");
		return { key: "filter no such verdict", values: { value, known } };
	}
	return { is: "match", key: key ?? "channel", pattern: value, not };
}

const counted: Readonly<Record<string, number>> = { k: 1e3, m: 1e6 };
const timed: Readonly<Record<string, number>> = {
	s: 1,
	m: 60,
	h: 3_600,
	d: 86_400,
};

/** Two of the numbers are spans in seconds: there, an `m` is a minute and not a million. */
const unitsOf = (key: FilterNumber) =>
	key === "oldest" || key === "margin" ? timed : counted;

function numberTerm(
	key: FilterNumber,
	value: string,
	not: boolean,
): FilterTerm | Refusal {
	const typed = value.toLowerCase();
	if (typed === "unknown") return { is: "unknown", key, not };
	const compare =
		longestFirst.find((comparison) => typed.startsWith(comparison)) ?? "";
	const digits = /^(\d+)([a-z]?)$/.exec(typed.slice(compare.length));
	const unit = digits?.[2] ? unitsOf(key)[digits[2]] : 1;
	if (!digits || unit === undefined)
		return { key: "filter not a number", values: { key, value } };
	const n = Number(digits[1]) * unit;
	if (!Number.isSafeInteger(n))
		return { key: "filter number too large", values: { key, value } };
	return { is: "number", key, compare: compare || "=", n, not };
}

/** `>=` must be tried before `>`. */
const longestFirst = comparisons.toSorted((a, b) => b.length - a.length);

/** The text that parses to this filter. */
export function printFilter(filter: Filter): string {
	return filter.map(printTerm).join(" ");
}

function printTerm(term: FilterTerm): string {
	const not = term.not ? "-" : "";
	switch (term.is) {
		case "word":
			return `${not}${quote(term.pattern)}`;
		case "match":
			return `${not}${term.key}:${quote(term.pattern)}`;
		case "unknown":
			return `${not}${term.key}:unknown`;
		case "number":
			return `${not}${term.key}:${term.compare === "=" ? "" : term.compare}${term.n}`;
	}
}
