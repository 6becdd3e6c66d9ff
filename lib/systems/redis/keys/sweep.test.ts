// When is a Redis searched for new streams, and how long may that take?
import { expect, test } from "vitest";
import { isDue } from "./sweep.ts";

const minute = 60_000;
const last = { endedMs: 0, keys: 100, spentMs: 10 };
const long = { ...last, spentMs: 4000 };

test.each([
	["the first one, at once", null, 100, 0, true],
	["nothing new, soon after", last, 100, 9 * minute, false],
	["nothing new, ten minutes after", last, 100, 10 * minute, true],
	["other keys, a tick after", last, 101, 5000, true],
	["other keys, less than a tick after", last, 101, 4999, false],
	["other keys, and the last one took long", long, 101, 6 * minute, false],
	["other keys, a hundred times as long after", long, 101, 400_000, true],
	["a number of keys that is not told any more", last, null, 5000, true],
])("%s", (_, sweep, keys, nowMs, due) => {
	expect(isDue(sweep, keys, nowMs)).toBe(due);
});
