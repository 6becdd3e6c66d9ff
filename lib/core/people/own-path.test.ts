// T7: does anything written behind `next` lead to another place than ours?
import { expect, test } from "vitest";
import { ownPath } from "./own-path.ts";

const origin = "http://127.0.0.1:4100";

test.each([
	["a page with its filter", "/?filter=verdict:slow", "/?filter=verdict:slow"],
	[
		"a place on a page",
		"/subscriptions/abc#history",
		"/subscriptions/abc#history",
	],
	["another host", "//evil.example/x", "/"],
	["another host with a backslash", "/\\evil.example", "/"],
	["another host after a tab", "/\t/evil.example", "/"],
	["another host after a newline", "/\n/evil.example", "/"],
	["another host after dots", "/.//evil.example", "/"],
	["another host after two dots", "/..//evil.example", "/"],
	["a whole address", "https://evil.example", "/"],
	[
		"our own address with somebody before it",
		"http://127.0.0.1:4100@evil.example/",
		"/",
	],
	["a path without its slash", "evil.example", "/"],
	["a script", "javascript:alert(1)", "/"],
	["a document of its own", "data:text/html,x", "/"],
	[
		"a header that would end here",
		"/a\r\nset-cookie: x=1",
		"/aset-cookie:%20x=1",
	],
	["an answer for programs", "/api/session/provider", "/"],
	["the way in, which would turn for ever", "/enter?next=/", "/"],
	["more than any page of ours needs", `/?filter=${"x".repeat(2_000)}`, "/"],
	[
		"more than that once it is written as an address",
		`/?filter=${"주".repeat(500)}`,
		"/",
	],
	["nothing", "", "/"],
	["no wish", null, "/"],
])("T7, %s", (_what, next, place) => {
	expect(ownPath(next, origin)).toBe(place);
});
