// When is it quiet? As a wall clock in that zone shows it, over midnight and when clocks are changed.
import { expect, test } from "vitest";
import { isQuietIn, quietFrom } from "./quiet.ts";

test.each([
	["22:00-07:00 Europe/Berlin", 22 * 60, 7 * 60, "Europe/Berlin"],
	["9:30 - 18:00 Asia/Seoul", 570, 1080, "Asia/Seoul"],
	["22:00-07:00", 1320, 420, "UTC"],
	["00:00-24:00", 0, 1440, "UTC"],
])("%s is read", (text, fromMinute, toMinute, zone) => {
	expect(quietFrom(text)).toEqual({ fromMinute, toMinute, zone });
});

test.each([
	...["", "night", "22-07", "25:00-07:00", "22:60-07:00", "24:00-07:00"],
	...["22:00-22:00", "22:00-07:00 Europe/Nowhere", "22:00-07:00 a b"],
])('"%s" is no time', (text) => {
	expect(quietFrom(text)).toBeNull();
});

const berlin = "22:00-07:00 Europe/Berlin";
test.each([
	["before it begins", berlin, "2026-01-10T20:59:59Z", false],
	["as it begins", berlin, "2026-01-10T21:00:00Z", true],
	["at midnight", berlin, "2026-01-10T23:00:00Z", true],
	["before it ends", berlin, "2026-01-11T05:59:59Z", true],
	["as it ends", berlin, "2026-01-11T06:00:00Z", false],
	["in summer an hour earlier", berlin, "2026-07-10T20:00:00Z", true],
	["in summer over an hour earlier", berlin, "2026-07-11T05:00:00Z", false],
	["in the night of 23 hours", berlin, "2026-03-29T04:59:00Z", true],
	["after the night of 23 hours", berlin, "2026-03-29T05:00:00Z", false],
	["in the night of 25 hours", berlin, "2026-10-25T05:59:00Z", true],
	["after the night of 25 hours", berlin, "2026-10-25T06:00:00Z", false],
	["within a day", "09:00-18:00 UTC", "2026-01-10T12:00:00Z", true],
	["outside of it", "09:00-18:00 UTC", "2026-01-10T18:00:00Z", false],
	["all day", "00:00-24:00", "2026-01-10T23:59:59Z", true],
])("%s", (_, text, at, isQuiet) => {
	const quiet = quietFrom(text);
	expect(quiet && isQuietIn(quiet)(Date.parse(at))).toBe(isQuiet);
});
