// Is patience learned from what is normal for a group, and from nothing else?
import { describe, expect, test } from "vitest";
import { noPauses, notePause, patienceOf } from "./patience.ts";

const minuteMs = 60_000;
const tickMs = 5000;

/** What a group did, minute by minute: d delivered, w something waits, . nothing. */
function patienceAfter(story: string, everyMs = minuteMs): number {
	const pauses = noPauses(0);
	[...story].forEach((what, i) => {
		const now = { delivered: what === "d", waits: what === "w" };
		notePause(pauses, now, i * everyMs);
	});
	return patienceOf(pauses) / minuteMs;
}

describe("patience", () => {
	test.each([
		["begins with five minutes", "", 5],
		["stays at five minutes where messages flow", "dddddddd", 5],
		["is three times the longest pause that ended", "d.........d.d", 30],
		["knows nothing of a pause that goes on", "d..............", 5],
		["takes no failure for a habit", "dwwwwwwwwwd", 5],
		["takes a moment's wait before a delivery for none", "d........wd", 30],
		["forgets a wait that somebody else ended", "dwww.......d", 33],
	])("%s", (_, story, minutes) => {
		expect(patienceAfter(story)).toBe(minutes);
	});

	test("forgets a long pause when none like it came in two days", () => {
		const day = "d".repeat(24 * 60);
		const night = `${".".repeat(60)}d`;
		expect(patienceAfter(`d${night}${day}`)).toBe(183);
		expect(patienceAfter(`d${night}${day}${day}${day}`)).toBe(5);
	});

	test("never exceeds a week", () => {
		expect(patienceAfter("d..d", 5 * 24 * 60 * minuteMs)).toBe(7 * 24 * 60);
	});

	test("does not depend on how often is asked", () => {
		const story = `d${".".repeat(119)}d`;
		expect(patienceAfter(story, tickMs)).toBe(30);
	});
});
