// Does a table hold exactly what was put in, whatever the names are, and never a formula?
import { expect, test } from "vitest";
import { csvOf } from "./csv.ts";

test.each([
	[
		"a number as it is, without signs between its digits",
		1234567890.25,
		"1234567890.25",
	],
	["a number below zero is no formula", -3, "-3"],
	["what is not known is empty, and zero is zero", null, ""],
	["zero", 0, "0"],
	["a plain name", "orders", "orders"],
	["a name with a comma", "a,b", '"a,b"'],
	["a name with quotes", 'a"b', '"a""b"'],
	["a name of two lines", "a\nb", '"a\nb"'],
	["a formula", "=1+1", "'=1+1"],
	["a formula behind blanks", "  =1+1", "'  =1+1"],
	["a formula with a plus", "+1", "'+1"],
	["a formula with a minus", "-1+1", "'-1+1"],
	["a formula with an at", "@SUM(A1)", "'@SUM(A1)"],
	["a formula behind a tab", "\t=1", "'\t=1"],
	["a formula behind a line", "\r=1", '"\'\r=1"'],
	["a wide formula", "＝1+1", "'＝1+1"],
	["a link in quotes", '=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
])("%s", (_, cell, written) => {
	expect(csvOf([[cell, 1]])).toBe(`${written},1\r\n`);
});
