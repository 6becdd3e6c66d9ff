// Is nothing called fresh of which nobody knows how old it is?
import { expect, test } from "vitest";
import { type Freshness, freshnessOf } from "./freshness.ts";

const everyMs = 5_000;
const nowMs = Date.UTC(2026, 0, 1);

const cases: readonly (readonly [
	name: string,
	heardMs: number | null,
	is: Freshness,
])[] = [
	["just heard", nowMs, "fresh"],
	["two intervals are still fresh", nowMs - 2 * everyMs, "fresh"],
	["more than two are late", nowMs - 2 * everyMs - 1, "late"],
	["five are still late", nowMs - 5 * everyMs, "late"],
	["more than five are silent", nowMs - 5 * everyMs - 1, "silent"],
	["never heard is silent", null, "silent"],
	["another clock may be a little ahead", nowMs + everyMs, "fresh"],
	["heard before the clock was set back", nowMs + 3_600_000, "silent"],
];

test.each(cases)("%s", (_, heardMs, is) => {
	expect(freshnessOf(heardMs, everyMs, nowMs)).toBe(is);
});
