// Is it told how much is read again and how much is never read, whatever a position was and becomes?
import { expect, test } from "vitest";
import { type Amount, atLeast, atMost, exactly } from "#lib/core/amount.ts";
import {
	againIn,
	changes,
	type Row,
	skippedIn,
	waitingAfter,
	waitingIn,
} from "./rows.ts";

/** Of a partition that keeps 10 to 99. */
const row = (
	before: number | null,
	after: number | null,
	shared: Partial<Pick<Row, "lag" | "isShared" | "from" | "to">> = {},
): Row => ({
	...{ channel: "orders", partition: 0, before, after },
	...{ from: before, to: after },
	...{ first: 10, end: 100, isBrought: false, lag: null, isShared: false },
	...shared,
});
const share = (lag: number | null) => ({ isShared: true, lag });

type Case = readonly [
	string,
	Row,
	Amount,
	Amount,
	number | null,
	number | null,
];
const cases: readonly Case[] = [
	["back", row(60, 20), exactly(40), exactly(0), 40, 80],
	["forward", row(20, 60), exactly(0), exactly(40), 80, 40],
	["as it was", row(20, 20), exactly(0), exactly(0), 80, 80],
	[
		"forward from what is not kept any more: those were lost before",
		row(0, 30),
		...([exactly(0), exactly(20), 90, 70] as const),
	],
	[
		"to the first from what is not kept any more",
		row(0, 10),
		...([exactly(0), exactly(0), 90, 90] as const),
	],
	[
		"from beyond the end: what waited nobody knew",
		row(500, 100),
		...([exactly(0), exactly(0), null, 0] as const),
	],
	[
		"from beyond the end far back",
		row(500, 40),
		...([exactly(60), exactly(0), null, 60] as const),
	],
	[
		"where there was none: its program might have begun at the first",
		row(null, 30),
		...([exactly(0), atMost(20), 0, 70] as const),
	],
	[
		"where there was none, at the first",
		row(null, 10),
		exactly(0),
		exactly(0),
		0,
		90,
	],
	["to none", row(30, null), exactly(0), exactly(0), 70, 0],
	[
		"a share group back: what it had done behind where it began comes too",
		row(60, 20, share(5)),
		...([exactly(75), exactly(0), 5, 80] as const),
	],
	[
		"a share group back where the broker counts nothing",
		row(60, 20, share(null)),
		...([atLeast(40), exactly(0), null, 80] as const),
	],
	[
		"a share group to the end: just what waited",
		row(60, 100, share(5)),
		...([exactly(0), exactly(5), 5, 0] as const),
	],
	[
		"a share group forward: some of it may be done",
		row(20, 60, share(70)),
		...([exactly(0), atMost(40), 70, 40] as const),
	],
	[
		"a share group to where it begins, with much done behind it",
		row(20, 20, share(5)),
		...([exactly(75), exactly(0), 5, 80] as const),
	],
];

test.each(cases)("%s", (_, it, again, skipped, waits, waited) => {
	expect(againIn(it)).toEqual(again);
	expect(skippedIn(it)).toEqual(skipped);
	expect(waitingIn(it)).toBe(waits);
	expect(waitingAfter(it)).toBe(waited);
});

test("to be at the first that is kept by its number is to be there, and not the other way round", () => {
	expect(changes(row(10, 10, { from: -2 }))).toBe(false);
	expect(changes(row(10, 10, { to: -2 }))).toBe(true);
	expect(changes(row(10, 10, { from: -2, to: -2 }))).toBe(false);
});

test("what waits for who stands where nobody knows is unknown, and goes with its position", () => {
	const gone = row(null, null, { from: -2 });
	expect(waitingIn(gone)).toBeNull();
	expect(changes(gone)).toBe(true);
	expect(waitingAfter(gone)).toBe(0);
});

test("nothing changes where it stands there already, but for what a share group has done behind it", () => {
	expect(changes(row(20, 20))).toBe(false);
	expect(changes(row(null, 20))).toBe(true);
	expect(changes(row(20, 20, share(80)))).toBe(false);
	expect(changes(row(20, 20, share(null)))).toBe(false);
	expect(changes(row(20, 20, share(5)))).toBe(true);
});
