// Does an entry link lead only to pages of this place?
import { expect, test } from "vitest";
import { arrivalIn, placeAfter } from "./link.ts";

const origin = "http://127.0.0.1:4100";

test.each([
	["a page with its filter", "/?filter=verdict:slow", "/?filter=verdict:slow"],
	["a subscription", "/subscriptions/abc", "/subscriptions/abc"],
	["another host", "//evil.example/x", "/"],
	["another host with a backslash", "/\\evil.example", "/"],
	["another host after a tab", "/\t/evil.example", "/"],
	["a whole address", "https://evil.example", "/"],
	["a script", "javascript:alert(1)", "/"],
	["two dots that end in another host", "/..//evil.example", "/"],
	["the entry page itself would turn for ever", "/enter?next=/", "/"],
	["nothing", "", "/"],
])("%s", (_sentence, next, place) => {
	expect(placeAfter(`?next=${encodeURIComponent(next)}`, origin)).toBe(place);
});

test.each([
	["a key", "#key=abc_DEF-1", "", { by: "key", key: "abc_DEF-1" }],
	["an empty key", "#key=", "", { by: "itself", why: null }],
	[
		"an invitation that says for whom",
		"#invitation=abc&for=mina%20kim",
		"",
		{ by: "invitation", invitation: "abc", person: "mina kim" },
	],
	[
		"an invitation for a name nobody can have",
		"#invitation=abc&for=%3Cb%3E",
		"",
		{ by: "invitation", invitation: "abc", person: null },
	],
	["a session that is over", "", "?next=/&over", { by: "itself", why: "over" }],
	["somebody who went out", "", "?left", { by: "itself", why: "left" }],
	["nothing", "#other=1", "", { by: "itself", why: null }],
])("%s is told from the address", (_sentence, hash, search, arrival) => {
	expect(arrivalIn(hash, search)).toEqual(arrival);
});
