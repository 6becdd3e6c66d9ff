// Until when is something muted that somebody wants muted for so long?
import { describe, expect, test } from "vitest";
import { clockAfter, untilOf } from "./mute-until.ts";

const at = (iso: string) => Date.parse(`2026-11-${iso}:00Z`);
const hour = 3_600_000;

describe("the next round time of the day", () => {
	test.each([
		["in the morning it is six in the evening", "21T10:00", 0, "21T18:00"],
		["shortly before six it is nine tomorrow", "21T17:30", 0, "22T09:00"],
		["an hour before six it is six", "21T17:00", 0, "21T18:00"],
		["in the night it is nine", "21T03:00", 0, "21T09:00"],
		["it is round where the reader is", "21T10:00", 9 * hour, "22T00:00"],
		["west of Greenwich as well", "21T01:00", -5 * hour, "21T14:00"],
	])("%s", (_, now, zoneMs, then) => {
		expect(clockAfter(at(now), zoneMs)).toBe(at(then));
	});
});

describe("until when", () => {
	const now = at("21T12:00");
	test("an hour is an hour, and until resolved has no end", () => {
		expect(untilOf("hour", now, 0, null)).toBe(now + hour);
		expect(untilOf("hour", now + 0.25, 0, null)).toBe(now + hour + 1);
		expect(untilOf("resolved", now, 0, null)).toBeNull();
	});

	test("a picked moment lies ahead and within a month, or is none", () => {
		const picked = (ms: number | null) => untilOf("pick", now, 0, ms);
		expect(picked(now + hour)).toBe(now + hour);
		expect(picked(now)).toBeUndefined();
		expect(picked(now + 32 * 24 * hour)).toBeUndefined();
		expect(picked(null)).toBeUndefined();
	});
});
