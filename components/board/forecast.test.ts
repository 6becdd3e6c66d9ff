// Is nothing forecast that cannot be known, and loss before everything else?
import { expect, test } from "vitest";
import { rowOf } from "./for-tests.ts";
import { forecastOf } from "./forecast.ts";

const waits = { lag: { n: 100, bound: "exact" as const } };

test.each([
	["nothing waits", rowOf(), { is: "caught up" }],
	[
		"at least nothing is not nothing",
		rowOf({ lag: { n: 0, bound: "at least" } }),
		{ is: "steady" },
	],
	[
		"retention comes first",
		rowOf({
			...waits,
			verdict: "slow",
			marginSeconds: { n: 60, bound: "about" },
			drainedSeconds: 30,
		}),
		{ is: "loses", seconds: 60 },
	],
	[
		"a margin that shrinks slower than the clock lasts longer than it is",
		rowOf({
			...{ ...waits, verdict: "losing" },
			reason: { code: "loses soon", values: { seconds: 7200 } },
			marginSeconds: { n: 3600, bound: "about" },
		}),
		{ is: "loses", seconds: 7200 },
	],
	[
		"what was removed is lost, whatever else may be",
		rowOf({
			...waits,
			verdict: "losing",
			reason: { code: "removed unread", values: { count: 3 } },
			marginSeconds: { n: 0, bound: "exact" },
		}),
		{ is: "lost" },
	],
	[
		"a gaining reader drains it",
		rowOf({ ...waits, drainedSeconds: 840 }),
		{ is: "drained", seconds: 840, between: null },
	],
	[
		"an uneven pace drains it between two moments",
		rowOf({
			...{ ...waits, drainedSeconds: 3600 },
			reason: {
				code: "catches up",
				values: { seconds: 3600, lowSeconds: 1800, highSeconds: 7200 },
			},
		}),
		{
			...{ is: "drained", seconds: 3600 },
			between: { lowSeconds: 1800, highSeconds: 7200 },
		},
	],
	[
		"more comes than goes",
		rowOf({ ...waits, pace: { in: 20, out: 10 } }),
		{ is: "growing" },
	],
	[
		"about as much comes as goes",
		rowOf({ ...waits, pace: { in: 100, out: 98 } }),
		{ is: "steady" },
	],
	["a lag nobody knows", rowOf({ lag: null }), null],
	[
		"a pace nobody knows",
		rowOf({ ...waits, pace: { in: null, out: 4 } }),
		null,
	],
	[
		"an unknown verdict forecasts nothing",
		rowOf({ ...waits, verdict: "unknown", drainedSeconds: 9 }),
		null,
	],
	[
		"a channel nobody reads as a group has no backlog",
		rowOf({ group: null, reason: { code: "no group", values: {} } }),
		null,
	],
] as const)("%s", (_sentence, row, forecast) => {
	expect(forecastOf(row)).toEqual(forecast);
});
