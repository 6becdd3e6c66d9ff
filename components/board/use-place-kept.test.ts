// What does the address say of the line on top, beside all else it says?
import { expect, test } from "vitest";
import { withFrom } from "./use-place-kept.ts";

test.each([
	["", 0, ""],
	["", 7, "?from=7"],
	["?from=7", 0, ""],
	["?from=7", 8, "?from=8"],
	["?filter=a:b&from=7&sort=lag", 0, "?filter=a:b&sort=lag"],
	["?filter=from=1", 3, "?filter=from=1&from=3"],
])("%s and %i make %s", (search, from, made) => {
	expect(withFrom(search, from)).toBe(made);
});
