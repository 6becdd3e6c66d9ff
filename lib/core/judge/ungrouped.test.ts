// Is a backlog judged right whose readers form no group, and of which nobody counts what was taken? One row a situation.
import { describe, expect, test } from "vitest";
import { exactly } from "../amount.ts";
import { members } from "../for-tests.ts";
import { hours, judged, minutes, note } from "./for-tests.ts";

describe("a list of messages", () => {
	const table: [string, ReturnType<typeof judged>, string, string[]][] = [
		[
			"jobs that come and go, with some that failed and some put off",
			judged(hours(1), (t) => ({
				...{ group: null, arrived: null, departed: null, members: null },
				...{ lag: exactly((t * 7) % 5), holding: t % 4 },
				notes: note("failed", { messages: 3 }),
			})),
			"healthy",
			[],
		],
		[
			"one that somebody paused, whose workers wait",
			judged(minutes(30), () => ({
				...{ group: null, arrived: null, departed: null, lag: exactly(12) },
				...{ holding: 0, notes: note("paused") },
			})),
			"healthy",
			[],
		],
		[
			"one whose messages in progress were taken by somebody who died, and nothing else waits",
			judged(9, () => ({
				...{ group: null, arrived: null, departed: null, lag: exactly(0) },
				...{ members: members(0), holding: 3 },
				notes: note("held by absent", { messages: 3, forSeconds: 90 }),
			})),
			"stalled",
			["held by absent"],
		],
		[
			"one whose oldest message in progress does not move, while others come and go",
			judged(minutes(9), (t) => ({
				...{ group: null, arrived: null, departed: null, members: null },
				...{ lag: exactly(t % 3), holding: 3 },
				notes: note("held still", { messages: 3, forSeconds: 960 }),
			})),
			"stalled",
			["held still"],
		],
		[
			"one whose oldest message waits and waits, and nobody counts who takes any",
			judged(minutes(20), () => ({
				...{ group: null, arrived: null, departed: null, members: null },
				...{ lag: exactly(12), holding: 0 },
				notes: note("waits still", { messages: 12, forSeconds: 960 }),
			})),
			"stalled",
			["waits still"],
		],
		[
			"one in which work waits and whose workers have all gone",
			judged(9, () => ({
				...{ group: null, arrived: null, departed: null, lag: exactly(12) },
				...{ members: members(0), holding: 0 },
			})),
			"stopped",
			["no members"],
		],
		[
			"one that grows and whose readers form no group",
			judged(minutes(9), (t) => ({
				...{ group: null, arrived: null, departed: null, members: null },
				...{ lag: exactly(100 + 40 * t), holding: 0 },
			})),
			"slow",
			["falls behind"],
		],
	];
	test.each(table)("%s", (_title, { verdict, holds }, expected, rules) => {
		expect([verdict, ...holds]).toEqual([expected, ...rules]);
	});
});
