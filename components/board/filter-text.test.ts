// Do the chips change only what they mean in the filter's text?
import { expect, test } from "vitest";
import { toggled, verdictIn } from "./filter-text.ts";

test.each([
	[
		"a chip writes its term first",
		"group:pay*",
		"slow",
		"verdict:slow group:pay*",
	],
	[
		"the same chip takes it out again",
		"verdict:slow group:pay*",
		"slow",
		"group:pay*",
	],
	[
		"another chip takes its place",
		"verdict:slow lag:>10",
		"losing",
		"verdict:losing lag:>10",
	],
	["an empty filter gets one term", "", "stalled", "verdict:stalled"],
	[
		"quoted names stay whole",
		'group:"my verdict:slow group" x',
		"slow",
		'verdict:slow group:"my verdict:slow group" x',
	],
	[
		"a negated verdict is another wish and stays",
		"-verdict:healthy",
		"slow",
		"verdict:slow -verdict:healthy",
	],
] as const)("%s", (_sentence, text, verdict, result) => {
	expect(toggled(text, verdict)).toBe(result);
});

test.each([
	["", null],
	["verdict:stalled", "stalled"],
	["VERDICT:Stalled x", "stalled"],
	['"verdict:stalled"', null],
	["-verdict:stalled", null],
	["verdict:nonsense", null],
] as const)("in %j the pressed chip is %s", (text, verdict) => {
	expect(verdictIn(text)).toBe(verdict);
});
