// Is nobody left uncalled who is needed? One row a situation, with what every rule says of it, in their order.
import { describe, expect, test } from "vitest";
import { about, atLeast } from "../amount.ts";
import { members } from "../for-tests.ts";
import {
	hours,
	judged,
	minutes,
	note,
	partitioned,
	readsUntil,
	sumOf,
} from "./for-tests.ts";

const always = Number.POSITIVE_INFINITY;
const stops = minutes(20);
const hourMs = 3_600_000;

/** One of a hundred stands still from that tick on. */
const frozen = (from: number) =>
	Array.from({ length: 100 }, (_, p) => (p === 42 ? from : always));
/** Noise that is the same each time, between minus one and one. */
const noise = (t: number) => Math.sin(t * 12.9898) * Math.cos(t * 78.233);

describe("no missed alarm", () => {
	const table: [string, ReturnType<typeof judged>, string, string[]][] = [
		[
			"one frozen partition of a hundred, after six minutes",
			judged(stops + minutes(6), (t) => partitioned(t, 5, frozen(stops))),
			"stalled",
			["parts not moving"],
		],
		[
			"a frozen partition of a hundred nobody has ever seen move, after a quarter of an hour",
			judged(minutes(15) + 2, (t) => partitioned(t, 5, frozen(0))),
			"stalled",
			["parts not moving", "falls behind"],
		],
		[
			"members alive that read nothing, after six minutes",
			judged(stops + minutes(6), readsUntil(stops)),
			"stalled",
			["not moving"],
		],
		[
			"members that read nothing since we watch, after a quarter of an hour",
			judged(minutes(15) + 1, () => ({ arrived: 1500 })),
			"stalled",
			["not moving"],
		],
		[
			"members that read nothing after a night in which nothing came",
			judged(hours(2) + minutes(6), (t) => ({
				arrived: 1000 + Math.min(t, 60) + (t > hours(2) ? 3 : 0),
				departed: 1000 + Math.min(t, 60),
			})),
			"stalled",
			["not moving"],
		],
		[
			"a batch that did not come, an hour and 36 minutes after the last",
			judged(hours(5) + minutes(96), (t) => ({
				arrived: 1010 + 10 * t,
				departed: 1000 + 10 * Math.min(hours(5), t - (t % hours(1))),
			})),
			"stalled",
			["not moving"],
		],
		[
			"arrivals that outrun departures clearly, after eight minutes",
			judged(minutes(8), (t) => ({
				arrived: 1000 + 100 * t,
				departed: 1000 + 60 * t,
			})),
			"slow",
			["falls behind"],
		],
		[
			"steady growth hidden by noise",
			judged(hours(3), (t) => ({
				arrived: Math.round(9000 + 52 * t + 900 * noise(t)),
				departed: 1000 + 50 * t,
			})),
			"slow",
			["falls behind"],
		],
		[
			"growth slower than one percent an hour",
			judged(
				(20 * hourMs) / 30_000,
				(t) => ({
					arrived: Math.round(101_000 + 1006.6 * t + 500 * noise(t)),
					departed: 1000 + 1000 * t,
				}),
				30_000,
			),
			"slow",
			["falls behind"],
		],
		[
			"growth where the broker is asked every five minutes",
			judged(
				14,
				(t) => ({ arrived: 1000 + 9000 * t, departed: 1000 + 6000 * t }),
				300_000,
			),
			"slow",
			["falls behind"],
		],
		[
			"growth under the teeth of a saw of four minutes",
			judged(hours(4), (t) => ({
				arrived: 1000 + 13 * t,
				departed: 1000 + 10 * (t - (t % minutes(4))),
			})),
			"slow",
			["falls behind"],
		],
		[
			"a group that lost all its members, in the third reading without any",
			judged(stops + 3, (t) => ({
				...readsUntil(stops)(t),
				members: members(t >= stops ? 0 : 2),
			})),
			"stopped",
			["no members"],
		],
		[
			"a group that lost its members and gets new work an hour later",
			judged(stops + hours(1) + 3, (t) => ({
				arrived: 1000 + Math.min(t, stops) + (t > stops + hours(1) ? 5 : 0),
				departed: 1000 + Math.min(t, stops),
				members: members(t >= stops ? 0 : 2),
			})),
			"stopped",
			["no members"],
		],
		[
			"readers that leave between rounds and do not come for the next",
			judged(hours(5) + minutes(96), (t) => ({
				arrived: 1010 + 10 * t,
				departed: 1000 + 10 * Math.min(hours(5), t - (t % hours(1))),
				members: members(t <= hours(5) && t % hours(1) < 60 ? 2 : 0),
			})),
			"stopped",
			["no members", "not moving"],
		],
		[
			"members lost a second time within hours: an outage makes no habit",
			judged(hours(5), (t) => ({
				arrived: 1000 + 10 * t + 20,
				departed: 1000 + 10 * Math.min(t, hours(5) - 4),
				members: members(
					(t > hours(3) && t < hours(3.5)) || t > hours(5) - 4 ? 0 : 2,
				),
			})),
			"stopped",
			["no members"],
		],
		[
			"a reader that never registered and reads no more",
			judged(stops + minutes(6), (t) => ({
				...readsUntil(stops)(t),
				members: { ...members(0), live: atLeast(0) },
			})),
			"stopped",
			["no members", "not moving"],
		],
		[
			"a poison message in a log, whose readers fail and come back",
			judged(stops + minutes(6), (t) => ({
				...readsUntil(stops)(t),
				members: members(t % 12 < 2 ? 0 : 2),
			})),
			"stalled",
			["not moving"],
		],
		[
			"a poison message that is delivered again and again while the others flow",
			judged(minutes(20), (t) => ({
				...readsUntil(always)(t),
				...{ holding: 1, deliveriesMax: 1 + Math.floor(t / 12) },
				oldestHeldMs: t * 5000,
			})),
			"stalled",
			["delivered again"],
		],
		[
			"the same with nothing waiting at all",
			judged(minutes(20), (t) => ({
				...{ holding: 1, deliveriesMax: 1 + Math.floor(t / 12) },
				oldestHeldMs: t * 5000,
			})),
			"stalled",
			["delivered again", "caught up"],
		],
		[
			"messages held by dead members while the others flow",
			judged(minutes(20), (t) => ({
				...readsUntil(always)(t),
				holding: 42,
				notes: note("held by absent", { messages: 42, forSeconds: 7200 }),
			})),
			"stalled",
			["held by absent"],
		],
		[
			"a reader stuck on the rest after the producer stopped",
			judged(stops + minutes(7), (t) => ({
				arrived: 1500 + 10 * Math.min(t, stops + 12),
				departed: 1500 + 10 * Math.min(t, stops),
			})),
			"stalled",
			["not moving"],
		],
		[
			"positions that go back again and again",
			judged(minutes(30), (t) => ({
				arrived: 9000 + 10 * t,
				departed: 1000 + 10 * t - 600 * Math.floor(t / minutes(4)),
			})),
			"stalled",
			["goes back"],
		],
		[
			"a partition whose position goes back again and again while the sum grows",
			judged(minutes(30), (t) => {
				const back = 900 * Math.floor(t / minutes(4));
				return sumOf({
					partitions: Int32Array.of(0, 1),
					positions: Float64Array.of(9000 + 20 * t - back, 1000 + 300 * t),
					starts: new Float64Array(2),
					ends: Float64Array.of(9000 + 20 * t, 1000 + 300 * t),
				});
			}),
			"stalled",
			["goes back"],
		],
		[
			"messages removed before they were read, though nothing waits",
			judged(9, () => ({ lost: 112 })),
			"losing",
			["removed unread", "caught up"],
		],
		[
			"the same ten minutes later, when the reader has long moved on",
			judged(minutes(20), (t) => ({ lost: t === minutes(10) ? 112 : 0 })),
			"losing",
			["removed unread", "caught up"],
		],
		[
			"retention that overtakes a slow reader",
			judged(minutes(30), (t) => ({
				arrived: 90_000 + 100 * t,
				departed: 1000 + 50 * t,
				marginMs: about(2.5 * hourMs - t * 2500),
				timeLagMs: about(20 * hourMs + t * 2500),
			})),
			"losing",
			["loses soon", "falls behind"],
		],
		[
			"a reader that rests, with retention within hours",
			judged(9, (t) => ({
				arrived: 1500,
				marginMs: about(5 * hourMs - t * 5000),
				timeLagMs: about(163 * hourMs + t * 5000),
			})),
			"losing",
			["loses soon"],
		],
		[
			"a reader that catches up too slowly for the rest",
			judged(minutes(10), (t) => ({
				arrived: 90_000,
				departed: 1000 + 50 * t,
				marginMs: about(0.5 * hourMs - t * 4000),
				timeLagMs: about(23 * hourMs + t * 4000),
			})),
			"losing",
			["loses soon", "catches up"],
		],
		[
			"readers who wait for a transaction left open",
			judged(stops + minutes(6), (t) => ({
				...readsUntil(stops)(t),
				notes:
					t > stops
						? note("open transaction", { messages: 900, forSeconds: 300 })
						: [],
			})),
			"stalled",
			["open transaction", "not moving"],
		],
		[
			"a topic that a live group no longer reads",
			judged(stops + minutes(2), (t) => ({
				...readsUntil(stops)(t),
				notes: t > stops ? note("not subscribed", { members: 2 }) : [],
			})),
			"abandoned",
			["not subscribed"],
		],
		[
			"a group nobody was in for days, about to be forgotten",
			judged(
				2 * 24 + 1,
				() => ({
					...{ arrived: 1500, members: members(0) },
					notes: note("forgotten soon", { seconds: 20 * 3600 }),
				}),
				hourMs,
			),
			"abandoned",
			["forgotten soon", "no members", "not moving"],
		],
	];
	test.each(table)("%s", (_title, { verdict, holds }, expected, rules) => {
		expect([verdict, ...holds]).toEqual([expected, ...rules]);
	});
});

test("the times to a verdict are those the documents tell", () => {
	const first = (said: readonly string[], verdict: string) =>
		said.indexOf(verdict) - stops;
	const stalled = judged(stops + minutes(9), readsUntil(stops)).verdicts;
	expect(first(stalled, "stalled")).toBeLessThanOrEqual(minutes(6));
	const left = judged(stops + 9, (t) => ({
		...readsUntil(stops)(t),
		members: members(t >= stops ? 0 : 2),
	})).verdicts;
	expect(first(left, "stopped")).toBeLessThan(3);
});
