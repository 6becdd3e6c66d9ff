// Is a member that works told from one that does not, and from one that nobody can know of?
import { expect, test } from "vitest";
import type { Rest } from "../times/moves.ts";
import { stillnessOf } from "./evict.ts";

const minuteMs = 60_000;
const atMs = 100 * minuteMs;
const rest = (sinceMinutes: number, movedMinutes: number | null): Rest => ({
	sinceMs: atMs - sinceMinutes * minuteMs,
	movedMs: movedMinutes === null ? null : atMs - movedMinutes * minuteMs,
});

test.each<readonly [string, Rest | null, boolean, string]>([
	[
		"who has work and did not move for long is still",
		rest(9, 7),
		true,
		"still",
	],
	["so is who never moved", rest(5, null), true, "still"],
	["who moved a moment ago moves", rest(9, 4.9), true, "moves"],
	["though nothing is left to do", rest(9, 1), false, "moves"],
	["who has nothing to do may live", rest(9, 7), false, "not known"],
	["who was watched for a moment may live", rest(4.9, null), true, "not known"],
	["who was never watched may live", null, true, "not known"],
])("%s", (_, watched, hasWork, stillness) => {
	expect(stillnessOf(watched, hasWork, atMs)).toBe(stillness);
});
