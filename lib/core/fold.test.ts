// Are the sums of a family honest about what is not known?
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	type Amount,
	about,
	atLeast,
	atMost,
	bounds,
	exactly,
	greatestOf,
	leastOf,
	sumOf,
} from "./amount.ts";
import { type Summand, summed } from "./fold.ts";

const row = (part: Partial<Summand> = {}): Summand => ({
	channel: "s:1",
	verdict: "healthy",
	lag: exactly(0),
	timeLagSeconds: null,
	holding: null,
	oldestHeldSeconds: null,
	deliveriesMax: null,
	pace: { in: null, out: null },
	members: null,
	marginSeconds: null,
	drainedSeconds: null,
	spark: [],
	atMs: 1_000,
	stale: false,
	...part,
});

describe("amounts together", () => {
	test.each<[string, readonly (Amount | null)[], Amount | null]>([
		["exact ones stay exact", [exactly(1), exactly(2)], exactly(3)],
		["one unknown makes it at least", [exactly(1), null], atLeast(1)],
		["nothing known is not zero", [null, null], null],
		["at least and exact is at least", [atLeast(1), exactly(2)], atLeast(3)],
		["at most and exact is at most", [atMost(1), exactly(2)], atMost(3)],
		["at most and at least is about", [atMost(1), atLeast(2)], about(3)],
		["at most and unknown promises no lower end", [atMost(1), null], about(1)],
		["about stays about", [about(1), exactly(2)], about(3)],
	])("%s", (_, parts, sum) => {
		expect(sumOf(parts)).toEqual(sum);
	});

	test.each<[string, readonly (Amount | null)[], Amount | null]>([
		[
			"the greatest of what is exact is exact",
			[exactly(1), exactly(2)],
			exactly(2),
		],
		["what is unknown may be greater", [exactly(2), null], atLeast(2)],
		["what is at most 1 does not touch 2", [atMost(1), exactly(2)], exactly(2)],
		["what is at most 2 may be less", [exactly(1), atMost(2)], atMost(2)],
		[
			"one that is sure holds the other up",
			[exactly(2), atMost(2)],
			exactly(2),
		],
	])("%s", (_, parts, greatest) => {
		expect(greatestOf(parts)).toEqual(greatest);
	});

	test("the least is the least that is known", () => {
		expect(leastOf([null, about(7), exactly(9)])).toEqual(about(7));
		expect(leastOf([null])).toBeNull();
		for (const [one, other, least] of [
			[exactly(7), atLeast(7), exactly(7)],
			[exactly(7), about(7), atMost(7)],
			[atLeast(7), about(7), about(7)],
			[atLeast(7), atMost(7), atMost(7)],
			[exactly(5), atMost(7), atMost(5)],
			[atLeast(5), atMost(7), about(5)],
			[atLeast(5), about(7), atLeast(5)],
		] as const) {
			expect(leastOf([one, other])).toEqual(least);
			expect(leastOf([other, one])).toEqual(least);
		}
	});

	test("whatever the truth within the bounds, the bound of the sum, the greatest and the least holds", () => {
		const part = fc.record({
			truth: fc.nat({ max: 50 }),
			off: fc.nat({ max: 9 }),
			bound: fc.option(fc.constantFrom(...bounds.slice(0, 3)), { nil: null }),
		});
		const said = ({
			truth,
			off,
			bound,
		}: {
			truth: number;
			off: number;
			bound: string | null;
		}) =>
			({
				exact: exactly(truth),
				"at least": atLeast(Math.max(0, truth - off)),
				"at most": atMost(truth + off),
			})[bound ?? ""] ?? null;
		fc.assert(
			fc.property(fc.array(part, { minLength: 1 }), (parts) => {
				const check = (it: Amount | null, truth: number) => {
					if (it?.bound === "exact") expect(it.n).toBe(truth);
					if (it?.bound === "at least") expect(it.n).toBeLessThanOrEqual(truth);
					if (it?.bound === "at most")
						expect(it.n).toBeGreaterThanOrEqual(truth);
				};
				const truths = parts.map(({ truth }) => truth);
				check(
					sumOf(parts.map(said)),
					truths.reduce((a, b) => a + b),
				);
				check(greatestOf(parts.map(said)), Math.max(...truths));
				const known = parts.filter((part) => said(part) !== null);
				const least = Math.min(...known.map(({ truth }) => truth));
				check(leastOf(known.map(said)), least);
			}),
		);
	});
});

describe("rows together", () => {
	test("counts are added, ages and margins are the worst", () => {
		const sums = summed([
			row({
				verdict: "stalled",
				lag: exactly(5),
				holding: 2,
				oldestHeldSeconds: 60,
				deliveriesMax: 3,
				marginSeconds: exactly(900),
				pace: { in: 1.5, out: 0 },
			}),
			row({
				channel: "s:2",
				lag: exactly(7),
				holding: 1,
				oldestHeldSeconds: 5,
				marginSeconds: exactly(600),
				pace: { in: 2, out: 2 },
				atMs: 900,
			}),
		]);
		expect(sums).toMatchObject({
			rows: 2,
			counts: { stalled: 1, healthy: 1, losing: 0 },
			name: ["s:", { from: "1", to: "2" }],
			lag: exactly(12),
			holding: exactly(3),
			oldestHeldSeconds: 60,
			deliveriesMax: 3,
			marginSeconds: exactly(600),
			pace: { in: exactly(3.5), out: exactly(2) },
			atMs: 900,
			stale: false,
		});
	});

	test("where nothing waits nothing is old, and one whose age nobody knows may be older", () => {
		const late = row({ lag: exactly(9), timeLagSeconds: exactly(30) });
		expect(summed([late, row()]).timeLagSeconds).toEqual(exactly(30));
		const waits = row({ lag: exactly(1) });
		expect(summed([late, waits]).timeLagSeconds).toEqual(atLeast(30));
	});

	test("it is drained when the last of those behind is, and never when one will not be", () => {
		const soon = row({ lag: exactly(9), drainedSeconds: 30 });
		const later = row({ lag: exactly(9), drainedSeconds: 90 });
		expect(summed([soon, later, row()]).drainedSeconds).toBe(90);
		expect(summed([soon, row({ lag: null })]).drainedSeconds).toBeNull();
		expect(summed([row()]).drainedSeconds).toBeNull();
	});

	test("members are added up where all are known", () => {
		const members = {
			registered: 3,
			live: atMost(2),
			dead: 1,
			stuck: null,
			unknown: 0,
		};
		const known = row({ members });
		expect(summed([known, known]).members).toEqual({
			registered: 6,
			live: atMost(4),
			dead: 2,
			stuck: null,
			unknown: 0,
		});
		expect(summed([known, row()]).members).toBeNull();
	});

	test("a minute in which one was not read is a gap, but not the hour before it came", () => {
		const sparks = [[1, 1, 1, 1], [null, 5, null, 5], [9], []];
		const sums = summed(sparks.map((spark) => row({ spark })));
		expect(sums.spark).toEqual([1, 6, null, 15]);
	});

	test("it is old only when all of it is", () => {
		expect(summed([row({ stale: true }), row()]).stale).toBe(false);
		expect(summed([row({ stale: true })]).stale).toBe(true);
	});
});
