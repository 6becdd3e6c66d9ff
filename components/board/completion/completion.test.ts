// Is it known what is being typed at the caret, and does a suggestion take the place of exactly that?
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filterKeys, parseFilter } from "#lib/core/filter/filter.ts";
import { quote } from "#lib/core/filter/token.ts";
import {
	leadOf,
	othersOf,
	taken,
	typingAt,
	type Written,
} from "./completion.ts";

/** The caret is written as a bar. */
function writtenAs(shown: string): Written {
	const caret = shown.indexOf("|");
	return { text: shown.replace("|", ""), caret };
}
const typedIn = (shown: string) => typingAt(writtenAs(shown));

describe("what is being typed", () => {
	test.each([
		["an empty box awaits a key", "|", null, ""],
		["the beginning of a key", "gr|", null, "gr"],
		["a key after a minus", "-gr|", null, "gr"],
		["a minus alone", "-|", null, ""],
		["behind a space begins something new", "verdict:slow |", null, ""],
		["before a space, too", "| verdict:slow", null, ""],
		["a key whose value stands already", "gr|oup:x", null, "gr"],
		["a value that has not begun", "group:|", "group", ""],
		["a value that has", "lag:>5 group:sh|", "group", "sh"],
		["in the middle of one", "group:sh|ipping", "group", "sh"],
		["a key in capitals", "GROUP:sh|", "group", "sh"],
		["a value with a colon", "channel:orders:str|", "channel", "orders:str"],
		["a value that is quoted and goes on", 'group:"my te|', "group", "my te"],
		["nothing of it yet", 'group:"|', "group", ""],
		["a syllable of Korean", "group:주ㅁ|", "group", "주ㅁ"],
		["a number", "lag:>|", "lag", ">"],
	])("%s", (_, shown, key, typed) => {
		expect(typedIn(shown)).toMatchObject({ key, typed });
	});

	test.each([
		["a value quoted to its end is finished", 'group:"my team"|'],
		["a key that does not exist has no values", "topic:or|"],
		["a quote inside a word is a mistake", 'group:a"b|'],
		["so is text after a quote", 'group:"a"b|'],
		["a quoted word has no key", '"or|'],
		["directly before a term there is no room", "|verdict:slow"],
	])("%s: nothing is", (_, shown) => {
		expect(typedIn(shown)).toBeNull();
	});

	test("in marked text nothing is", () => {
		expect(typingAt({ text: "group:sh", caret: null })).toBeNull();
	});
});

describe("a suggestion that was taken", () => {
	test.each([
		["a key awaits its value", "gr|", "group:", "group:|"],
		["the minus stays", "-gr|", "-group:", "-group:|"],
		["a key before its value", "ch|oup:x", "channel:", "channel:|x"],
		["and that of a negated one", "-ch|oup:x", "-channel:", "-channel:|x"],
		["a value", "group:sh| lag:>5", "group:shipping", "group:shipping| lag:>5"],
		["the rest of a word", "group:sh|ip", "group:shore", "group:shore|"],
		[
			"a quote that was never closed takes no other term along",
			'group:"my te| lag:>5',
			'group:"my team"',
			'group:"my team"| lag:>5',
		],
		[
			"what follows it at once gets a space",
			'group:"my te|x',
			'group:"my team"',
			'group:"my team"| x',
		],
		["at the end of others", "a b |", "lag:", "a b lag:|"],
	])("%s", (_, shown, writes, after) => {
		const written = writtenAs(shown);
		const typing = typingAt(written);
		if (typing === null) throw new Error("nothing is being typed");
		const { text, caret } = taken(written.text, typing, writes);
		expect(`${text.slice(0, caret)}|${text.slice(caret)}`).toBe(after);
	});

	test("is understood whatever the name is, and leaves the other terms as they were", () => {
		const name = fc.oneof(
			fc.string({ unit: "grapheme", maxLength: 12 }),
			fc.string({ unit: fc.constantFrom("-", ":", '"', "\\", " ", "a") }),
		);
		const key = fc.constantFrom(...filterKeys.filter((it) => it !== "verdict"));
		const typed = fc.constantFrom("", "a", '"', '"a b', "a:b");
		fc.assert(
			fc.property(key, name, typed, fc.boolean(), (key, name, typed, not) => {
				const before = `lag:>5 ${not ? "-" : ""}${key}:${typed}`;
				const written = { text: `${before} -x`, caret: before.length };
				const typing = typingAt(written);
				if (typing === null) throw new Error("nothing is being typed");
				const writes = leadOf(typing, key) + quote(name);
				expect(parseFilter(taken(written.text, typing, writes).text)).toEqual({
					filter: [
						{ is: "number", key: "lag", compare: ">", n: 5, not: false },
						{ is: "match", key, pattern: name, not },
						{ is: "word", pattern: "x", not: true },
					],
				});
			}),
		);
	});
});

test("whatever is written and wherever the caret stands, what is replaced holds the caret and nothing is lost around it", () => {
	const unit = fc.constantFrom("-", ":", '"', "\\", " ", "a", "group", "주");
	fc.assert(
		fc.property(fc.string({ unit }), fc.nat(), (text, n) => {
			const caret = n % (text.length + 1);
			const typing = typingAt({ text, caret });
			if (typing === null) return;
			const { from, to } = typing;
			expect(from).toBeLessThanOrEqual(caret);
			expect(to).toBeGreaterThanOrEqual(caret);
			const next = taken(text, typing, "lag:5");
			expect(next.text.startsWith(`${text.slice(0, from)}lag:5`)).toBe(true);
			expect(next.text.endsWith(text.slice(to))).toBe(true);
			for (const { at, length } of othersOf(text, typing))
				expect(at + length <= from || at >= to).toBe(true);
		}),
	);
});
