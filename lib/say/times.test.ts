// Are durations two units at most, and moments as near as they need to be?
import { expect, test } from "vitest";
import {
	clock,
	duration,
	largest,
	moment,
	precisely,
	span,
	wholly,
	zoneName,
} from "./times.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

test.each([
	[0, "0 s", "0초"],
	[2.9, "2 s", "2초"],
	[59, "59 s", "59초"],
	[360, "6 min", "6분"],
	[372, "6 min", "6분"],
	[3_600, "1 h", "1시간"],
	[7_260, "2 h 1 min", "2시간 1분"],
	[529_200, "6 d 3 h", "6일 3시간"],
	[86_400 * 41, "41 d", "41일"],
	[-5, "0 s", "0초"],
] as const)("%d seconds are %s", (seconds, english, korean) => {
	expect(plain(duration(seconds, "en"))).toBe(english);
	expect(plain(duration(seconds, "ko"))).toBe(korean);
});

test.each([
	[240, 780, "4–13 min", "4~13분"],
	[1_800, 7_200, "30 min–2 h", "30분~2시간"],
	[7_260, 14_500, "2–4 h", "2~4시간"],
	[3_700, 3_900, "1 h", "1시간"],
])("between %i s and %i s is %s", (low, high, english, korean) => {
	expect(plain(span(low, high, "en"))).toBe(english);
	expect(plain(span(low, high, "ko"))).toBe(korean);
});

test("the two parts of a duration never part at the end of a line", () => {
	expect(duration(7_260, "en")).not.toContain(" ");
});

test.each([
	[12, "12 s"],
	[72, "1 min 12 s"],
	[120, "2 min"],
	[599, "9 min 59 s"],
	[601, "10 min"],
] as const)("%d seconds, precisely, are %s", (seconds, text) => {
	expect(plain(precisely(seconds, "en"))).toBe(text);
});

test.each([
	[48, "48 s"],
	[2_759, "45 min"],
	[7_559, "2 h"],
	[529_260, "6 d"],
] as const)("%d seconds in one unit are %s", (seconds, text) => {
	expect(plain(largest(seconds, "en"))).toBe(text);
});

const now = Date.parse("2026-11-20T14:32:08Z");

test("a moment is a time today, a weekday this week and a date before", () => {
	const at = (iso: string) => moment(Date.parse(iso), now, "en", "UTC");
	expect(at("2026-11-20T14:26:00Z")).toBe("14:26");
	expect(at("2026-11-18T02:09:00Z")).toBe("Wed 02:09");
	expect(at("2026-10-02T02:09:00Z")).toBe("2 Oct, 02:09");
});

test("the day changes where the reader lives", () => {
	const late = Date.parse("2026-11-20T15:10:00Z");
	expect(moment(now, late, "en", "UTC")).toBe("14:32");
	expect(moment(now, late, "en", "Asia/Seoul")).toBe("Fri 23:32");
});

test("clocks have 24 hours, through the change of daylight saving", () => {
	expect(clock(now, "en", "UTC")).toBe("14:32:08");
	expect(clock(now, "ko", "Asia/Seoul")).toBe("23:32:08");
	const zone = "America/New_York";
	expect(clock(Date.parse("2026-11-01T05:30:00Z"), "en", zone)).toBe(
		"01:30:00",
	);
	expect(clock(Date.parse("2026-11-01T06:30:00Z"), "en", zone)).toBe(
		"01:30:00",
	);
	expect(clock(Date.parse("2026-11-20T15:05:00Z"), "ko", "Asia/Seoul")).toBe(
		"00:05:00",
	);
});

test("a title names the zone", () => {
	expect(wholly(now, "en", "UTC")).toContain("UTC");
});

test("where clocks are set back an hour is told twice, and the zone tells which", () => {
	const zone = "America/New_York";
	const summer = Date.parse("2026-11-01T05:30:00Z");
	const winter = Date.parse("2026-11-01T06:30:00Z");
	expect([summer, winter].map((ms) => clock(ms, "en", zone))).toEqual([
		"01:30:00",
		"01:30:00",
	]);
	expect([summer, winter].map((ms) => zoneName(ms, "en", zone))).toEqual([
		"GMT-4",
		"GMT-5",
	]);
	expect(wholly(summer, "en", zone)).not.toBe(wholly(winter, "en", zone));
});

test("where clocks are set forward an hour is left out, and a day stays a day", () => {
	const zone = "America/New_York";
	const before = Date.parse("2026-03-08T06:59:59Z");
	const after = Date.parse("2026-03-08T07:00:00Z");
	expect(clock(before, "en", zone)).toBe("01:59:59");
	expect(clock(after, "en", zone)).toBe("03:00:00");
	const evening = Date.parse("2026-03-09T03:30:00Z");
	expect(moment(before, evening, "en", zone)).toBe("01:59");
	expect(moment(before, evening, "en", "Asia/Seoul")).toBe("Sun 15:59");
});

test("days have names in Korean too, and Seoul knows no daylight saving", () => {
	const zone = "Asia/Seoul";
	const summer = Date.parse("2026-07-01T00:05:00Z");
	expect(clock(summer, "ko", zone)).toBe("09:05:00");
	expect(zoneName(summer, "ko", zone)).toBe("GMT+9");
	expect(moment(Date.parse("2026-11-18T02:09:00Z"), now, "ko", zone)).toBe(
		"(수) 11:09",
	);
});
