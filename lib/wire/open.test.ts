// Which folds does an address ask to be open? Those it names, within bounds, and nothing it garbles.
import { expect, test } from "vitest";
import { openIn, openMax, openRows, printOpen } from "./open.ts";

const usual = openRows.usual;

test.each([
	["", []],
	["abc", [{ id: "abc", limit: usual }]],
	[
		"a-b,_c.300",
		[
			{ id: "a-b", limit: usual },
			{ id: "_c", limit: 300 },
		],
	],
	["a.9999", [{ id: "a", limit: openRows.max }]],
	["a.0,b.-1,c.x,d.NaN", []],
	["a,a.7", [{ id: "a", limit: 7 }]],
	["a b,é,__proto__", [{ id: "__proto__", limit: usual }]],
])("%j opens %j", (text, open) => {
	expect(openIn(text)).toEqual(open);
	expect(openIn(printOpen(open))).toEqual(open);
});

test("more than anybody looks at are not opened", () => {
	const many = Array.from({ length: 50 }, (_, i) => `f${i}`).join(",");
	expect(openIn(many)).toHaveLength(openMax);
});
