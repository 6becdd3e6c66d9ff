// What is wrong with a filter, in English?
import { count } from "../numbers.ts";
import { numberOf, textOf } from "../sentence.ts";
import type { Values, Words } from "../words/words.ts";

type Mistakes = Pick<
	Words["rareProblems"],
	Extract<keyof Words["rareProblems"], `filter ${string}`>
>;

const quoted = (values: Values, key: string): string =>
	`“${textOf(values, key)}”`;
const most = (values: Values): string =>
	count(numberOf(values, "max") ?? 0, "en");

export const filterMistakes: Mistakes = {
	"filter too long": (values) =>
		`A filter may have at most ${most(values)} characters.`,
	"filter too many terms": (values) =>
		`A filter may have at most ${most(values)} terms.`,
	"filter unknown key": (values) =>
		`There is no key ${quoted(values, "key")}. Known are: ${textOf(values, "known")}.`,
	"filter value missing": (values) => {
		const key = textOf(values, "key");
		return key === ""
			? "A value is missing."
			: `A value is missing after “${key}:”.`;
	},
	"filter not a number": (values) =>
		`${quoted(values, "value")} is not a number. Write ${textOf(values, "key") || "lag"}:>1000, or ${textOf(values, "key") || "lag"}:unknown.`,
	"filter number too large": (values) =>
		`${quoted(values, "value")} is larger than can be counted.`,
	"filter no such verdict": (values) =>
		`There is no verdict ${quoted(values, "value")}. They are: ${textOf(values, "known")}.`,
	"filter quote open": () => "A quotation mark is not closed.",
	"filter quote inside": () =>
		"A quotation mark stands inside a word. Put the whole value in quotation marks.",
	"filter text after quote": () =>
		"Text follows a closing quotation mark. Put a space between them.",
};
