// Are counts grouped, bounds kept and trickles not taken for nothing?
import { expect, test } from "vitest";
import { about, atLeast, atMost, exactly } from "#lib/core/amount.ts";
import { amount, count, pace, percent, roughly } from "./numbers.ts";

test("counts are grouped", () => {
	expect(count(4_812_066, "en")).toBe("4,812,066");
	expect(count(18_240_911, "ko")).toBe("18,240,911");
	expect(count(0, "en")).toBe("0");
});

test("an amount carries its bound", () => {
	expect(amount(exactly(9), "en")).toBe("9");
	expect(amount(atMost(9), "en")).toBe("≤9");
	expect(amount(atLeast(100), "en")).toBe("≥100");
	expect(amount(about(1_200), "ko")).toBe("~1,200");
});

test.each([
	[0, "0"],
	[0.004, "<0.1"],
	[0.7, "0.7"],
	[9.96, "10"],
	[118.4, "118"],
	[12_400, "12,400"],
] as const)("a pace of %d reads %s", (n, text) => {
	expect(pace(n, "en")).toBe(text);
});

test.each([
	[950, "950"],
	[5_000, "5,000"],
	[20_000, "20\u00a0k"],
	[1_500_000, "1.5\u00a0M"],
] as const)("an axis writes %d as %s", (n, text) => {
	expect(roughly(n, "en")).toBe(text);
});

test.each([
	[0, "0%"],
	[0.0001, "<0.1%"],
	[0.004, "0.4%"],
	[0.0996, "10%"],
	[0.61, "61%"],
] as const)("a share of %d reads %s", (share, text) => {
	expect(percent(share, "en")).toBe(text);
});
