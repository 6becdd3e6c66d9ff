// Are the published rules those that are published? One row a rule.
import { expect, test } from "vitest";
import { ofPartition } from "./published.ts";

const [minuteMs, end] = [60_000, 1_000];
const kept = (position: number[], lag: number[]) => ({
	...{ position, lag },
	atMs: position.map((_, i) => i * minuteMs),
});
const soonMs = 3.5 * minuteMs;

test.each([
	["some lag was zero", kept([1, 2, 3, 4], [5, 0, 5, 6]), soonMs, "fine"],
	[
		"the position stands still and the lag does not fall",
		kept([3, 3, 3, 3], [5, 5, 6, 7]),
		soonMs,
		"stalled",
	],
	[
		"the position grows and the lag never falls",
		kept([1, 2, 3, 4], [5, 5, 6, 7]),
		soonMs,
		"warning",
	],
	["the lag falls once", kept([1, 2, 3, 4], [5, 6, 5, 7]), soonMs, "fine"],
	[
		"the last commit is longer ago than the window is long",
		kept([1, 2, 3, 4], [5, 4, 3, 2]),
		7 * minuteMs,
		"stopped",
	],
	[
		"the position went back",
		kept([1, 4, 3, 4], [5, 4, 5, 4]),
		soonMs,
		"rewound",
	],
])("%s", (_, offsets, nowMs, expected) => {
	expect(ofPartition(offsets, end, nowMs)).toBe(expected);
});

test("a position at the end is fine, however long ago it was committed", () => {
	const atEnd = kept([1, 2, 3, end], [5, 4, 3, 2]);
	expect(ofPartition(atEnd, end, 90 * minuteMs)).toBe("fine");
});
