// Is what was typed understood as written, and is what cannot be understood said with its place?
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	comparisons,
	type FilterTerm,
	filterKeys,
	filterNumbers,
	parseFilter,
	printFilter,
} from "./filter.ts";

const understood: readonly [string, string, readonly FilterTerm[]][] = [
	["nothing asks for everything", "  ", []],
	[
		"a word looks in names",
		"orders",
		[{ is: "word", pattern: "orders", not: false }],
	],
	[
		"a minus negates",
		"-orders",
		[{ is: "word", pattern: "orders", not: true }],
	],
	[
		"a minus inside a word is a minus",
		"a-b",
		[{ is: "word", pattern: "a-b", not: false }],
	],
	[
		"a quoted word may hold a space, a colon and a quote",
		String.raw`"a b:c\"d\\"`,
		[{ is: "word", pattern: String.raw`a b:c"d\ `.trim(), not: false }],
	],
	[
		"a quoted value belongs to its key",
		'-group:"my team" x',
		[
			{ is: "match", key: "group", pattern: "my team", not: true },
			{ is: "word", pattern: "x", not: false },
		],
	],
	[
		"a colon after the first belongs to the value",
		"channel:orders:eu",
		[{ is: "match", key: "channel", pattern: "orders:eu", not: false }],
	],
	[
		"a name may be empty when it is quoted",
		'group:""',
		[{ is: "match", key: "group", pattern: "", not: false }],
	],
	[
		"keys may be written in capitals",
		"LAG:UNKNOWN",
		[{ is: "unknown", key: "lag", not: false }],
	],
	[
		"the longer comparison is read first",
		"lag:>=10k lag:<2m holding:=3",
		[
			{ is: "number", key: "lag", compare: ">=", n: 10_000, not: false },
			{ is: "number", key: "lag", compare: "<", n: 2_000_000, not: false },
			{ is: "number", key: "holding", compare: "=", n: 3, not: false },
		],
	],
	[
		"an m is a minute where the number is a time",
		"margin:<30m -oldest:>2h",
		[
			{ is: "number", key: "margin", compare: "<", n: 1_800, not: false },
			{ is: "number", key: "oldest", compare: ">", n: 7_200, not: true },
		],
	],
	[
		"a verdict may be a pattern",
		"verdict:st*",
		[{ is: "match", key: "verdict", pattern: "st*", not: false }],
	],
];

test.each(understood)("%s", (_, text, filter) => {
	expect(parseFilter(text)).toEqual({ filter });
});

const mistaken: readonly [string, string, object][] = [
	[
		"an unknown key is marked whole",
		"lag:>5 topic:x",
		{ key: "filter unknown key", at: 7, length: 7 },
	],
	["a key wants a value", "x lag:", { key: "filter value missing", at: 2 }],
	["a minus wants a term", "x - y", { key: "filter value missing", at: 2 }],
	["an empty word is nothing", '""', { key: "filter value missing" }],
	["a number wants digits", "lag:>many", { key: "filter not a number" }],
	["a count has no hours", "lag:>5h", { key: "filter not a number" }],
	["a number is not negative", "lag:>-5", { key: "filter not a number" }],
	[
		"a number must be exact",
		"lag:>9007199254740992",
		{ key: "filter number too large" },
	],
	["a verdict must exist", "verdict:sad", { key: "filter no such verdict" }],
	["a quote must close", 'group:"a b', { key: "filter quote open", at: 0 }],
	[
		"a quote closes a term",
		'group:"a"b c',
		{ key: "filter text after quote", length: 10 },
	],
	["a quote opens a value", 'a"b', { key: "filter quote inside" }],
];

test.each(mistaken)("%s", (_, text, mistake) => {
	expect(parseFilter(text)).toEqual({
		mistakes: [expect.objectContaining(mistake)],
	});
});

describe("limits", () => {
	test("every mistake is told at once", () => {
		expect(parseFilter('a:1 b:2 lag:x "')).toHaveProperty("mistakes.length", 4);
	});

	test("an unknown key names the known ones", () => {
		expect(parseFilter("topic:x")).toHaveProperty(
			"mistakes.0.values.known",
			[...filterKeys, ...filterNumbers].join(", "),
		);
	});

	test("2,000 characters are read and one more is refused", () => {
		expect(parseFilter("a".repeat(2_000))).toHaveProperty("filter.length", 1);
		expect(parseFilter("a".repeat(2_001))).toMatchObject({
			mistakes: [{ key: "filter too long", at: 2_000, values: { max: 2_000 } }],
		});
	});

	test("40 terms are read and one more is refused", () => {
		expect(parseFilter("a ".repeat(40))).toHaveProperty("filter.length", 40);
		expect(parseFilter("a ".repeat(900))).toMatchObject({
			mistakes: [{ key: "filter too many terms", at: 80 }],
		});
	});
});

const not = fc.boolean();
const text = fc.string({ unit: "grapheme", maxLength: 12 });
const typed = fc.oneof(
	text,
	fc.string({ unit: fc.constantFrom("-", ":", '"', "\\", " ", "*", "a") }),
);
const number = fc.constantFrom(...filterNumbers);
const term: fc.Arbitrary<FilterTerm> = fc.oneof(
	fc.record({
		is: fc.constant("match" as const),
		key: fc.constantFrom(...filterKeys.filter((key) => key !== "verdict")),
		pattern: typed,
		not,
	}),
	fc.record({
		is: fc.constant("match" as const),
		key: fc.constant("verdict" as const),
		pattern: fc.constantFrom("slow", "ST*", "*"),
		not,
	}),
	fc.record({
		is: fc.constant("word" as const),
		pattern: typed.filter((pattern) => pattern !== ""),
		not,
	}),
	fc.record({
		is: fc.constant("number" as const),
		key: number,
		compare: fc.constantFrom(...comparisons),
		n: fc.maxSafeNat(),
		not,
	}),
	fc.record({ is: fc.constant("unknown" as const), key: number, not }),
);

describe("whatever is typed", () => {
	test("parsing never throws, and every mistake lies inside the text", () => {
		fc.assert(
			fc.property(fc.oneof(typed, fc.string({ unit: "binary" })), (text) => {
				const parsed = parseFilter(text);
				if ("filter" in parsed) return;
				for (const { at, length } of parsed.mistakes) {
					expect(length).toBeGreaterThan(0);
					expect(at + length).toBeLessThanOrEqual(text.length);
				}
			}),
		);
	});

	test("a printed filter parses to the same filter", () => {
		fc.assert(
			fc.property(fc.array(term, { maxLength: 8 }), (filter) => {
				expect(parseFilter(printFilter(filter))).toEqual({ filter });
			}),
		);
	});
});
