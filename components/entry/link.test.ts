// Does an entry link lead only to pages of this place?
import { expect, test } from "vitest";
import { keyIn, placeAfter } from "./link.ts";

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

test("the key stands behind the hash, where no server sees it", () => {
	expect(keyIn("#key=abc_DEF-1")).toBe("abc_DEF-1");
	expect(keyIn("#key=")).toBeNull();
	expect(keyIn("")).toBeNull();
	expect(keyIn("#other=1")).toBeNull();
});
