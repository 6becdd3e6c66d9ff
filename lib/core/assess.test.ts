// Is the judgement right? One row a situation, told by its name.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { about, atLeast, exactly } from "./amount.ts";
import { assess, unheard } from "./assess.ts";
import { members, reading, startMs } from "./for-tests.ts";
import type { Reading } from "./reading.ts";
import { trouble } from "./trouble.ts";
import { add, newWindow } from "./window.ts";

const tickMs = 5000;
/** A log and its reader: what arrived and departed after each tick. */
function judged(ticks: number, at: (tick: number) => Partial<Reading>) {
	const window = newWindow();
	let last = reading(startMs);
	for (let tick = 0; tick < ticks; tick++) {
		const change = at(tick);
		const lag = exactly((change.arrived ?? 1000) - (change.departed ?? 1000));
		last = reading(startMs + tick * tickMs, { lag, ...change });
		add(window, last);
	}
	return assess(window, last, last.atMs);
}

const minutes = (n: number) => (n * 60_000) / tickMs;
const days = (n: number) => minutes(n * 24 * 60);

const openTransaction = (messages: number): Partial<Reading> => ({
	arrived: 1500,
	notes: [
		{
			code: "open transaction",
			values: { partitions: 1, messages, forSeconds: 360 },
		},
	],
});

const forgottenSoon = (hours: number): Partial<Reading> => ({
	...{ arrived: 1500, members: members(0) },
	notes: [
		{
			code: "forgotten soon",
			values: { seconds: hours * 3600, bound: "about" },
		},
	],
});

/** Hours until its oldest unread message is removed, and hours since it was written. */
const keptFor = (marginHours: number, timeLagHours: number) => ({
	marginMs: about(marginHours * 3_600_000),
	timeLagMs: about(timeLagHours * 3_600_000),
});

describe("the judgement", () => {
	const table: [string, ReturnType<typeof judged>, string, string][] = [
		[
			"a reader at the end is caught up",
			judged(1, () => ({})),
			"healthy",
			"caught up",
		],
		[
			"a backlog seen for the first time is not judged yet",
			judged(2, () => ({ arrived: 1500 })),
			"unknown",
			"too few readings",
		],
		[
			"a reading that begins anew alarms nobody, whatever was removed",
			judged(10, (t) => (t < 9 ? {} : { anew: "fell back", lost: 5 })),
			"unknown",
			"begins anew",
		],
		[
			"a group nobody is in, with work waiting, is stopped",
			judged(10, () => ({ arrived: 1500, members: members(0) })),
			"stopped",
			"no members",
		],
		[
			"a group that is empty for a moment is restarting, not stopped",
			judged(10, (t) => ({
				arrived: 1500,
				departed: 1000 + t,
				members: members(t > 6 ? 0 : 2),
			})),
			"healthy",
			"catches up",
		],
		[
			"a reader that never registers is there as long as it reads now and then",
			judged(minutes(10), (t) => ({
				arrived: 1500,
				departed: 1000 + Math.floor(t / minutes(4)),
				members: { ...members(0), live: atLeast(0) },
			})),
			"healthy",
			"steady",
		],
		[
			"one that never registers and reads nothing for five minutes has stopped",
			judged(minutes(6), () => ({
				arrived: 1500,
				members: { ...members(0), live: atLeast(0) },
			})),
			"stopped",
			"no members",
		],
		[
			"somebody who reads in a group without members is there",
			judged(20, (t) => ({
				arrived: 1500,
				departed: 1000 + t,
				members: members(0),
			})),
			"healthy",
			"catches up",
		],
		[
			"members who read nothing for five minutes while work waits are stalled",
			judged(minutes(6), () => ({ arrived: 1500 })),
			"stalled",
			"not moving",
		],
		[
			"a reader at rest is not stalled in its fourth minute",
			judged(minutes(4), () => ({ arrived: 1500 })),
			"healthy",
			"steady",
		],
		[
			"arrivals that outrun departures for minutes are slow",
			judged(minutes(4), (t) => ({
				arrived: 1000 + 100 * t,
				departed: 1000 + 60 * t,
			})),
			"slow",
			"falls behind",
		],
		[
			"arrivals that outrun departures for half a minute are a burst",
			judged(6, (t) => ({ arrived: 1000 + 100 * t, departed: 1000 + 60 * t })),
			"healthy",
			"steady",
		],
		[
			"more leaves than arrives: it catches up",
			judged(minutes(2), (t) => ({
				arrived: 9000 + 10 * t,
				departed: 1000 + 60 * t,
			})),
			"healthy",
			"catches up",
		],
		[
			"messages removed unread are a loss, though nothing waits",
			judged(5, () => ({ lost: 112 })),
			"losing",
			"removed unread",
		],
		[
			"a reader that rests loses what retention reaches within hours",
			judged(5, () => ({ arrived: 1500, ...keptFor(5, 163) })),
			"losing",
			"loses soon",
		],
		[
			"so does one that nobody is in",
			judged(10, () => ({
				...{ arrived: 1500, members: members(0) },
				...keptFor(5, 163),
			})),
			"losing",
			"loses soon",
		],
		[
			"one that has most of its time left loses nothing soon",
			judged(5, () => ({ arrived: 1500, ...keptFor(4, 1) })),
			"healthy",
			"steady",
		],
		[
			"one whose margin is more than a shift loses nothing soon",
			judged(5, () => ({ arrived: 1500, ...keptFor(7, 161) })),
			"healthy",
			"steady",
		],
		[
			"one that will be through in time loses nothing",
			judged(minutes(2), (t) => ({
				...{ arrived: 9000, departed: 1000 + 50 * t },
				...keptFor(1, 23),
			})),
			"healthy",
			"catches up",
		],
		[
			"one that catches up too slowly loses the rest",
			judged(minutes(2), (t) => ({
				...{ arrived: 9000, departed: 1000 + 50 * t },
				...keptFor(0.1, 23),
			})),
			"losing",
			"loses soon",
		],
		[
			"a position beyond the end is said, not guessed",
			judged(5, () => ({ ahead: 2, lag: null })),
			"unknown",
			"ahead of the log",
		],
		[
			"positions of a channel that was made again are said to be that",
			judged(5, () => ({
				...{ ahead: 2, lag: null },
				notes: [{ code: "made again", values: {} }],
			})),
			"unknown",
			"made again",
		],
		[
			"a channel made again whose reader began anew is judged like any other",
			judged(5, () => ({ notes: [{ code: "made again", values: {} }] })),
			"healthy",
			"caught up",
		],
		[
			"behind a lag of markers only nothing waits",
			judged(5, () => ({
				notes: [{ code: "markers only", values: { messages: 3 } }],
			})),
			"healthy",
			"only markers",
		],
		[
			"a small lag nobody may look into is no alarm while members are there",
			judged(minutes(6), () => ({
				arrived: 1003,
				notes: [{ code: "may be markers", values: { messages: 3 } }],
			})),
			"healthy",
			"may be only markers",
		],
		[
			"a small lag nobody may look into is one when nobody is there",
			judged(minutes(6), () => ({
				arrived: 1003,
				members: members(0),
				notes: [{ code: "may be markers", values: { messages: 3 } }],
			})),
			"stopped",
			"no members",
		],
		[
			"readers who wait for an open transaction are stalled by it",
			judged(minutes(6), () => openTransaction(500)),
			"stalled",
			"open transaction",
		],
		[
			"a transaction open for a moment holds nobody up",
			judged(minutes(4), () => openTransaction(500)),
			"healthy",
			"steady",
		],
		[
			"readers with more to do than wait for a transaction do not wait for it",
			judged(minutes(6), () => openTransaction(5)),
			"stalled",
			"not moving",
		],
		[
			"a group nobody was in for days, about to be forgotten, is abandoned",
			judged(days(2) + 1, () => forgottenSoon(20)),
			"abandoned",
			"forgotten soon",
		],
		[
			"it is not yet, while its positions are kept for days",
			judged(days(2) + 1, () => forgottenSoon(100)),
			"stopped",
			"no members",
		],
		[
			"it is not yet, while somebody was there yesterday",
			judged(days(1), () => forgottenSoon(20)),
			"stopped",
			"no members",
		],
		[
			"a group that had nothing left to read is not abandoned",
			judged(days(2) + 1, () => ({ ...forgottenSoon(20), arrived: 1000 })),
			"healthy",
			"caught up",
		],
		[
			"a lag nobody knows is unknown",
			judged(5, () => ({ lag: null })),
			"unknown",
			"lag unknown",
		],
		[
			"at least zero is not caught up",
			judged(5, () => ({ lag: atLeast(0), departed: null })),
			"healthy",
			"steady",
		],
		[
			"a row that was refused is unknown",
			judged(5, () => ({ lag: null, trouble: trouble("not allowed") })),
			"unknown",
			"part silent",
		],
		[
			"a channel nobody reads never alarms",
			judged(5, () => ({ group: null, lag: null, members: null })),
			"healthy",
			"no group",
		],
	];
	test.each(table)("%s", (_title, assessment, verdict, code) => {
		expect([assessment.verdict, assessment.reason.code]).toEqual([
			verdict,
			code,
		]);
	});

	test("it says by how much and for how long a reader falls behind", () => {
		const slow = judged(minutes(4), (t) => ({
			arrived: 1000 + 100 * t,
			departed: 1000 + 60 * t,
		}));
		expect(slow.reason.values).toEqual({ perSecond: 8, forSeconds: 235 });
		expect(slow.pace).toEqual({ in: 20, out: 12 });
		expect(slow.drainedSeconds).toBeNull();
	});

	test("the teeth of a saw are healthy at every moment", () => {
		for (let ticks = 3; ticks < minutes(6); ticks++) {
			const saw = judged(ticks, (t) => ({
				arrived: 1000 + 10 * t,
				departed: 1000 + 10 * (t - (t % 8)),
			}));
			expect(saw.verdict).toBe("healthy");
		}
	});

	test("a broker that is asked every five minutes can have a slow reader too", () => {
		const window = newWindow();
		let last = reading(startMs);
		for (let tick = 0; tick < 8; tick++) {
			const [arrived, departed] = [1000 + 9000 * tick, 1000 + 6000 * tick];
			const lag = exactly(arrived - departed);
			const atMs = startMs + tick * 5 * 60_000;
			last = reading(atMs, { arrived, departed, lag });
			add(window, last);
		}
		const slow = assess(window, last, last.atMs);
		expect(slow.verdict).toBe("slow");
		expect(slow.reason.values).toEqual({ perSecond: 10, forSeconds: 2100 });
	});

	test("it forecasts when a backlog will be gone", () => {
		const better = judged(minutes(2), (t) => ({
			arrived: 9000,
			departed: 1000 + 50 * t,
		}));
		expect(better.drainedSeconds).toBe(Math.round((8000 - 50 * 23) / 10));
	});

	test("a broker that fell silent vouches for nothing", () => {
		expect(unheard(startMs)).toEqual({
			verdict: "unknown",
			reason: { code: "broker silent", values: { sinceMs: startMs } },
		});
		expect(unheard(null).reason.values).toEqual({ sinceMs: -1 });
	});

	test("whatever the window holds, one verdict comes out, paces are never negative, and nothing waiting is never an alarm", () => {
		const step = fc.record({
			arrived: fc.option(fc.integer({ min: 0, max: 1e9 })),
			departed: fc.option(fc.integer({ min: 0, max: 1e9 })),
			counted: fc.integer({ min: 0, max: 3 }),
			registered: fc.integer({ min: 0, max: 3 }),
		});
		fc.assert(
			fc.property(fc.array(step, { minLength: 1, maxLength: 150 }), (steps) => {
				const { verdict, pace } = judged(steps.length, (t) => {
					const { registered = 0, ...counters } = steps[t] ?? {};
					return { ...counters, members: members(registered), lag: exactly(0) };
				});
				expect(verdict).toBe("healthy");
				expect(pace.in ?? 0).toBeGreaterThanOrEqual(0);
				expect(pace.out ?? 0).toBeGreaterThanOrEqual(0);
			}),
		);
	});
});
