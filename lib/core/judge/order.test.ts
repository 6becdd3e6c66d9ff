// Does the first rule that holds decide, and is unknown what cannot be known? One row a situation, with what every rule says.
import { describe, expect, test } from "vitest";
import { about } from "../amount.ts";
import { members } from "../for-tests.ts";
import { trouble } from "../trouble.ts";
import { judged, minutes, note, partitioned, readsUntil } from "./for-tests.ts";

const always = Number.POSITIVE_INFINITY;
const stops = minutes(20);
const hourMs = 3_600_000;
const frozen = (from: number) =>
	Array.from({ length: 100 }, (_, p) => (p === 42 ? from : always));

describe("what cannot be known is unknown, and the order decides", () => {
	const table: [string, ReturnType<typeof judged>, string, string[]][] = [
		[
			"a row that was refused",
			judged(9, () => ({ lag: null, trouble: trouble("not allowed") })),
			"unknown",
			["part silent", "lag unknown", "too few readings", "not moving"],
		],
		[
			"a lag nobody knows",
			judged(9, () => ({ lag: null })),
			"unknown",
			["lag unknown"],
		],
		[
			"a position beyond the end",
			judged(9, () => ({ ahead: 2, lag: null })),
			"unknown",
			["ahead of the log", "lag unknown"],
		],
		[
			"positions of a channel that was made again",
			judged(9, () => ({
				...{ ahead: 2, lag: null },
				notes: note("made again"),
			})),
			"unknown",
			["made again", "lag unknown"],
		],
		[
			"a reading that begins anew, whatever was removed",
			judged(minutes(9), (t) =>
				t < 100 ? {} : { anew: "fell back", lost: 5 },
			),
			"unknown",
			["begins anew", "caught up", "too few readings"],
		],
		[
			"what was removed is graver than that nobody is there",
			judged(9, () => ({ arrived: 1500, lost: 9, members: members(0) })),
			"losing",
			["removed unread", "no members"],
		],
		[
			"what will be removed is graver than that nobody is there",
			judged(9, (t) => ({
				...{ arrived: 1500, members: members(0) },
				marginMs: about(5 * hourMs - t * 5000),
				timeLagMs: about(163 * hourMs),
			})),
			"losing",
			["loses soon", "no members"],
		],
		[
			"a margin of more than a shift is nobody's worry",
			judged(9, (t) => ({
				arrived: 1500,
				marginMs: about(7 * hourMs - t * 5000),
				timeLagMs: about(161 * hourMs),
			})),
			"healthy",
			[],
		],
		[
			"one that has most of its time left loses nothing soon",
			judged(9, (t) => ({
				arrived: 1500,
				marginMs: about(4 * hourMs - t * 5000),
				timeLagMs: about(hourMs),
			})),
			"healthy",
			[],
		],
		[
			"one that will be through in time loses nothing",
			judged(minutes(5), (t) => ({
				...{ arrived: 9000, departed: 1000 + 50 * t },
				marginMs: about(hourMs - t * 5000),
				timeLagMs: about(23 * hourMs),
			})),
			"healthy",
			["catches up"],
		],
		[
			"a group that had nothing left to read is not abandoned",
			judged(
				50,
				() => ({
					members: members(0),
					notes: note("forgotten soon", { seconds: 20 * 3600 }),
				}),
				hourMs,
			),
			"healthy",
			["caught up", "no members"],
		],
		[
			"nor is one whose positions are kept for days",
			judged(
				50,
				() => ({
					...{ arrived: 1500, members: members(0) },
					notes: note("forgotten soon", { seconds: 100 * 3600 }),
				}),
				hourMs,
			),
			"stopped",
			["no members", "not moving"],
		],
		[
			"nor one somebody was in yesterday",
			judged(
				24,
				() => ({
					...{ arrived: 1500, members: members(0) },
					notes: note("forgotten soon", { seconds: 20 * 3600 }),
				}),
				hourMs,
			),
			"stopped",
			["no members", "not moving"],
		],
		[
			"readers with more to do than wait for a transaction",
			judged(stops + minutes(6), (t) => ({
				...readsUntil(stops)(t),
				notes: note("open transaction", { messages: 5, forSeconds: 300 }),
			})),
			"stalled",
			["not moving"],
		],
		[
			"a frozen partition is said before the growth it brings",
			judged(stops + minutes(9), (t) => partitioned(t, 5, frozen(stops))),
			"stalled",
			["parts not moving", "falls behind"],
		],
		[
			"a small lag nobody may look into may be none, though nobody is there",
			judged(minutes(6), () => ({
				...{ arrived: 1003, members: members(0) },
				notes: note("may be markers", { messages: 3 }),
			})),
			"healthy",
			["may be only markers", "no members"],
		],
	];
	test.each(table)("%s", (_title, { verdict, holds }, expected, rules) => {
		expect([verdict, ...holds]).toEqual([expected, ...rules]);
	});
});
