// Is said what somebody may, and where, so that nobody takes a part for the whole?
import { expect, test } from "vitest";
import type { Where } from "#lib/core/people/scope.ts";
import { grantSaid, placeSaid } from "./access-sentence.ts";
import { wholeEn } from "./en/spoken.tsx";
import { wholeKo } from "./ko/spoken.tsx";

const anywhere: Where = { brokers: ["*"], channels: ["*"], groups: ["*"] };
const pay: Where = { ...anywhere, groups: ["pay-*"] };
const orders: Where = {
	...{ brokers: ["shop"], channels: ["orders", "returns"], groups: ["*"] },
};

test.each([
	["everywhere has no place", null, null],
	["nowhere has none either", [], null],
	["any name is everywhere", [anywhere], null],
	["a part beside everything is everything", [pay, anywhere], null],
	["a pattern of one kind", [pay], "groups pay-*"],
	["names of two kinds", [orders], "channels orders, returns · broker shop"],
	["the same twice is told once", [pay, pay], "groups pay-*"],
	[
		"two places",
		[pay, orders],
		"groups pay-*; or channels orders, returns · broker shop",
	],
])("%s", (_sentence, scope, said) => {
	expect(placeSaid(wholeEn, scope)).toBe(said);
});

test("a grant says what and where, clean-ups by their names", () => {
	const grant = { may: ["see", "trim"], where: [pay] } as const;
	expect(grantSaid(wholeEn, grant)).toBe("May see, trim: groups pay-*");
	expect(grantSaid(wholeEn, { ...grant, where: null })).toBe(
		"May see, trim, everywhere",
	);
	expect(grantSaid(wholeKo, grant)).toBe("허용: 보기, 잘라내기 (그룹 pay-*)");
});

test("a name that would turn the sentence around is told as text", () => {
	const said = placeSaid(wholeEn, [{ ...anywhere, groups: ["a\u202eb"] }]);
	expect(said).not.toContain("\u202e");
});
