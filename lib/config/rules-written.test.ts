// Are rules that were printed read as the same rules again, whatever they are called and whatever they say?
import fc from "fast-check";
import { expect, test } from "vitest";
import {
	type Condition,
	gradedVerdicts,
	type KnownRule,
	ruleBegun,
	ruleGravities,
	spanMaxMs,
	usualRules,
} from "#lib/core/alert/rule.ts";
import { load } from "./for-tests.ts";
import { writtenRules } from "./rules-written.ts";

const readAgain = (rules: readonly KnownRule[]) => {
	const outlets =
		"  outlets: { a: { kind: horn, loud: x }, b: { kind: lamp, loud: x } }\n";
	const { configuration, mistakes } = load({
		file: `${writtenRules(rules)}${outlets}`,
	});
	return mistakes ?? configuration?.alerts.rules;
};

test("the usual rules are printed in lines that a person would write", () => {
	const usual = usualRules.map(
		(rule): KnownRule => ({ ...rule, from: "usual" }),
	);
	expect(writtenRules(usual)).toBe(`alerts:
  usual: false
  rules:
    # one of the usual ones
    losing:
      when: losing
      for: 30s
      gravity: critical
    # one of the usual ones
    stopped:
      when: stopped or graver
      for: 2m
      gravity: critical
    # one of the usual ones
    stalled: stalled or graver for 5m
    # one of the usual ones
    broker silent:
      when: broker silent
      for: 1m
      gravity: critical
    # one of the usual ones
    outlet failing:
      when: outlet failing
      for: 1m
      gravity: critical
    # one of the usual ones
    no room: no room for 1m
`);
	expect(readAgain(usual)).toEqual(
		usual.map((rule) => ({ ...rule, from: "file" })),
	);
});

test("no rules are no mistake", () => {
	expect(readAgain([])).toEqual([]);
});

test("any rules are read as they were printed", () => {
	const hostile = [
		...["__proto__", "a: b", "- x", "# y", "'", '"', "no", "1e3", "{a}", "$"],
		...[
			`\${HOME}`,
			`$\${HOME}`,
			"a\nb",
			"|",
			"~",
			"결제 지연",
			"&x",
			"*x",
			"!!x",
		],
	];
	const words = fc
		.array(fc.oneof(fc.constantFrom(...hostile), fc.string()), { maxLength: 4 })
		.map((parts) => parts.join(" ").trim());
	const name = words
		.map((it) =>
			it
				.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, "")
				.slice(0, 80)
				.trim(),
		)
		.filter((it) => it !== "");
	const span = fc.nat({ max: spanMaxMs });
	const rule = fc.record({
		...{ name, forMs: span, calmMs: span, on: fc.boolean() },
		when: fc.constantFrom<Condition>(
			...gradedVerdicts.map((atLeast) => ({ is: "verdict" as const, atLeast })),
			...([
				{ is: "vanished" },
				{ is: "measure", of: "margin", n: 90 },
			] as const),
		),
		among: fc.constantFrom("", "group:a*", '"a b" -kind:x', "group:a$b lag:>5"),
		gravity: fc.constantFrom(...ruleGravities),
		tell: fc.option(fc.subarray(["a", "b"], { minLength: 1 })),
		againMs: fc.option(span),
		text: words.map((it) =>
			it.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029\u0085]/gu, " ").trim(),
		),
		from: fc.constant("file" as const),
	});
	const rules = fc.uniqueArray(rule, {
		selector: (it) => it.name,
		maxLength: 5,
	});
	fc.assert(
		fc.property(rules, (all) => {
			const read = readAgain(all);
			expect(read).toEqual(all);
		}),
		{ numRuns: 500 },
	);
});

test("what a rule leaves out is not printed", () => {
	const rule: KnownRule = { ...ruleBegun, name: "a", from: "screen" };
	expect(writtenRules([rule])).toContain(
		"    # of the screen\n    a: stalled or graver for 5m\n",
	);
});
