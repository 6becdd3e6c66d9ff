// Did a group expire, or did somebody delete it? Only what was seen decides.
import { expect, test } from "vitest";
import { whyOfGroup } from "./absences.ts";

const minute = 60_000;
const keptMs = 60 * minute;
const nowMs = 1_000 * minute;
const never = Number.NEGATIVE_INFINITY;

type Seen = {
	/** Minutes ago: first read, last seen with somebody in it, first seen empty, last seen to move. */
	readonly first?: number;
	readonly busy?: number | null;
	readonly empty?: number | null;
	readonly moved?: number | null;
	readonly isNewKind?: boolean;
};

const ago = (minutes: number) => nowMs - minutes * minute;

function why({ first = 900, busy = null, empty = 1, ...more }: Seen) {
	const moved = more.moved ?? null;
	const since = empty !== null && {
		sinceMs: ago(empty),
		busyMs: busy === null ? never : ago(busy),
		watched: busy !== null,
		countsFromEmpty: !more.isNewKind,
	};
	const entry = {
		firstMs: ago(first),
		movedMs: moved === null ? null : ago(moved),
	};
	return (kept: number | null) => whyOfGroup(since || null, entry, kept, nowMs);
}

const rows: readonly [string, Seen, string][] = [
	["a group that had members was deleted", { empty: null }, "deleted"],
	["so was one that had some a while ago", { busy: 59, empty: 58 }, "deleted"],
	[
		"one nobody was in for long enough expired",
		{ busy: 62, empty: 61 },
		"expired",
	],
	[
		"between two looks the time may just have run out: then it is not said that somebody did it",
		{ busy: 61, empty: 59 },
		"expired",
	],
	[
		"one found empty may be either",
		{ first: 5, empty: 5 },
		"expired or deleted",
	],
	[
		"one found empty that moved lately was deleted",
		{ first: 50, empty: 50, moved: 20 },
		"deleted",
	],
	[
		"one found empty and at rest for long enough expired",
		{ first: 70, empty: 70 },
		"expired",
	],
	[
		"the newer kind counts from the last commit, which may lie long before the last member left",
		{ busy: 20, empty: 19, isNewKind: true },
		"expired or deleted",
	],
];

test.each(rows)("%s", (_title, seen, expected) => {
	expect(why(seen)(keptMs)).toBe(expected);
});

test("where nobody may say how long positions are kept, either is possible", () => {
	expect(why({ busy: 5, empty: 4 })(null)).toBe("expired or deleted");
});
