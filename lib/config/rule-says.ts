// What is wrong with a line or a filter of a rule, and what is to be written instead? None of what was written is repeated.
import type { RuleLineMistake } from "#lib/core/alert/rule-line/rule-line.ts";
import type { FilterMistake } from "#lib/core/filter/filter.ts";

const lineSays: Readonly<Record<RuleLineMistake["key"], string>> = {
	"nothing said": "does not say in one line what is watched for",
	"not understood": "is nothing that can be watched for",
	"number missing": "needs a number",
	"no such number": "needs a whole number there, with or without commas",
	"no such time": "needs a time there, a number and a unit (s, m, h or d)",
	"number too large": "is more than anybody can count",
	"time too long": "lasts longer than a month",
	"wrong side": "is told on the other side of its number",
	"not graded": "has nothing that is graver, it stands for itself",
};

export const sayOfLine = ({ key, instead }: RuleLineMistake): string =>
	`${lineSays[key]}; write ${instead.split("; ").join(", or ")}`;

const example = 'such as "broker:orders group:payments*"';
const filterSays: Readonly<Record<FilterMistake["key"], string>> = {
	"filter too long": "is longer than a filter may be; name fewer",
	"filter too many terms": "has more terms than a filter may have; write fewer",
	"filter unknown key": `has a key the board does not know; write a filter as on the board, ${example}`,
	"filter value missing": `has a key without a value; write one behind its colon, ${example}`,
	"filter not a number":
		"has a number that is none; write it such as lag:>1000 or oldest:>15m",
	"filter number too large":
		"has a number larger than anybody can count; write less",
	"filter no such verdict":
		"has a verdict that is none; they are healthy, abandoned, unknown, slow, stalled, stopped and losing",
	"filter quote open": "opens a quote and does not close it; add one",
	"filter quote inside":
		"has a quote inside a word; put the whole value in quotes",
	"filter text after quote": "goes on behind a quote; write a space there",
};

export const sayOfFilter = ({ key }: FilterMistake): string => filterSays[key];
