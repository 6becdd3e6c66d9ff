// Which reading do the tests of the core begin with? A group of two that has read everything.
import { exactly } from "./amount.ts";
import { nothingKnown, type Reading } from "./reading.ts";

export const startMs = Date.UTC(2026, 0, 1);

export const members = (registered: number) => ({
	registered,
	live: null,
	dead: null,
	stuck: null,
	unknown: null,
});

export function reading(atMs: number, change: Partial<Reading> = {}): Reading {
	return {
		...nothingKnown,
		kind: "log",
		channel: "orders",
		group: "billing",
		atMs,
		lag: exactly(0),
		arrived: 1000,
		departed: 1000,
		counted: 1,
		lost: 0,
		members: members(2),
		...change,
	};
}
