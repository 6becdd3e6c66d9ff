// Would it have fired when it did? The walk through the past, beside the steps that life takes.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { HistoryRange } from "../../history.ts";
import type { Verdict } from "../../verdict.ts";
import type { Alert, AlertSeen } from "../alert.ts";
import { step } from "../life/life.ts";
import { type Condition, ruleBegun } from "../rule.ts";
import { columnOf, holdingOf } from "./column.ts";
import { firingsIn, worstOf } from "./would-fire.ts";

const every = 5_000;
const minute = 60_000;
const over = (n: number): Condition => ({ is: "measure", of: "lag", n });

/** One letter a point: + holds, - does not, ? is not known. */
const holdingIn = (text: string) =>
	Int8Array.from(text, (it) => (it === "+" ? 1 : it === "-" ? 0 : -1));
const readings = (text: string, stepMs: number | null = null) => ({
	atMs: Float64Array.from(text, (_, i) => i * (stepMs ?? every)),
	stepMs,
});

describe("reading by reading", () => {
	test.each<
		readonly [
			why: string,
			text: string,
			forMs: number,
			calmMs: number,
			firings: readonly (readonly [number, number | null])[],
		]
	>([
		["nothing holds", "------", 0, 0, []],
		["it holds and nobody waits", "-+-", 0, 0, [[5_000, 10_000]]],
		["it holds for long enough", "-+++--", 10_000, 5_000, [[15_000, 20_000]]],
		["it holds for too short", "-++-++-", 10_000, 0, []],
		["it goes on to the end", "-+++", 10_000, 0, [[15_000, null]]],
		["a gap is not counted", "+??+??+", 10_000, 0, [[30_000, null]]],
		["a gap ends nothing", "+++??++-", 10_000, 0, [[10_000, 35_000]]],
		["a gap calms nobody", "+++-?-?-+", 10_000, 15_000, [[10_000, 35_000]]],
		["it is calm for too short", "+++-+-+", 10_000, 10_000, [[10_000, null]]],
		["nobody ever knew", "?????", 0, 0, []],
	])("%s: %s", (_, text, forMs, calmMs, firings) => {
		const found = firingsIn(readings(text), holdingIn(text), { forMs, calmMs });
		expect(found.map((it) => [it.firedMs, it.resolvedMs])).toEqual(firings);
	});

	test("a pause of hours between two readings counts as one interval", () => {
		const atMs = Float64Array.of(0, 5_000, 10_000, 15_000, 9e6, 9e6 + 5_000);
		const holding = holdingIn("+++?++");
		const rule = { forMs: 20_000, calmMs: 0 };
		const [firing] = firingsIn({ atMs, stepMs: null }, holding, rule);
		expect(firing?.firedMs).toBe(9e6 + 5_000);
	});

	test("it fires and is over whenever an alert in life is", () => {
		const seen: AlertSeen = {
			...{ atMs: 0, verdict: null, reason: null, n: null, action: null },
			...{ lag: null, marginSeconds: null, drainedSeconds: null },
		};
		const target = { is: "store" } as const;
		const lived = (text: string, forMs: number, calmMs: number) => {
			let alert: Alert | null = null;
			const past: Alert[] = [];
			for (const [i, letter] of [...text].entries()) {
				const holds = letter === "?" ? null : letter === "+";
				const nowMs = i * every;
				const sight = { holds, sinceMs: nowMs, seen };
				const next: Alert | null = step(alert, sight, {
					...{ rule: { ...ruleBegun, forMs, calmMs }, target, nowMs },
					...{ elapsedMs: every, newId: () => "" },
					fired: past.map(({ firedMs }) => firedMs ?? 0),
				}).alert;
				if (next?.state === "resolved") past.push(next);
				alert = next?.state === "resolved" ? null : next;
			}
			const last = alert?.state === "firing" ? [alert] : [];
			return [...past, ...last].map((it) => [it.firedMs, it.resolvedMs]);
		};
		const stretch = fc
			.tuple(fc.constantFrom("+", "-", "?"), fc.integer({ min: 1, max: 30 }))
			.map(([letter, times]) => letter.repeat(times));
		const run = fc.array(stretch, { maxLength: 60 }).map((it) => it.join(""));
		const span = fc.integer({ min: 0, max: 20 }).map((it) => it * 3_000);
		fc.assert(
			fc.property(run, span, span, (text, forMs, calmMs) => {
				const rule = { forMs, calmMs };
				const would = firingsIn(readings(text), holdingIn(text), rule);
				expect(would.map((it) => [it.firedMs, it.resolvedMs])).toEqual(
					lived(text, forMs, calmMs),
				);
			}),
			{ numRuns: 1_000 },
		);
	});
});

describe("in points of a minute", () => {
	test.each<
		readonly [
			why: string,
			text: string,
			forMs: number,
			firings: readonly (readonly [number, number | null])[],
		]
	>([
		["a point holds for all of it", "-+-", minute, [[2 * minute, 4 * minute]]],
		[
			"five of them are five minutes",
			"-+++++",
			5 * minute,
			[[6 * minute, null]],
		],
		["within one it is told when", "-+++-", 90_000, [[150_000, 6 * minute]]],
		["a gap adds nothing", "-++??+--", 3 * minute, [[6 * minute, 8 * minute]]],
	])("%s: %s", (_, text, forMs, firings) => {
		const padded = `${text}---`.slice(0, text.endsWith("+") ? text.length : 9);
		const rule = { forMs, calmMs: 2 * minute };
		const found = firingsIn(
			readings(padded, minute),
			...([holdingIn(padded), rule] as const),
		);
		expect(found.map((it) => [it.firedMs, it.resolvedMs])).toEqual(firings);
	});
});

function rangeOf(part: {
	readonly lag?: readonly (number | null)[];
	readonly peak?: readonly (number | null)[];
	readonly margin?: readonly (number | null)[];
	readonly asked?: readonly boolean[];
	readonly verdicts?: readonly (readonly [atMs: number, verdict: Verdict])[];
	readonly stepMs?: number;
	readonly length: number;
}): HistoryRange {
	const { length } = part;
	const none = Array.from({ length }, () => null);
	const line = (mean: readonly (number | null)[] = none, peak = mean) => ({
		...{ mean, peak, last: mean },
	});
	return {
		...{ fromMs: 0, toMs: length * minute, stepMs: part.stepMs ?? null },
		atMs: Array.from({ length }, (_, i) => i * minute),
		asked: part.asked ?? none.map(() => true),
		gauges: {
			lag: line(part.lag, part.peak),
			marginSeconds: line(part.margin),
			...{ holding: line(), oldestHeldSeconds: line(), deliveriesMax: line() },
			...{ membersRegistered: line(), membersLive: line() },
			timeLagSeconds: line(),
		},
		counters: { arrived: none, departed: none, counted: none },
		verdicts: (part.verdicts ?? []).map(([atMs, verdict]) => ({
			...{ atMs, verdict, reason: "steady" as const },
		})),
	};
}

describe("what history says", () => {
	test("what is unknown is neither over the number nor under it", () => {
		const column = columnOf(rangeOf({ lag: [5, null, 15], length: 3 }), "lag");
		expect([...holdingOf(column, over(10), 0)]).toEqual([0, -1, 1]);
	});

	test("a short peak is enough for what lasts no longer than a point, and not for more", () => {
		const range = rangeOf({
			...{ lag: [1, 2, 1], peak: [1, 50, 1], stepMs: minute, length: 3 },
		});
		const column = columnOf(range, "lag");
		expect([...holdingOf(column, over(10), minute)]).toEqual([0, 1, 0]);
		expect([...holdingOf(column, over(10), 5 * minute)]).toEqual([0, 0, 0]);
		expect(worstOf(column, { from: 0, to: 2 }, "over")).toBe(50);
	});

	test("where nothing waits nothing can be lost", () => {
		const range = rangeOf({ lag: [0, 5], margin: [null, 60], length: 2 });
		const when = { is: "measure", of: "margin", n: 3_600 } as const;
		expect([...holdingOf(columnOf(range, "margin"), when, 0)]).toEqual([0, 1]);
	});

	test("a verdict lasts until the next, is not known in a gap, and unknown is one too", () => {
		const range = rangeOf({
			verdicts: [
				[0, "healthy"],
				[minute, "stalled"],
				[4 * minute, "unknown"],
				[5 * minute, "losing"],
			],
			...{ asked: [true, true, true, false, false, true], length: 6 },
		});
		const column = columnOf(range, "verdict");
		const stalled = { is: "verdict", atLeast: "stalled" } as const;
		const only = { is: "verdict alone", verdict: "stalled" } as const;
		const unknown = { is: "verdict alone", verdict: "unknown" } as const;
		expect([...holdingOf(column, stalled, 0)]).toEqual([0, 1, 1, -1, -1, 1]);
		expect([...holdingOf(column, only, 0)]).toEqual([0, 1, 1, -1, -1, 0]);
		expect([...holdingOf(column, unknown, 0)]).toEqual([0, 0, 0, -1, 1, 0]);
	});
});
