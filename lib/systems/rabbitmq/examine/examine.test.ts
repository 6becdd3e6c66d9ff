// Is a server called old exactly when none as old was ever tried?
import { expect, test } from "vitest";
import { isOld } from "./examine.ts";

test.each([
	["3.9.29", true],
	["2.8.7", true],
	["3.10.8", false],
	["3.13.7", false],
	["4.0.5", false],
	["10.0.0", false],
])("%s: %j", (version, expected) => {
	expect(isOld(version)).toBe(expected);
});
