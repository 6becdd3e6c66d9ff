// Does an entry's id tell how old the unread is, and only where the server made it?
import { expect, test } from "vitest";
import { atLeast, exactly } from "#lib/core/amount.ts";
import { forty } from "./situations.ts";
import { isOld, stillUnread, timeLagOf, writtenMs } from "./unread.ts";

const nowMs = Date.UTC(2026, 10, 21);
const ago = (ms: number) => `${nowMs - ms}-3`;
const unread = (ms: number) => ({ id: ago(ms), askedMs: nowMs });

test.each([
	["caught up: nothing is old", exactly(0), null, "5-0", exactly(0)],
	[
		"the entry itself is known",
		exactly(5),
		unread(4000),
		ago(9000),
		exactly(4000),
	],
	[
		"more may wait than is counted: the first is the same",
		atLeast(100),
		unread(4000),
		ago(9000),
		exactly(4000),
	],
	[
		"only the position is known: what follows is younger",
		exactly(5),
		null,
		ago(9000),
		{ n: 9000, bound: "at most" },
	],
	["nothing was ever read, and nobody asked", exactly(5), null, "0-0", null],
	["ids made by hand", exactly(5), { id: "17-0", askedMs: nowMs }, "9-0", null],
	["nobody knows whether something waits", null, null, ago(9000), null],
	[
		"a server's clock a little ahead of the entry's",
		exactly(1),
		unread(-2000),
		ago(9000),
		exactly(0),
	],
] as const)("%s", (_, lag, first, position, told) => {
	expect(timeLagOf(lag, first, position, nowMs)).toEqual(told);
});

test.each([
	["milliseconds", `${nowMs}-0`, nowMs],
	["a count", "1-0", null],
	["seconds", `${nowMs / 1000}-0`, null],
	["microseconds", `${nowMs * 1000}-0`, null],
	["beyond what a number holds", "18446744073709551615-0", null],
	["no number at all", "-", null],
] as const)("an id of %s", (_, id, ms) => {
	expect(writtenMs(id, nowMs)).toBe(ms);
});

test("what was unread stays the first until the group passes it, or it is removed", () => {
	const known = { id: "80-0", askedMs: 1 };
	const still = (position: string, detail: typeof forty | null) =>
		stillUnread(known, position, detail, 5);
	expect(still("70-0", null)).toBe(known);
	expect(still("79-9", forty)).toBe(known);
	expect(still("80-0", null)).toBeNull();
	expect(still("81-0", forty)).toBeNull();
	expect(still("50-0", forty)).toEqual({ id: "61-0", askedMs: 5 });
	expect(isOld(known, 60_000)).toBe(false);
	expect(isOld(known, 60_001)).toBe(true);
});
