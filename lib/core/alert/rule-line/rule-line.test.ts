// Does one line say what is meant, and does every other line say what to write instead?
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { verdicts } from "../../verdict.ts";
import {
	type Condition,
	gradedVerdicts,
	type Measure,
	measures,
	spanMaxMs,
	usualRules,
} from "../rule.ts";
import { printRuleLine } from "./print.ts";
import { parseRuleLine, ruleLineExamples } from "./rule-line.ts";

const over = (of: Measure, n: number): Condition => ({ is: "measure", of, n });
const atLeast = (atLeast: (typeof gradedVerdicts)[number]): Condition => ({
	...{ is: "verdict", atLeast },
});
const only = (verdict: (typeof verdicts)[number]): Condition => ({
	...{ is: "verdict alone", verdict },
});
const minute = 60_000;

describe("a line that is understood", () => {
	test.each<readonly [line: string, when: Condition, forMs: number | null]>([
		["lag over 1,000", over("lag", 1_000), null],
		["lag over 1000", over("lag", 1_000), null],
		["lag over 10k", over("lag", 10_000), null],
		["lag > 2m", over("lag", 2_000_000), null],
		["  Lag   OVER 5 ", over("lag", 5), null],
		["time lag over 10m", over("time lag", 600), null],
		["oldest held over 15m for 1m", over("oldest held", 900), minute],
		["margin under 6h", over("margin", 21_600), null],
		["margin under 1.5h", over("margin", 5_400), null],
		["drained over 2d", over("drained", 172_800), null],
		["live members under 2", over("live members", 2), null],
		["dead members over 0 for 10s", over("dead members", 0), 10_000],
		["deliveries over 5", over("deliveries", 5), null],
		["holding over 500", over("holding", 500), null],
		["vanished", { is: "vanished" }, null],
		["broker silent for 1m", { is: "broker silent" }, minute],
		["outlet failing", { is: "outlet failing" }, null],
		["no room for 0s", { is: "no room" }, 0],
	])("%s", (line, when, forMs) => {
		expect(parseRuleLine(line)).toEqual({ when, forMs });
	});

	test.each<readonly [why: string, line: string, when: Condition]>([
		["a graded verdict means graver ones too", "stalled", atLeast("stalled")],
		["and may say so", "stalled or graver", atLeast("stalled")],
		["or say it the other way", "at least stalled", atLeast("stalled")],
		["unless it says only", "only stalled", only("stalled")],
		["the gravest means itself", "losing", atLeast("losing")],
		["what has no grade means itself", "unknown", only("unknown")],
		["so does what nobody reads", "abandoned", only("abandoned")],
		["and what is well", "healthy", only("healthy")],
		["saying only changes nothing there", "only unknown", only("unknown")],
	])("%s: %s", (_, line, when) => {
		expect(parseRuleLine(line)).toEqual({ when, forMs: null });
	});
});

describe("a line that is not", () => {
	test.each([
		["", "nothing said", "lag over 1,000"],
		["lag ".repeat(100), "nothing said", "lag over 1,000"],
		["stallled", "not understood", "stalled"],
		["stoped for 5m", "not understood", "stopped"],
		["lgg over 5", "not understood", "lag over 1,000"],
		["lag", "number missing", "lag over 1,000"],
		["lag over", "number missing", "lag over 1,000"],
		["lag over many", "no such number", "lag over 1,000"],
		["lag over 1,00", "no such number", "lag over 1,000"],
		["lag over 5m for ever", "no such time", "lag over 5m for 5m"],
		["lag over 9999999999999999", "number too large", "lag over 1,000"],
		["lag 5", "wrong side", "lag over 5"],
		["lag under 5", "wrong side", "lag over 5"],
		["margin over 6h", "wrong side", "margin under 6h"],
		["margin under 6", "no such time", "margin under 6h"],
		["oldest helt over 5m", "not understood", "oldest held over 15m"],
		["unknown or graver", "not graded", "unknown"],
		["at least healthy", "not graded", "healthy"],
		["only stalled or graver", "not understood", "only stalled"],
		["broker silnt", "not understood", "broker silent"],
		["vanished for 31d", "time too long", "vanished for 30d"],
		["for 5m", "not understood", ruleLineExamples.join("; ")],
		["a password", "not understood", ruleLineExamples.join("; ")],
		["__proto__ over 5", "not understood", ruleLineExamples.join("; ")],
	])("%s is answered: %s, write %s", (line, key, instead) => {
		expect(parseRuleLine(line)).toEqual({ key, instead });
	});

	test("what is to be written instead is understood, whatever was written", () => {
		const words = [
			...verdicts,
			...Object.keys(measures),
			...["over", "under", "only", "at least", "or graver", "for"],
			...["5", "5m", "1,000", "vanished", "broker silent", "x", "canary"],
		];
		const lines = fc.array(fc.constantFrom(...words), { maxLength: 6 });
		fc.assert(
			fc.property(lines, (parts) => {
				const said = parseRuleLine(parts.join(" "));
				if (!("key" in said)) return;
				for (const line of said.instead.split("; "))
					expect(parseRuleLine(line)).toHaveProperty("when");
				expect(said.instead).not.toContain("canary");
			}),
			{ numRuns: 2_000 },
		);
	});
});

test("every condition there is, is printed as a line that says the same", () => {
	// The names of the table, which its own type knows and `keys` forgets.
	const measured = Object.keys(measures) as Measure[];
	const n = fc.oneof(
		fc.nat(),
		fc.maxSafeNat().map((it) => Math.min(it, 1e12)),
		fc.double({ min: 0.001, max: 1e6, noNaN: true }),
	);
	const when = fc.oneof(
		fc.constantFrom(...gradedVerdicts).map(atLeast),
		fc.constantFrom(...verdicts).map(only),
		fc.tuple(fc.constantFrom(...measured), n).map(([of, it]) => over(of, it)),
		fc.constantFrom<Condition>(
			...([{ is: "vanished" }, { is: "broker silent" }] as const),
			...([{ is: "outlet failing" }, { is: "no room" }] as const),
		),
	);
	const forMs = fc.option(fc.nat({ max: spanMaxMs }));
	fc.assert(
		fc.property(when, forMs, (when, forMs) => {
			const line = { when, forMs };
			expect(parseRuleLine(printRuleLine(line))).toEqual(line);
		}),
		{ numRuns: 2_000 },
	);
});

test("the usual rules are lines of their own", () => {
	expect(usualRules.map(printRuleLine)).toEqual([
		...["losing for 30s", "stopped or graver for 2m"],
		...["stalled or graver for 5m", "broker silent for 1m"],
		...["outlet failing for 1m", "no room for 1m"],
	]);
});
