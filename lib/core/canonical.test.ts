// Is text the same for equal values, and different for others?
import { expect, test } from "vitest";
import { canonical } from "./canonical.ts";

test.each([
	["names stand in order, at any depth", { b: 1, a: [{ d: 2, c: 3 }] }],
	["the order they came in does not matter", { a: [{ c: 3, d: 2 }], b: 1 }],
	[
		"what is undefined is left out",
		{ b: 1, x: undefined, a: [{ c: 3, d: 2 }] },
	],
])("%s", (_, value) => {
	expect(canonical(value)).toBe('{"a":[{"c":3,"d":2}],"b":1}');
});

test("a list keeps its order, and null is not nothing", () => {
	expect(canonical([2, 1])).not.toBe(canonical([1, 2]));
	expect(canonical({ a: null })).not.toBe(canonical({}));
});

test("a name that means something to the language is a name like others", () => {
	const value: unknown = JSON.parse('{"b":1,"__proto__":{"a":2}}');
	expect(canonical(value)).toBe('{"__proto__":{"a":2},"b":1}');
});
