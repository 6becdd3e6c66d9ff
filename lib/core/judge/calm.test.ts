// Is nobody called for nothing? One row a situation, with what every rule says of it, in their order.
import { describe, expect, test } from "vitest";
import { atLeast, atMost, exactly } from "../amount.ts";
import { members } from "../for-tests.ts";
import {
	hours,
	judged,
	minutes,
	note,
	partitioned,
	readsUntil,
	type Telling,
} from "./for-tests.ts";

const always = Number.POSITIVE_INFINITY;
/** Commits once in so many ticks what came until then. */
const commitsEvery =
	(ticks: number, rate = 10): Telling =>
	(tick) => ({
		arrived: 1000 + rate * (tick + 1),
		departed: 1000 + rate * (tick - (tick % ticks)),
	});
const away =
	(from: number, until: number, telling: Telling): Telling =>
	(tick) =>
		tick >= from && tick < until ? null : telling(tick);

describe("no false alarm", () => {
	const table: [string, ReturnType<typeof judged>, string, string[]][] = [
		["a reader at the end", judged(9, () => ({})), "healthy", ["caught up"]],
		[
			"a quiet topic that a message comes to once an hour",
			judged(hours(3) + 1, (t) => {
				const read = 1000 + Math.floor(t / hours(1));
				return { arrived: read, departed: read };
			}),
			"healthy",
			["caught up"],
		],
		[
			"idle readers blocked on an empty stream",
			judged(hours(5), () => ({ arrived: 0, departed: 0 })),
			"healthy",
			["caught up"],
		],
		[
			"a steady reader with some always on the way",
			judged(minutes(30), readsUntil(always)),
			"healthy",
			[],
		],
		[
			"a batch that commits once an hour, late in its second round",
			judged(hours(2) - 2, commitsEvery(hours(1))),
			"healthy",
			[],
		],
		[
			"an hourly batch in its fifth round",
			judged(hours(5) - 2, commitsEvery(hours(1))),
			"healthy",
			[],
		],
		[
			"a batch whose readers leave between its rounds, in its third round",
			judged(hours(3) - minutes(9), (t) => ({
				...commitsEvery(hours(1))(t),
				members: members(t % hours(1) < minutes(5) ? 2 : 0),
			})),
			"healthy",
			[],
		],
		[
			"a batch first seen shortly before its commit, whose oldest message tells how long it waits",
			judged(minutes(62), (t) => ({
				arrived: 4600 + t,
				departed: t < minutes(5) ? 1000 : 4660,
				timeLagMs: exactly(
					(t < minutes(5) ? t + minutes(55) : t - minutes(5)) * 5000,
				),
			})),
			"healthy",
			[],
		],
		[
			"saw-tooth readers that commit once a minute, just before they do",
			judged(minutes(30) - 1, commitsEvery(minutes(1))),
			"healthy",
			[],
		],
		[
			"commits eight minutes apart, just before one",
			judged(minutes(56) - 1, commitsEvery(minutes(8))),
			"healthy",
			[],
		],
		[
			"one message a minute with always one waiting",
			judged(hours(1), (t) => ({
				arrived: 1001 + Math.floor(t / 12),
				departed: 1000 + Math.floor(t / 12),
			})),
			"healthy",
			["rests as usual"],
		],
		[
			"jobs of nine minutes each, in the first",
			judged(minutes(9) - 1, () => ({ arrived: 1009 })),
			"healthy",
			[],
		],
		[
			"jobs of nine minutes each, at the end of the fourth",
			judged(minutes(36) - 1, (t) => ({
				arrived: 1009,
				departed: 1000 + Math.floor(t / minutes(9)),
			})),
			"healthy",
			[],
		],
		[
			"two with jobs of nine minutes, each in a partition of its own",
			judged(minutes(80), (t) => {
				const done = (from: number) => Math.floor((t + from) / minutes(9));
				const columns = {
					partitions: Int32Array.of(0, 1),
					positions: Float64Array.of(10 + done(0), 10 + done(minutes(1))),
					starts: new Float64Array(2),
					ends: Float64Array.of(90, 90),
				};
				return {
					arrived: 180,
					departed: 20 + done(0) + done(minutes(1)),
					counted: 2,
					columns,
				};
			}),
			"healthy",
			[],
		],
		[
			"messages that are markers of transactions only",
			judged(minutes(30), () => ({
				notes: note("markers only", { messages: 3 }),
			})),
			"healthy",
			["only markers"],
		],
		[
			"a little that may be markers, where nobody may look",
			judged(minutes(30), () => ({
				...{ arrived: 1003, lag: atMost(3) },
				notes: note("may be markers", { messages: 3 }),
			})),
			"healthy",
			["may be only markers", "not moving"],
		],
		[
			"a group created a moment ago",
			judged(2, () => ({ arrived: 9000 })),
			"unknown",
			["too few readings"],
		],
		[
			"a group with a single commit, and ten minutes since",
			judged(minutes(10), (t) => ({ arrived: 1000 + t })),
			"healthy",
			[],
		],
		[
			"a rebalance of two minutes while messages come",
			judged(minutes(32), readsUntil(minutes(30))),
			"healthy",
			[],
		],
		[
			"a storm of rebalances, a minute of work between each two",
			judged(hours(1) - 1, (t) => ({
				arrived: 1000 + 10 * t + 20,
				departed:
					1000 + 10 * (t - (t % minutes(3) < minutes(2) ? t % minutes(3) : 0)),
			})),
			"healthy",
			[],
		],
		[
			"a group that is empty for two readings while it restarts",
			judged(minutes(20) + 2, (t) => ({
				...readsUntil(minutes(20))(t),
				members: members(t >= minutes(20) ? 0 : 2),
			})),
			"healthy",
			[],
		],
		[
			"a broker that was away for ten minutes, and readers that come back two minutes later",
			judged(
				minutes(42),
				away(minutes(30), minutes(40), readsUntil(minutes(30))),
			),
			"healthy",
			[],
		],
		[
			"a collector that was paused for twenty minutes",
			judged(minutes(51), away(minutes(30), minutes(50), readsUntil(always))),
			"healthy",
			[],
		],
		[
			"a clock that steps an hour ahead",
			judged(minutes(31), (t) => ({
				...readsUntil(always)(t),
				...(t > minutes(30)
					? { atMs: Date.UTC(2026, 0, 1, 1) + t * 5000 }
					: {}),
			})),
			"healthy",
			[],
		],
		[
			"a clock that steps an hour back",
			judged(minutes(31), (t) => ({
				...readsUntil(always)(t),
				...(t > minutes(30)
					? { atMs: Date.UTC(2025, 11, 31, 23) + t * 5000 }
					: {}),
			})),
			"healthy",
			[],
		],
		[
			"readings out of order",
			judged(minutes(30), (t) => readsUntil(always)(t % 7 === 6 ? t - 5 : t)),
			"healthy",
			[],
		],
		[
			"a producer that stopped, with all read",
			judged(hours(1), (t) => {
				const all = 1000 + 10 * Math.min(t, minutes(20));
				return { arrived: all, departed: all };
			}),
			"healthy",
			["caught up"],
		],
		[
			"a producer that stopped, and a reader that always leaves its last message uncommitted",
			judged(hours(1), (t) => {
				const all = 1000 + 10 * Math.min(t, minutes(20));
				return { arrived: all, departed: all - 1 };
			}),
			"healthy",
			["rests as usual", "not moving"],
		],
		[
			"retention that removes old messages behind a reader",
			judged(minutes(30), (t) => ({
				...readsUntil(always)(t),
				...{ marginMs: exactly(3_590_000), timeLagMs: exactly(10_000) },
			})),
			"healthy",
			[],
		],
		[
			"a reader that is always late, and always in time",
			judged(minutes(30), (t) => ({
				...readsUntil(always, 9000)(t),
				...{ marginMs: exactly(3_600_000), timeLagMs: exactly(7_200_000) },
			})),
			"healthy",
			[],
		],
		[
			"a channel made again, whose reader reads it from the beginning",
			judged(minutes(31), (t) =>
				t < minutes(30)
					? readsUntil(always)(t)
					: {
							...{ arrived: 40, departed: 40 },
							notes: note("made again"),
						},
			),
			"healthy",
			["caught up"],
		],
		[
			"a channel made again, in the reading that begins anew",
			judged(minutes(30), (t) => ({
				anew: t === minutes(30) - 1 ? "made again" : null,
				lost: t === minutes(30) - 1 ? 5 : 0,
			})),
			"unknown",
			["begins anew", "caught up", "too few readings"],
		],
		[
			"a burst of three minutes, while it comes",
			judged(minutes(33), (t) => ({
				arrived: 1000 + 10 * t + 90 * Math.max(0, t - minutes(30)),
				departed: 1000 + 10 * t,
			})),
			"healthy",
			[],
		],
		[
			"a burst while it is worked off",
			judged(minutes(36), (t) => ({
				arrived:
					1000 + 10 * t + 90 * Math.min(36, Math.max(0, t - minutes(30))),
				departed: 1000 + 10 * t + 30 * Math.max(0, t - minutes(32)),
			})),
			"healthy",
			["catches up"],
		],
		[
			"a backlog of hours that is worked off",
			judged(minutes(20), (t) => ({
				arrived: 90_000 + 10 * t,
				departed: 1000 + 30 * t,
			})),
			"healthy",
			["catches up"],
		],
		[
			"positions set back once by somebody",
			judged(minutes(30), (t) => ({
				arrived: 9000 + 10 * t,
				departed: 1000 + 10 * t - (t >= minutes(25) ? 500 : 0),
			})),
			"healthy",
			[],
		],
		[
			"a reader that never registers and reads now and then",
			judged(minutes(10), (t) => ({
				arrived: 1500,
				departed: 1000 + Math.floor(t / minutes(4)),
				members: { ...members(0), live: atLeast(0) },
			})),
			"healthy",
			["catches up"],
		],
		[
			"somebody who reads in a group without members",
			judged(minutes(5), (t) => ({
				...readsUntil(always)(t),
				members: members(0),
			})),
			"healthy",
			[],
		],
		[
			"a transaction open for a minute",
			judged(minutes(31), (t) => ({
				...readsUntil(minutes(30))(t),
				notes: note("open transaction", { messages: 500, forSeconds: 60 }),
			})),
			"healthy",
			[],
		],
		[
			"a message that was tried four times",
			judged(minutes(30), () => ({
				...{ holding: 1, deliveriesMax: 4, oldestHeldMs: 900_000 },
			})),
			"healthy",
			["caught up"],
		],
		[
			"a hundred partitions, each read within a minute",
			judged(minutes(20), (t) =>
				partitioned(
					t,
					1,
					Array.from({ length: 100 }, (_, p) => t - ((t + p) % 12)),
				),
			),
			"healthy",
			[],
		],
		[
			"a channel that no group reads",
			judged(9, () => ({ group: null, lag: null, members: null })),
			"healthy",
			["no group", "lag unknown"],
		],
	];
	test.each(table)("%s", (_title, { verdict, holds }, expected, rules) => {
		expect([verdict, ...holds]).toEqual([expected, ...rules]);
	});

	test.each(table)("%s: and never on the way there", (title, { verdicts }) => {
		// The first round of a batch cannot be known to be one.
		const from = title.includes("batch") ? hours(1) : 0;
		const alarms = verdicts
			.slice(from)
			.filter((verdict) => verdict !== "healthy" && verdict !== "unknown");
		expect(alarms).toEqual([]);
	});
});
