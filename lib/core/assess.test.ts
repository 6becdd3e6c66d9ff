// Is the judgement right whatever it is told? The tables lie in judge/; here is what holds for every window.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactly } from "./amount.ts";
import { assess, judgeNext, unheard } from "./assess.ts";
import { members, reading, startMs } from "./for-tests.ts";
import {
	hours,
	judged,
	minutes,
	readsUntil,
	tickMs,
} from "./judge/for-tests.ts";
import type { Reading } from "./reading.ts";
import { recalling } from "./recalling.ts";
import type { Reason } from "./verdict.ts";
import { newWindow } from "./window/window.ts";

type Step = Pick<Reading, "arrived" | "departed" | "counted"> &
	Pick<Reading, "holding" | "lost"> & {
		readonly registered: number;
		readonly lag: number | null;
		readonly restMs: number;
	};

const step = fc.record({
	arrived: fc.option(fc.integer({ min: 0, max: 1e9 })),
	departed: fc.option(fc.integer({ min: 0, max: 1e9 })),
	counted: fc.integer({ min: 0, max: 3 }),
	registered: fc.integer({ min: 0, max: 3 }),
	lag: fc.option(fc.integer({ min: 0, max: 1e6 })),
	restMs: fc.integer({ min: -60_000, max: 600_000 }),
	holding: fc.option(fc.integer({ min: 0, max: 9 })),
	lost: fc.option(fc.integer({ min: 0, max: 2 })),
});
const steps = fc.array(step, { minLength: 1, maxLength: 150 });

/** Anything may follow anything: also clocks that step, counters that go back and readings that are missing. */
function judgedAfter(all: readonly Step[], change: Partial<Reading> = {}) {
	const window = newWindow();
	let atMs = startMs;
	let last = reading(startMs);
	const verdicts: string[] = [];
	for (const { registered, lag, restMs, ...counters } of all) {
		atMs += restMs;
		last = reading(atMs, {
			...{ ...counters, members: members(registered) },
			...{ lag: lag === null ? null : exactly(lag), ...change },
		});
		verdicts.push(judgeNext(window, last, atMs).verdict);
	}
	return { ...assess(window, last, atMs), verdicts, window, last, atMs };
}

describe("over random windows", () => {
	test("one verdict comes out, and paces and forecasts are never negative", () => {
		fc.assert(
			fc.property(steps, (all) => {
				const { pace, drainedSeconds, reason } = judgedAfter(all);
				expect(pace.in ?? 0).toBeGreaterThanOrEqual(0);
				expect(pace.out ?? 0).toBeGreaterThanOrEqual(0);
				expect(drainedSeconds ?? 0).toBeGreaterThanOrEqual(0);
				for (const value of Object.values(reason.values))
					expect(value).not.toBeNaN();
			}),
		);
	});

	test("whoever is caught up is never called for, but for what was lost or goes back", () => {
		const nothing = { lag: exactly(0), lost: 0, arrived: null, departed: null };
		fc.assert(
			fc.property(steps, (all) => {
				const { verdicts } = judgedAfter(all, nothing);
				expect(new Set(verdicts)).toEqual(new Set(["healthy"]));
			}),
		);
	});

	test("a lag nobody knows is unknown", () => {
		fc.assert(
			fc.property(steps, (all) => {
				expect(judgedAfter(all, { lag: null, lost: 0 }).verdict).toBe(
					"unknown",
				);
			}),
		);
	});

	test("what is shifted in time is judged the same", () => {
		fc.assert(
			fc.property(steps, fc.integer({ min: 1, max: 1000 }), (all, days) => {
				const shiftMs = days * 24 * 3_600_000;
				const [first, ...others] = all;
				if (!first) return;
				const shifted = { ...first, restMs: first.restMs + shiftMs };
				const { code, values } = judgedAfter([shifted, ...others]).reason;
				const { atMs } = values;
				const moved =
					atMs === undefined ? {} : { atMs: Number(atMs) - shiftMs };
				expect(judgedAfter(all).reason).toEqual({
					...{ code, values: { ...values, ...moved } },
				});
			}),
		);
	});

	test("to judge changes nothing that is judged by, but for what is reckoned once a minute", () => {
		fc.assert(
			fc.property(steps, (all) => {
				const { window, last, atMs } = judgedAfter(all);
				window.said = null;
				const before = structuredClone({ ...window, day: null });
				const judged = assess(window, last, atMs);
				expect({ ...window, day: null }).toEqual(before);
				expect(assess(window, last, atMs)).toEqual(judged);
			}),
		);
	});

	test("twice the messages at twice the pace are gone at the same time", () => {
		const pace = fc.integer({ min: 3, max: 500 });
		const backlog = fc.integer({ min: 100_000, max: 1_000_000 });
		fc.assert(
			fc.property(pace, backlog, (out, lag) => {
				const [once, twice] = [1, 2].map((by) =>
					judged(minutes(5), (t) => ({
						arrived: by * lag,
						departed: by * out * t,
					})),
				);
				expect(once?.drainedSeconds).toBe(twice?.drainedSeconds);
			}),
			{ numRuns: 20 },
		);
	});
});

describe("what it says beside the verdict", () => {
	test("by how much and for how long a reader falls behind", () => {
		const slow = judged(minutes(9), (t) => ({
			arrived: 1000 + 100 * t,
			departed: 1000 + 60 * t,
		}));
		expect(slow.reason.values).toMatchObject({
			perSecond: 8,
			forSeconds: 480,
		});
		expect(slow.pace).toEqual({ in: 20, out: 12 });
		expect(slow.drainedSeconds).toBeNull();
	});

	test("from how many readings, and over how long", () => {
		const { reason } = judged(minutes(30), readsUntil(minutes(30)));
		expect(reason.values).toMatchObject({
			readings: 120,
			windowSeconds: 600,
		});
	});

	test("in the first minute the seconds are told: readings of no time at all would be odd", () => {
		const { reason } = judged(6, readsUntil(6));
		const { readings, windowSeconds } = reason.values;
		expect(windowSeconds).toBe((Number(readings) - 1) * (tickMs / 1_000));
		expect(windowSeconds).toBeGreaterThan(0);
	});

	describe("how long it usually rests, so that a watch that begins again is as patient", () => {
		const hourly = judged(hours(3) + minutes(30), (t) => ({
			arrived: 1010 + 10 * t,
			departed: 1000 + 10 * (t - (t % hours(1))),
		}));
		const busy = judged(minutes(30), readsUntil(minutes(30)));
		const unseen: Reason = { code: "steady", values: {} };

		/** Messages wait from the first look on, and nobody reads. */
		function begunAgain(reason: Reason, forTicks: number) {
			const window = recalling(newWindow(), reason);
			let said = "";
			for (let tick = 0; tick <= forTicks; tick++) {
				const atMs = startMs + tick * tickMs;
				const waits = { arrived: 9000 + tick, lag: exactly(8000 + tick) };
				said = judgeNext(window, reading(atMs, waits), atMs).verdict;
			}
			return said;
		}

		test("who reads once an hour is given more than that", () => {
			expect(hourly.reason.values).toMatchObject({ restsSeconds: 3600 });
			expect(begunAgain(hourly.reason, minutes(20))).toBe("healthy");
		});
		test("who reads all the time is given five minutes, as before", () => {
			expect(busy.reason.values).toMatchObject({ restsSeconds: 60 });
			expect(begunAgain(busy.reason, minutes(4))).toBe("healthy");
			expect(begunAgain(busy.reason, minutes(6))).toBe("stalled");
		});
		test("whom nobody has seen before is given a quarter of an hour", () => {
			expect(begunAgain(unseen, minutes(6))).toBe("healthy");
			expect(begunAgain(unseen, minutes(20))).toBe("stalled");
		});
	});

	test("a broker that fell silent vouches for nothing", () => {
		expect(unheard(startMs)).toEqual({
			verdict: "unknown",
			reason: { code: "broker silent", values: { sinceMs: startMs } },
		});
		expect(unheard(null).reason.values).toEqual({ sinceMs: -1 });
	});
});

describe("a verdict does not flap", () => {
	const changes = (verdicts: readonly string[]) =>
		verdicts.filter((verdict, i) => i > 0 && verdict !== verdicts[i - 1]);

	test("growth with noise on it is said once, and goes on until it ends", () => {
		const noise = (t: number) => Math.sin(t * 12.9898) * Math.cos(t * 78.233);
		const { verdicts } = judged(minutes(120), (t) => ({
			arrived: Math.round(9000 + 60 * t + 300 * noise(t)),
			departed: 1000 + 50 * t,
		}));
		expect(changes(verdicts)).toEqual(["healthy", "slow"]);
	});

	test("a reader that stalls and comes back has one alarm", () => {
		const { verdicts } = judged(minutes(60), (t) => {
			const rests = Math.min(Math.max(0, t - minutes(20)), minutes(15));
			return { arrived: 1020 + 10 * t, departed: 1000 + 10 * (t - rests) };
		});
		expect(changes(verdicts)).toEqual(["healthy", "stalled", "healthy"]);
	});

	test("the teeth of a saw are healthy at every moment", () => {
		const { verdicts } = judged(minutes(30), (t) => ({
			arrived: 1000 + 10 * t,
			departed: 1000 + 10 * (t - (t % 8)),
		}));
		expect(changes(verdicts.slice(3))).toEqual([]);
	});
});

describe("a forecast is honest", () => {
	const drained = (departed: (tick: number) => number, ticks = minutes(5)) =>
		judged(ticks, (t) => ({ arrived: 90_000, departed: departed(t) })).reason;

	test("about so long, where the pace is even", () => {
		const { values } = drained((t) => 50 * t);
		const seconds = Math.round((90_000 - 50 * (minutes(5) - 1)) / 10);
		expect(values).toMatchObject({
			...{ seconds, lowSeconds: seconds, highSeconds: seconds },
			overSeconds: (300_000 - tickMs) / 1000,
		});
	});

	test("between two moments, where it is not", () => {
		const { values } = drained((t) => 50 * t + 400 * Math.sin(t / 5));
		expect(Number(values.lowSeconds)).toBeLessThan(Number(values.seconds));
		expect(Number(values.highSeconds)).toBeGreaterThan(Number(values.seconds));
	});

	test.each<[string, (tick: number) => number, number]>([
		["two readings", (t) => 50 * t, 2],
		["one burst of reading", (t) => (t > 30 ? 5000 : 0), minutes(5)],
		["a pace without direction", (t) => 900 * Math.sin(t), minutes(5)],
	])("it cannot be said from %s", (_, departed, ticks) => {
		expect(drained(departed, ticks).values.seconds).toBeUndefined();
	});

	test("a single reading that strays does not move it", () => {
		const even = drained((t) => 50 * t).values;
		const strays = drained((t) => 50 * t + (t === 21 ? 9000 : 0)).values;
		expect(strays.seconds).toBe(even.seconds);
	});
});
