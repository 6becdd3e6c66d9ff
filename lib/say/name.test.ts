// Is every hidden or direction-changing character of a name made visible, and ordinary text left alone?
import { describe, expect, test } from "vitest";
import { brief, shown } from "./name.ts";

const cases: readonly [sentence: string, name: string, seen: string][] = [
	["an ordinary name stays", "orders.events", "orders.events"],
	[
		"markup stays text",
		"<img src=x onerror=alert(1)>",
		"<img src=x onerror=alert(1)>",
	],
	["Korean stays", "주문:결제", "주문:결제"],
	["Arabic and combining marks stay", "طلبات e\u0301", "طلبات e\u0301"],
	["an emoji stays", "jobs🚀", "jobs🚀"],
	[
		"a right-to-left override is written out",
		"a\u202egpj.exe",
		"a\\u202egpj.exe",
	],
	["an isolate is written out", "\u2066x\u2069", "\\u2066x\\u2069"],
	["a zero-width space is written out", "pay\u200bments", "pay\\u200bments"],
	["a byte order mark is written out", "\ufeffpay", "\\ufeffpay"],
	["a line feed is written out", "a\nb\r\t\0", "a\\nb\\r\\t\\0"],
	["an escape sequence is written out", "\u001b[31mred", "\\u001b[31mred"],
	["half of a surrogate pair is written out", "a\ud83d", "a\\ud83d"],
	["a tag character is written out", "a\u{e0041}", "a\\u{e0041}"],
	["a Hangul filler is written out", "a\u3164", "a\\u3164"],
	["a no-break space is written out", "a\u00a0b", "a\\u00a0b"],
	["spaces at the ends can be seen", " a b ", "␣a b␣"],
	["an empty name can be seen", "", '""'],
];

describe("shown", () => {
	test.each(cases)("%s", (_sentence, name, seen) => {
		expect(shown(name)).toBe(seen);
	});
});

test("a name of 64 kB is cut in a cell and says so", () => {
	const text = brief("x".repeat(65_536));
	expect(text).toHaveLength(201);
	expect(text.endsWith("…")).toBe(true);
});

test.each([
	["a character of two halves at the cut is left out whole", "x".repeat(9), 0],
	["one that ends at the cut stays", "x".repeat(8), 1],
])("%s", (_sentence, before, kept) => {
	const text = brief(`${before}🚀after`, 10);
	expect(text).toBe(`${before}${"🚀".repeat(kept)}…`);
	expect(text.isWellFormed()).toBe(true);
});
