// Are age and margin as sure as their evidence, and never surer?
import { describe, expect, test } from "vitest";
import {
	type Amount,
	about,
	atLeast,
	atMost,
	exactly,
} from "#lib/core/amount.ts";
import {
	ageOf,
	type Keeping,
	marginOf,
	oldestOf,
	soonestOf,
} from "./unread.ts";

const none = Number.NaN;
const unread = { ms: none, isExact: false };
const hour = 3_600_000;

describe("the age", () => {
	const rows: readonly [string, Amount | null, Amount | null][] = [
		[
			"of a record that was read is exact",
			ageOf({ ms: 400, isExact: true }, 500, 100, 1_000),
			exactly(600),
		],
		[
			"of a record within a batch is about",
			ageOf({ ms: 400, isExact: false }, 500, 100, 1_000),
			about(600),
		],
		["between two ends is about", ageOf(unread, 500, 100, 1_000), about(500)],
		[
			"beyond the evidence is at least that of the evidence",
			ageOf(unread, none, 100, 1_000),
			atLeast(900),
		],
		["is not known without evidence", ageOf(unread, none, none, 1_000), null],
		[
			"is not known from evidence that begins now",
			ageOf(unread, none, 1_000, 1_000),
			null,
		],
		[
			"of a message from the future is none",
			ageOf({ ms: 9_000, isExact: true }, none, none, 1_000),
			exactly(0),
		],
	];
	test.each(rows)("%s", (_name, age, expected) => {
		expect(age).toEqual(expected);
	});
});

describe("the margin", () => {
	const kept: Keeping = {
		...{ retentionMs: 24 * hour, retentionBytes: Infinity },
		...{ bytes: null, messages: 0, arrivals: none },
	};
	/** A thousand messages of 100 bytes; room for 3,000, of which 500 are unread; ten arrive in a second. */
	const sized: Keeping = {
		...{ retentionMs: Infinity, retentionBytes: 300_000 },
		...{ bytes: 100_000, messages: 1_000, arrivals: 10 },
	};
	const rows: readonly [string, Amount | null, Amount | null][] = [
		[
			"is what the record's age leaves of the time, and segments go later",
			marginOf(exactly(20 * hour), 5, kept),
			atLeast(4 * hour),
		],
		[
			"is about where the age is",
			marginOf(about(20 * hour), 5, kept),
			about(4 * hour),
		],
		[
			"is at most what an age of at least leaves",
			marginOf(atLeast(20 * hour), 5, kept),
			atMost(4 * hour),
		],
		[
			"is nothing for a record whose segment only waits to go",
			marginOf(exactly(30 * hour), 5, kept),
			atLeast(0),
		],
		["is not known without an age", marginOf(null, 5, kept), null],
		["is not known without the rules", marginOf(exactly(hour), 5, null), null],
		[
			"is none where everything is kept",
			marginOf(exactly(hour), 5, { ...kept, retentionMs: Infinity }),
			null,
		],
		[
			"by size is the room that is left at the pace of arrivals",
			marginOf(exactly(hour), 500, sized),
			about(250_000),
		],
		[
			"by size is nothing when there is no room left",
			marginOf(exactly(hour), 5_000, sized),
			about(0),
		],
		[
			"by size never comes while nothing arrives",
			marginOf(exactly(hour), 500, { ...sized, arrivals: 0 }),
			null,
		],
		[
			"is the sooner of the two",
			marginOf(exactly(hour), 500, { ...sized, retentionMs: 2 * hour }),
			about(250_000),
		],
		[
			"is at most the one by time when nobody may know the size",
			marginOf(exactly(hour), 500, {
				...sized,
				bytes: null,
				retentionMs: 2 * hour,
			}),
			atMost(hour),
		],
	];
	test.each(rows)("%s", (_name, margin, expected) => {
		expect(margin).toEqual(expected);
	});
});

describe("of all partitions", () => {
	const rows: readonly [string, Amount | null, Amount | null][] = [
		[
			"the oldest counts",
			oldestOf([exactly(5), about(9), exactly(7)]),
			about(9),
		],
		[
			"one that may be older makes it at least",
			oldestOf([exactly(50), atLeast(9)]),
			atLeast(50),
		],
		[
			"one of which nothing is known makes it at least",
			oldestOf([exactly(50), null]),
			atLeast(50),
		],
		["nothing known is not known", oldestOf([null, null]), null],
		[
			"the soonest to be removed counts",
			soonestOf([atLeast(5), about(9), null]),
			atLeast(5),
		],
		[
			"one that may be removed sooner makes it about",
			soonestOf([atLeast(5), atMost(9)]),
			about(5),
		],
		["a limit is a limit", soonestOf([atLeast(50), atMost(9)]), atMost(9)],
		["nothing removed is no margin", soonestOf([null]), null],
	];
	test.each(rows)("%s", (_name, amount, expected) => {
		expect(amount).toEqual(expected);
	});
});
