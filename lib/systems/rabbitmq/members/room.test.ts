// Are those who read a queue full exactly when none of them may take more?
import { expect, test } from "vitest";
import { areFull } from "./room.ts";

const reader = (prefetch: number, more = {}) => ({
	...{ consumer_tag: "a", ack_required: true, prefetch_count: prefetch },
	...more,
});

test.each([
	["one with all it may hold", [reader(3)], 3, true],
	["one that may take more", [reader(100)], 1, false],
	["one that may hold any number", [reader(0)], 5_000, false],
	["one that need not answer", [reader(1, { ack_required: false })], 9, false],
	["two of whom one has room", [reader(3), reader(3)], 3, false],
	["two who have none", [reader(3), reader(3)], 6, true],
	[
		"one, and another that waits for it to go",
		[reader(3), reader(3, { active: false })],
		3,
		true,
	],
	["nobody", [], 3, false],
])("%s", (_, consumers, unacked, expected) => {
	expect(areFull({ consumer_details: consumers }, unacked)).toBe(expected);
});
